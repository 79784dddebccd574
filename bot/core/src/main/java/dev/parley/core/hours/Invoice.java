package dev.parley.core.hours;

import dev.parley.core.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        ON_DEMAND,
        /** What an earlier cycle's overage would have cost differs from what was billed for it (H-14). */
        ADJUSTMENT
    }

    /**
     * One line.
     *
     * @param minutes what the package holds, or what is billed; 0 for a discount and an adjustment
     * @param amount negative for a discount, for an adjustment that takes off, and for work on demand given back
     * @param of the cycle an adjustment is of; null of every other line
     */
    public record Line(
            Kind kind, long minutes, Money amount, @Nullable YearMonth of) {
        /** A line of the invoice's own cycle. */
        public Line(Kind kind, long minutes, Money amount) {
            this(kind, minutes, amount, null);
        }

        public Line {
            if ((of != null) != (kind == Kind.ADJUSTMENT)) {
                throw new IllegalArgumentException(kind + " of " + of);
            }
        }
    }

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

    /** The same invoice with more lines below. */
    public Invoice with(List<Line> more) {
        return new Invoice(month, Stream.concat(lines.stream(), more.stream()).toList());
    }

    /** The work of a cycle on demand (H-05); below 0 minutes more was given back than charged in it. */
    public static Line demand(HourlyRate rate, long minutes) {
        var line = hourly(Kind.ON_DEMAND, rate, Math.abs(minutes));
        return minutes < 0 ? new Line(line.kind, line.minutes, line.amount.negated()) : line;
    }

    /**
     * What is to be settled of an earlier cycle, whose overage is {@code over} minutes by now (H-14).
     *
     * @param before all invoices so far
     * @return a line; empty if what was billed is right
     */
    public static Optional<Line> adjustment(HoursContract contract, YearMonth month, long over, List<Invoice> before) {
        var terms = contract.contract().versionIn(month).terms();
        var billed = before.stream()
                .flatMap(invoice -> invoice.lines.stream()
                        .filter(line ->
                                month.equals(line.of) || (line.kind == Kind.OVERAGE && invoice.month.equals(month))))
                .mapToLong(line -> line.amount.minor())
                .sum();
        var right = terms.overage().rate().cost(over);
        return right.minor() == billed
                ? Optional.empty()
                : Optional.of(new Line(Kind.ADJUSTMENT, 0, new Money(right.currency(), right.minor() - billed), month));
    }

    private static Line hourly(Kind kind, HourlyRate rate, long minutes) {
        return new Line(kind, rate.billed(minutes), rate.cost(minutes));
    }

    /** The sum of the lines. */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }
}
