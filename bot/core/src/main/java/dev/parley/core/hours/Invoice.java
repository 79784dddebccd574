package dev.parley.core.hours;

import dev.parley.core.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cycle costs. Each line is rounded once, to the minor unit, and the total is their exact sum (H-08).
 *
 * @param lines at least one, all of one currency
 */
public record Invoice(YearMonth month, List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an invoice of " + month + " without lines");
        }
    }

    /** What a line is for. */
    public enum Kind {
        PACKAGE,
        DISCOUNT,
        OVERAGE,
        ON_DEMAND
    }

    /**
     * One line.
     *
     * @param minutes what the package holds, or what is billed; 0 for a discount
     * @param amount negative for a discount
     */
    public record Line(Kind kind, long minutes, Money amount) {}

    /** The package of a cycle, the discount on it, and all its {@code over} minutes beyond the package (H-10). */
    public static Invoice of(HoursContract contract, YearMonth month, long over) {
        var terms = contract.contract().versionIn(month).terms();
        var lines = new ArrayList<Line>();
        lines.add(new Line(Kind.PACKAGE, terms.minutes(), terms.fee()));
        var discount = contract.discount();
        if (discount != null) {
            lines.add(new Line(
                    Kind.DISCOUNT, 0, terms.fee().percent(discount.percent()).negated()));
        }
        if (over > 0) {
            lines.add(hourly(Kind.OVERAGE, terms.overage().rate(), over));
        }
        return new Invoice(month, lines);
    }

    /** All the work of a month that no package pays for, without discount (H-05). */
    public static Invoice onDemand(YearMonth month, HourlyRate rate, long minutes) {
        return new Invoice(month, List.of(hourly(Kind.ON_DEMAND, rate, minutes)));
    }

    private static Line hourly(Kind kind, HourlyRate rate, long minutes) {
        return new Line(kind, rate.billed(minutes), rate.cost(minutes));
    }

    /** The sum of the lines. */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }
}
