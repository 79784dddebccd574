package dev.parley.core.report;

import dev.parley.core.customer.CustomerId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * What a report is about.
 *
 * @param month by the desk's clock
 * @param who what rows are told apart by besides what they count: the customer's name, or always the same for the whole
 *     desk
 */
public record Month(YearMonth month, ZoneId zone, Function<CustomerId, String> who) {
    /** What stands in place of a customer for the whole desk. */
    public static final String WHOLE_DESK = "whole desk";

    /** The whole desk in one. */
    public static Month ofDesk(YearMonth month, ZoneId zone) {
        return new Month(month, zone, _ -> WHOLE_DESK);
    }

    /** Its first moment. */
    public Instant from() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant until() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(from()) && moment.isBefore(until());
    }
}
