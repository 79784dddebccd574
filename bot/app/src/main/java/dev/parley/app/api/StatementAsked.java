package dev.parley.app.api;

import dev.parley.core.ledger.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which statement is asked for, as query parameters: of which wallet, and of a month of the desk's time zone or the
 * time between two instants.
 *
 * @param site whose points, needed where the customer has several sites
 * @param unit credit, point, minute or demand; what the desk counts by default
 * @param month such as {@code 2026-11}
 * @param from first instant, all that is on record by default
 * @param until first instant after it, now by default
 * @param language of the paper, the customer's by default
 */
record StatementAsked(
        @Nullable Long site,
        @Nullable String unit,
        @Nullable String month,
        @Nullable String from,
        @Nullable String until,
        @Nullable String language) {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    Instant from(ZoneId zone) {
        if (month != null && (from != null || until != null)) {
            throw ApiProblem.bad("Give ‘month’, or ‘from’ and ‘until’, not both.");
        }
        return month == null ? instant("from", from, Instant.EPOCH) : month(month, zone, 0);
    }

    Instant until(ZoneId zone, Instant now) {
        return month == null ? instant("until", until, now) : month(month, zone, 1);
    }

    Unit unit(Unit otherwise) {
        try {
            return unit == null ? otherwise : Unit.valueOf(unit.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.bad("‘unit’ is " + unit + "; give credit, point, minute or demand.");
        }
    }

    Locale language(Locale otherwise) {
        return language == null ? otherwise : Locale.forLanguageTag(language);
    }

    private static Instant month(String month, ZoneId zone, int later) {
        try {
            Instant at = YearMonth.parse(month)
                    .plusMonths(later)
                    .atDay(1)
                    .atStartOfDay(zone)
                    .toInstant();
            return known("month", month, at);
        } catch (DateTimeException e) {
            throw ApiProblem.bad("‘month’ is " + month + "; give one like 2026-11.");
        }
    }

    private static Instant instant(String name, @Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : known(name, text, Instant.parse(text));
        } catch (DateTimeException e) {
            throw ApiProblem.bad("‘" + name + "’ is " + text + "; give one like 2026-11-01T00:00:00Z.");
        }
    }

    private static Instant known(String name, String text, Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
            throw ApiProblem.bad("‘" + name + "’ is " + text + "; give 1970 to 9999.");
        }
        return at;
    }
}
