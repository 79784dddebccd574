package dev.parley.core.purchase;

import java.time.Instant;

/** What became of an order. */
public sealed interface OrderState {
    /** Not paid. */
    record Open() implements OrderState {}

    /**
     * Paid, and its credits granted.
     *
     * @param refunded how many of them were taken back for money
     */
    record Paid(Payment payment, Instant at, long refunded) implements OrderState {
        public Paid {
            if (refunded < 0) {
                throw new IllegalArgumentException(refunded + " credits taken back");
            }
        }
    }

    /** Taken back before it was paid. */
    record Cancelled(Instant at) implements OrderState {}

    /** The payment was charged back: what was unspent is void, the wallet is blocked (T99). */
    record ChargedBack(Paid paid, Instant at) implements OrderState {}
}
