package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Settlement;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.util.Optional;

/** Money comes for an order, or it is taken back. Order, lot, tickets that waited and mails are one decision. */
public final class SettleOrder {
    private final Store store;
    private final PayIn payIn;
    private final OrderNews news;

    SettleOrder(Store store, PayIn payIn, OrderNews news) {
        this.store = store;
        this.payIn = payIn;
        this.news = news;
    }

    /** Money that came. */
    public record Receipt(Payment payment, Money amount) {}

    /** Billing has seen the money for the whole price; empty if there is no such order. */
    public Optional<Settlement> paid(String desk, long number, Payment payment, Actor actor, Instant now) {
        return store.transact(tx -> tx.orders()
                .find(desk, number)
                .map(order -> settle(
                        tx, order, new Receipt(payment, order.order().offer().price()), actor, now)));
    }

    /**
     * Money came for {@code known}, an order as it was before its wallet was locked. A payment that does not fit grants
     * nothing and is shown to staff.
     */
    Settlement settle(Transaction tx, Purchase known, Receipt receipt, Actor actor, Instant now) {
        CustomerId customer = known.order().customer();
        payIn.lock(tx, OrderNews.wallet(customer));
        Purchase purchase = reread(tx, known);
        Settlement settlement = purchase.settle(receipt.payment, receipt.amount, now);
        switch (settlement) {
            case Settlement.Settled settled -> settled(tx, settled, receipt, actor, now);
            case Settlement.Known _ -> {}
            case Settlement.Odd odd -> odd(tx, purchase, odd.why(), actor, now);
        }
        return settlement;
    }

    private void settled(Transaction tx, Settlement.Settled settled, Receipt receipt, Actor actor, Instant now) {
        Purchase purchase = settled.paid();
        Lot lot = settled.lot();
        tx.orders().save(purchase);
        news.audit(
                tx,
                purchase,
                new OrderNews.Line(
                        actor,
                        "paid",
                        "",
                        receipt.amount + " by " + receipt.payment.how() + " " + receipt.payment.reference()),
                now);
        boolean fresh = payIn.within(tx, Grant.of(lot, OrderNews.wallet(lot.customer()), actor));
        if (!fresh) {
            throw new IllegalStateException(lot.key() + " was granted without its order being paid");
        }
        news.tell(tx, purchase, Template.ORDER_PAID, now);
    }

    /** Something about the order's money that a person has to look at; nothing else happens. */
    void odd(Transaction tx, Purchase purchase, String why, Actor actor, Instant now) {
        news.audit(tx, purchase, new OrderNews.Line(actor, "payment to look at", "", why), now);
        news.tellStaff(tx, purchase, Template.STAFF_PAYMENT, why, now);
    }

    /** Takes back an order that is not paid; empty if there is no such order. */
    public Optional<Ruling<Purchase>> cancel(String desk, long number, Actor actor, Instant now) {
        return store.transact(tx -> tx.orders().find(desk, number).map(known -> cancel(tx, known, actor, now)));
    }

    Ruling<Purchase> cancel(Transaction tx, Purchase known, Actor actor, Instant now) {
        news.lock(tx, known.order().customer());
        Purchase purchase = reread(tx, known);
        Ruling<Purchase> ruling = purchase.cancel(now);
        switch (ruling) {
            case Allowed<Purchase>(var cancelled) -> {
                if (!cancelled.equals(purchase)) {
                    tx.orders().save(cancelled);
                    news.audit(tx, cancelled, new OrderNews.Line(actor, "cancelled", "", ""), now);
                }
            }
            case Refused<Purchase> _ -> {}
        }
        return ruling;
    }

    private static Purchase reread(Transaction tx, Purchase known) {
        return tx.orders()
                .find(known.order().customer().desk(), known.order().number())
                .orElseThrow();
    }
}
