package dev.parley.core.customer;

import org.jspecify.annotations.Nullable;

/**
 * The contract party: one wallet for all of its licences (C-03).
 *
 * @param provisional true while the customer is only an unknown sender that no staff member has looked at
 * @param preAgreedUpTo the standing pre-agreement an approver gave for new tickets, in units; null if none (C-14b)
 */
public record Customer(
        CustomerId id,
        String name,
        boolean provisional,
        @Nullable Long preAgreedUpTo) {}
