package dev.parley.core.purchase;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.OrderState.Cancelled;
import dev.parley.core.purchase.OrderState.ChargedBack;
import dev.parley.core.purchase.OrderState.Open;
import dev.parley.core.purchase.OrderState.Paid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order and what became of it. It changes only while its customer's wallet is locked.
 *
 * @param terms what was agreed when it was placed
 * @param checkout the payment page that was opened last, null if none was
 */
public record Purchase(
        Order order,
        Terms terms,
        OrderState state,
        @Nullable Checkout checkout) {

    /**
     * What was agreed when an order was placed.
     *
     * @param key whoever orders with the same key again gets the same order; 1 to {@value #KEY_LENGTH_MAX} characters
     * @param how the way it is to be paid; another way is taken, too
     * @param payBy the first instant at which it counts as expired; money that comes later is taken, for it is paid
     * @param ticket the number of the ticket it was ordered for, 0 if for none
     * @param automatic the place among the customer's automatic orders, from 1; 0 if a person ordered
     */
    public record Terms(String key, Payment.How how, Instant payBy, long ticket, int automatic) {
        /** Longer ones are no keys. */
        public static final int KEY_LENGTH_MAX = 200;

        public Terms {
            if (key.isBlank() || key.length() > KEY_LENGTH_MAX || ticket < 0 || automatic < 0) {
                throw new IllegalArgumentException(
                        "an order with the key ‘" + key + "’ for ticket " + ticket + ", automatic " + automatic);
            }
        }
    }

    /** Where an order stands, as people see it. */
    public enum Status {
        OPEN,
        /** Open, and its time to pay is over; money that comes after all is taken. */
        EXPIRED,
        PAID,
        /** All of its credits were taken back for money. */
        REFUNDED,
        CHARGED_BACK,
        CANCELLED
    }

    /** What money that came for an order does. */
    public sealed interface Settlement {
        /** It is paid now: {@code lot} is granted. */
        record Settled(Purchase paid, Lot lot) implements Settlement {}

        /** This payment settled it before; nothing happens. */
        record Known() implements Settlement {}

        /** Nothing is granted; a person has to look at it. {@code why}: one clause. */
        record Odd(String why) implements Settlement {}
    }

    /** A new order. */
    public static Purchase placed(Order order, Terms terms) {
        return new Purchase(order, terms, new Open(), null);
    }

    /** Where it stands at {@code now}. */
    public Status status(Instant now) {
        return switch (state) {
            case Open _ -> now.isBefore(terms.payBy) ? Status.OPEN : Status.EXPIRED;
            case Paid paid -> paid.refunded() == order.offer().units() ? Status.REFUNDED : Status.PAID;
            case Cancelled _ -> Status.CANCELLED;
            case ChargedBack _ -> Status.CHARGED_BACK;
        };
    }

    /** Money came: {@code amount} has to be the price, to the cent and in its currency. */
    public Settlement settle(Payment payment, Money amount, Instant at) {
        return switch (state) {
            case Open _ ->
                amount.equals(order.offer().price())
                        ? new Settlement.Settled(with(new Paid(payment, at, 0)), order.paid(at))
                        : new Settlement.Odd(
                                amount + " came, its price is " + order.offer().price());
            case Paid paid -> again(paid, payment, amount);
            case ChargedBack back -> again(back.paid(), payment, amount);
            case Cancelled _ -> new Settlement.Odd(amount + " came after it was cancelled");
        };
    }

    private static Settlement again(Paid paid, Payment payment, Money amount) {
        return paid.payment().equals(payment)
                ? new Settlement.Known()
                : new Settlement.Odd(amount + " came a second time (" + payment.reference() + "), paid before by "
                        + paid.payment().reference());
    }

    /** Takes the order back; one that was paid is refunded instead. Cancelling twice changes nothing. */
    public Ruling<Purchase> cancel(Instant at) {
        return switch (state) {
            case Open _ -> new Allowed<>(with(new Cancelled(at)));
            case Cancelled _ -> new Allowed<>(this);
            case Paid _ -> new Refused<>("order " + order.number() + " is paid", "refund its unspent credits instead");
            case ChargedBack _ -> new Refused<>("order " + order.number() + " was charged back", "nothing to cancel");
        };
    }

    /** Takes {@code units} of its credits back for money (C-30); that they are unspent is for the ledger to say. */
    public Ruling<Purchase> refund(long units) {
        if (!(state instanceof Paid paid)) {
            return new Refused<>("order " + order.number() + " is not paid", "an order that is paid");
        }
        var left = order.offer().units() - paid.refunded();
        return units >= 1 && units <= left
                ? new Allowed<>(with(new Paid(paid.payment(), paid.at(), paid.refunded() + units)))
                : new Refused<>(units + " credits of order " + order.number(), "1 to " + left);
    }

    /** The payment was taken back by the bank or the card's holder (T99). Twice changes nothing. */
    public Ruling<Purchase> chargeBack(Instant at) {
        return switch (state) {
            case Paid paid -> new Allowed<>(with(new ChargedBack(paid, at)));
            case ChargedBack _ -> new Allowed<>(this);
            case Open _ -> new Refused<>("order " + order.number() + " is not paid", "an order that is paid");
            case Cancelled _ -> new Refused<>("order " + order.number() + " is cancelled", "an order that is paid");
        };
    }

    /** With another payment page. */
    public Purchase with(Checkout page) {
        return new Purchase(order, terms, state, page);
    }

    private Purchase with(OrderState next) {
        return new Purchase(order, terms, next, checkout);
    }
}
