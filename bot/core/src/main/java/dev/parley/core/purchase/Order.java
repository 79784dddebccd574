package dev.parley.core.purchase;

import dev.parley.core.customer.CustomerId;
import java.time.Instant;

/**
 * A package that a customer ordered.
 *
 * @param number unique within the desk
 * @param offer the package at the price of that time, which stays whatever the list says later
 */
public record Order(long number, CustomerId customer, Offer offer, Instant orderedAt) {
    /** The credits it brings once it is paid. Paid twice over, the key is the same: the ledger grants it once. */
    public Lot paid(Instant at) {
        return new Lot("order:" + number, customer, offer.units(), offer.price(), at);
    }
}
