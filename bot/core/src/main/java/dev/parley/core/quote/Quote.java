package dev.parley.core.quote;

import dev.parley.core.hours.HourlyRate;
import dev.parley.core.policy.CategoryKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One offered price for the whole ticket; never changed, only superseded by the next version. Where it asks for minutes
 * over a package, its amount comes on top of what was agreed to before.
 *
 * @param version 1 for the ticket's first quote, then counting up
 * @param category the category of the price list the work was assessed as
 * @param amount the total for the ticket in the desk's unit, at least 0
 * @param scope what the customer gets for it, in plain words
 * @param automatic true if no yes is asked for: category 1, pre-agreed work, or a re-assessment downwards
 * @param offeredAt when it was made
 * @param expiresAt the first instant at which a yes comes too late
 * @param rate what an hour of it costs in money, as it stood when it was offered; null where the unit is not time
 * @param over of which package the minutes go over; null for a price that is reserved
 */
public record Quote(
        int version,
        CategoryKey category,
        long amount,
        String scope,
        boolean automatic,
        Instant offeredAt,
        Instant expiresAt,
        @Nullable HourlyRate rate,
        @Nullable OverageOf over) {

    public Quote {
        if (version < 1 || amount < 0 || !offeredAt.isBefore(expiresAt)) {
            throw new IllegalArgumentException("quote version " + version + ", amount " + amount + ", valid from "
                    + offeredAt + " to " + expiresAt);
        }
    }

    /** A price in units that are no time. */
    public Quote(
            int version,
            CategoryKey category,
            long amount,
            String scope,
            boolean automatic,
            Instant offeredAt,
            Instant expiresAt) {
        this(version, category, amount, scope, automatic, offeredAt, expiresAt, null, null);
    }

    /** The number a customer sees and may name, e.g. {@code Q-1042-2}. */
    public String number(long ticketNumber) {
        return number(ticketNumber, version);
    }

    /** The number of any version of a ticket's quotes. */
    public static String number(long ticketNumber, int version) {
        return "Q-" + ticketNumber + "-" + version;
    }

    /** This quote with a later end: a rejected negotiation or an unanswered question renews it (T28, T51). */
    public Quote validUntil(Instant end) {
        return new Quote(version, category, amount, scope, automatic, offeredAt, end, rate, over);
    }
}
