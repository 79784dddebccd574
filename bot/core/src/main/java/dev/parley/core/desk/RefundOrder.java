package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.money.Money;
import dev.parley.core.port.Orders.Booking;
import dev.parley.core.port.Orders.TakenBack;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Unspent credits of an order are taken back for money, by what the order cost (C-30). */
public final class RefundOrder {
    private final Store store;
    private final OrderNews news;

    RefundOrder(Store store, OrderNews news) {
        this.store = store;
        this.news = news;
    }

    /** Credits that are gone, and what is owed for them. {@code key}: names this refund. */
    public record Refund(Purchase purchase, long units, Money worth, String key) {}

    /** Takes {@code units} back; empty if there is no such order. */
    public Optional<Ruling<Refund>> refund(
            String desk, long number, long units, LoseOrder.Because because, Instant now) {
        return store.transact(
                tx -> tx.orders().find(desk, number).map(known -> refund(tx, known, units, because, now)));
    }

    private Ruling<Refund> refund(Transaction tx, Purchase known, long units, LoseOrder.Because because, Instant now) {
        CustomerId customer = known.order().customer();
        Funds _ = news.lock(tx, customer);
        Purchase purchase =
                tx.orders().find(customer.desk(), known.order().number()).orElseThrow();
        return switch (purchase.refund(units)) {
            case Refused<Purchase> no -> new Refused<>(no.wrong(), no.right());
            case Allowed<Purchase>(var refunded) -> taken(tx, refunded, units, because, now);
        };
    }

    private Ruling<Refund> taken(
            Transaction tx, Purchase refunded, long units, LoseOrder.Because because, Instant now) {
        String lot = refunded.order().paid(now).key();
        String key = "refund:" + lot + ":" + count(refunded);
        Booking booking = new Booking(refunded.order().customer().desk(), key, because.actor(), because.reason(), now);
        return switch (tx.orders().takeBack(lot, units, booking)) {
            case TakenBack.Lacking lacking ->
                new Refused<>(
                        lacking.units() + " of these credits are spent or reserved", "at most what is left of the lot");
            case TakenBack.Done(var worth) -> {
                tx.orders().save(refunded);
                news.audit(
                        tx,
                        refunded,
                        new OrderNews.Line(
                                because.actor(), "refunded", "", units + " for " + worth + ": " + because.reason()),
                        now);
                news.tell(
                        tx,
                        refunded,
                        Template.MONEY_BACK,
                        Map.of("amount", Long.toString(units), "price", worth.toString()),
                        now);
                yield new Allowed<>(new Refund(refunded, units, worth, key));
            }
        };
    }

    /** What all credits taken back from the order so far were worth. */
    static Money worth(Purchase purchase) {
        Lot lot = purchase.order().paid(purchase.order().orderedAt());
        long count = count(purchase);
        return count == 0 ? Money.zero(lot.cost().currency()) : lot.worth(0, count);
    }

    private static long count(Purchase purchase) {
        return switch (purchase.state()) {
            case OrderState.Open _ -> 0;
            case OrderState.Cancelled _ -> 0;
            case OrderState.Paid paid -> paid.refunded();
            case OrderState.ChargedBack back -> back.paid().refunded();
        };
    }
}
