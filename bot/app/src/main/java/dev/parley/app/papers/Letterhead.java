package dev.parley.app.papers;

import dev.parley.app.desk.MoneyWords;
import dev.parley.app.papers.Paper.Block;
import dev.parley.app.papers.Paper.Fact;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Unit;
import dev.parley.core.money.Money;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who writes to whom, and how dates and numbers are written.
 *
 * @param desk the name of who issues the paper
 * @param customer the name of who gets it
 * @param language English for all but German
 * @param zone whose times are shown
 * @param onDemand what an hour without a package costs; null where that is not known, so that only time is shown
 */
public record Letterhead(
        String desk,
        String customer,
        Locale language,
        ZoneId zone,
        @Nullable HourlyRate onDemand) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int MINUTES_PER_HOUR = 60;

    String say(Label label) {
        return label.in(language);
    }

    Fact fact(Label label, String value) {
        return new Fact(say(label), value);
    }

    /** A paper that shows times. */
    Paper paper(Label title, List<Block> blocks) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(new Paper.Words(say(Label.TIMES_IN).formatted(zone.getId())));
        return untimed(title, all);
    }

    /** A paper that shows none. */
    Paper untimed(Label title, List<Block> blocks) {
        return new Paper(language, say(title), desk + " · " + say(title) + " · " + customer, blocks);
    }

    /** To the minute. */
    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** To the second. */
    String second(Instant at) {
        return SECOND.format(at.atZone(zone));
    }

    /** ISO 8601 to the second, for programs. */
    String iso(Instant at) {
        return ISO.format(at.atZone(zone));
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(date);
    }

    /** An amount as people read it: minutes as hours and minutes. */
    String amount(Unit unit, long amount) {
        return switch (unit) {
            case CREDIT -> numbers(0).format(amount);
            case POINT -> numbers(0).format(amount);
            case MINUTE -> (amount < 0 ? "-" : "") + hours(Math.abs(amount));
            case DEMAND -> (amount < 0 ? "-" : "") + hours(Math.abs(amount));
        };
    }

    /** The same with a plus where it is more than before. */
    String change(Unit unit, long amount) {
        return amount == 0 ? "" : (amount > 0 ? "+" : "") + amount(unit, amount);
    }

    /** The same with what an hour of a quote costs, as it was offered. */
    public Letterhead at(HourlyRate quoted) {
        return new Letterhead(desk, customer, language, zone, quoted);
    }

    String hours(long minutes) {
        return numbers(0).format(minutes / MINUTES_PER_HOUR) + ":%02d".formatted(minutes % MINUTES_PER_HOUR);
    }

    String unit(Unit unit) {
        return switch (unit) {
            case CREDIT -> say(Label.CREDITS);
            case POINT -> say(Label.POINTS);
            case MINUTE -> say(Label.HOURS_AND_MINUTES);
            case DEMAND -> say(Label.ON_DEMAND);
        };
    }

    /** An amount with what it counts, such as {@code 20 credits}; time that costs money with its price. */
    String counted(Unit unit, long amount) {
        return amount(unit, amount) + " "
                + switch (unit) {
                    case CREDIT -> say(amount == 1 ? Label.CREDIT : Label.CREDITS);
                    case POINT -> say(amount == 1 ? Label.POINT : Label.POINTS);
                    case MINUTE -> priced(amount);
                    case DEMAND -> priced(amount);
                };
    }

    private String priced(long minutes) {
        return say(Label.HOURS) + (onDemand == null ? "" : " (" + money(onDemand.cost(minutes)) + ")");
    }

    /** With all its digits, such as {@code 1,234.50 USD} or {@code 1.234,50 €}. */
    String money(Money money) {
        return MoneyWords.in(language, money);
    }

    private NumberFormat numbers(int digits) {
        return MoneyWords.numbers(language, digits);
    }
}
