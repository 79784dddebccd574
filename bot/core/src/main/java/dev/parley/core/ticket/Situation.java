package dev.parley.core.ticket;

import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Funds;
import dev.parley.core.policy.DeskPolicy;
import java.time.Instant;
import java.util.List;

/**
 * What the rules look at besides the ticket and the event.
 *
 * @param funds of the customer's wallet, read under its lock
 * @param approvers who may agree to charges for the ticket's customer now
 */
public record Situation(DeskPolicy policy, Funds funds, List<Contact> approvers, Instant now) {
    public Situation {
        approvers = List.copyOf(approvers);
    }
}
