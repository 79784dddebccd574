package dev.parley.core.review;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.purchase.Lot;
import java.util.Optional;

/** The proof that a customer bought what the desk sells; only a lot that was paid for makes it (C-26). */
public final class Bought {
    private final Lot lot;

    private Bought(Lot lot) {
        this.lot = lot;
    }

    /** The proof by this lot; empty if it was a gift. */
    public static Optional<Bought> by(Lot lot) {
        return lot.cost().minor() > 0 ? Optional.of(new Bought(lot)) : Optional.empty();
    }

    /** Who bought it. */
    public CustomerId customer() {
        return lot.customer();
    }
}
