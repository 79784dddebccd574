package dev.parley.storage.ledger;

import java.time.Instant;

/**
 * The next version of a ticket's quote.
 *
 * @param ticket the number people see
 * @param wallet who would pay; its unit is the quote's unit
 * @param amount the total for the ticket in the smallest unit, 1 to 10^12
 * @param category 1 and up, as the desk's policy numbers them
 * @param categoryKey the policy's name for the price rule
 * @param scope what is offered, in words
 * @param auto agreed beforehand: may be held at once, without a decision
 * @param expiresAt first instant at which a yes comes too late
 */
public record Offer(
        long ticket,
        long wallet,
        long amount,
        int category,
        String categoryKey,
        String scope,
        boolean auto,
        Instant expiresAt) {}
