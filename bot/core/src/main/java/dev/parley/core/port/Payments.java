package dev.parley.core.port;

import dev.parley.core.money.Money;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Order;

/** A desk's account at a payment provider. Never called inside a transaction: it may take seconds. */
public interface Payments {
    /** Opens the {@code nth} payment page of an order; the same page again for the same order and number. */
    Opened open(Asked asked);

    /** Gives money of a payment back, once for each {@code key}. */
    Returned giveBack(String payment, Money amount, String key);

    /**
     * What a payment page is for.
     *
     * @param title what the customer reads on it
     * @param back where the customer goes afterwards, paid or not
     */
    record Asked(Order order, int nth, String title, String back) {}

    /** How opening a page ended. */
    sealed interface Opened {
        /** Here it is. */
        record Page(Checkout checkout) implements Opened {}

        /** Not now: no connection, too many requests, trouble at the provider. */
        record Later(String why) implements Opened {}

        /** The provider refuses, and will again. */
        record Never(String why) implements Opened {}
    }

    /** How giving back ended. */
    sealed interface Returned {
        /** The provider gives it back. */
        record Done() implements Returned {}

        /** It did not. {@code why}: one clause. */
        record Not(String why) implements Returned {}
    }
}
