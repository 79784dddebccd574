package dev.parley.core.port;

import dev.parley.core.money.Money;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;

/** A desk's account at a payment provider. Never called inside a transaction: it may take seconds. */
public interface Payments {
    /** Opens the {@code nth} payment page of an order; the same page again for the same order and number. */
    Opened open(Asked asked);

    /** Opens the page on which a way to pay is saved for a standing order; the same page again for the same one. */
    Opened save(SaveAsked asked);

    /** Takes the price of an order with what was saved, nobody being present; once for each order. */
    Charged charge(Order order, StandingOrder.Saved saved, String title);

    /** Gives money of a payment back, once for each {@code key}. */
    Returned giveBack(String payment, Money amount, String key);

    /**
     * What a payment page is for.
     *
     * @param title what the customer reads on it
     * @param back where the customer goes afterwards, paid or not
     */
    record Asked(Order order, int nth, String title, String back) {}

    /** {@code address}: of whoever agreed, so that the provider need not ask for it. */
    record SaveAsked(StandingOrder order, String address, String back) {}

    /** How taking money ended. */
    sealed interface Charged {
        /** It is taken. {@code payment}: the provider's id of it. */
        record Paid(String payment, Money amount) implements Charged {}

        /** The bank has not answered; the provider tells when it has. */
        record Pending() implements Charged {}

        /** Nothing was taken, and trying again is of no use. {@code why}: one clause. */
        record Declined(String why) implements Charged {}

        /** Nobody knows whether it was taken: no connection, too many requests, trouble at the provider. */
        record Later(String why) implements Charged {}
    }

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
