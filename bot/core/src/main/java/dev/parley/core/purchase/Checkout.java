package dev.parley.core.purchase;

import java.time.Instant;

/**
 * The payment page that was opened last for an order.
 *
 * @param nth 1 for the order's first, then counting up; part of the key by which the provider opens it once
 * @param session the provider's id of it
 * @param until it can be paid before this instant
 */
public record Checkout(int nth, String session, String url, Instant until) {
    public Checkout {
        if (nth < 1) {
            throw new IllegalArgumentException("payment page " + nth);
        }
    }
}
