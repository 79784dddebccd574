package dev.parley.core.ticket;

import dev.parley.core.customer.Contact;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Funds;
import dev.parley.core.policy.DeskPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at besides the ticket and the event.
 *
 * @param funds of the customer's wallet, read under its lock
 * @param approvers who may agree to charges for the ticket's customer now
 * @param time what the rules need where work is paid by time
 */
public record Situation(DeskPolicy policy, Funds funds, List<Contact> approvers, Instant now, Time time) {
    public Situation {
        approvers = List.copyOf(approvers);
    }

    /** Where nothing is paid by time. */
    public Situation(DeskPolicy policy, Funds funds, List<Contact> approvers, Instant now) {
        this(policy, funds, approvers, now, Time.NONE);
    }

    /**
     * Work that is paid by time.
     *
     * @param onDemand what an hour without a package costs now; null where nothing is paid by time
     * @param overLeft how many more minutes over the contract lets be agreed to in the cycle an open question is about;
     *     0 once neither runs any more
     */
    public record Time(@Nullable HourlyRate onDemand, long overLeft) {
        /** Nothing is paid by time. */
        public static final Time NONE = new Time(null, 0);
    }
}
