package dev.parley.core.quote;

import dev.parley.core.policy.CategoryKey;
import java.time.Instant;

/**
 * One offered price for the whole ticket; never changed, only superseded by the next version.
 *
 * @param version 1 for the ticket's first quote, then counting up
 * @param category the category of the price list the work was assessed as
 * @param amount the total for the ticket in the desk's unit, at least 0
 * @param scope what the customer gets for it, in plain words
 * @param automatic true if no yes is asked for: category 1, pre-agreed work, or a re-assessment downwards
 * @param offeredAt when it was made
 * @param expiresAt the first instant at which a yes comes too late
 */
public record Quote(
        int version,
        CategoryKey category,
        long amount,
        String scope,
        boolean automatic,
        Instant offeredAt,
        Instant expiresAt) {

    public Quote {
        if (version < 1 || amount < 0 || !offeredAt.isBefore(expiresAt)) {
            throw new IllegalArgumentException("quote version " + version + ", amount " + amount + ", valid from "
                    + offeredAt + " to " + expiresAt);
        }
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
        return new Quote(version, category, amount, scope, automatic, offeredAt, end);
    }
}
