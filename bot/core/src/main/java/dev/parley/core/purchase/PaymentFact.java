package dev.parley.core.purchase;

import dev.parley.core.money.Money;

/** What the payment provider says happened; it may say so late, twice, and in another order. */
public sealed interface PaymentFact {
    /** The order was paid. {@code payment}: the provider's id of the money. */
    record Paid(long order, Payment.How how, String payment, Money amount) implements PaymentFact {}

    /** The customer finished the page, and the bank has not said yes or no; nothing is granted. */
    record Pending(long order) implements PaymentFact {}

    /** No money came. {@code why}: one clause. */
    record Failed(long order, String why) implements PaymentFact {}

    /** So much of a payment was given back altogether. */
    record GivenBack(long order, String payment, Money total) implements PaymentFact {}

    /**
     * The customer's bank disputes a payment.
     *
     * @param taken true once the money was taken from us; false for a mere inquiry
     */
    record Disputed(String payment, String reason, boolean taken) implements PaymentFact {}

    /** The dispute is over. {@code lost}: the money stays with the customer. */
    record DisputeEnded(String payment, boolean lost) implements PaymentFact {}

    /** A way to pay was saved for a standing order. */
    record MethodSaved(long standingOrder, StandingOrder.Saved saved) implements PaymentFact {}

    /** Nothing of ours. {@code what}: the provider's word for it. */
    record Irrelevant(String what) implements PaymentFact {}
}
