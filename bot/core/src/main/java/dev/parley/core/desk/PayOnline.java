package dev.parley.core.desk;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Payments;
import dev.parley.core.port.Payments.Opened;
import dev.parley.core.port.Payments.Returned;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Orders are paid at the desk's payment provider. What the provider does is asked outside of any transaction. */
public final class PayOnline {
    private static final Actor DESK = new Actor.Desk();

    private final Map<String, Payments> byDesk;
    private final Store store;
    private final OrderNews news;

    PayOnline(Map<String, Payments> byDesk, Store store, OrderNews news) {
        this.byDesk = Map.copyOf(byDesk);
        this.store = store;
        this.news = news;
    }

    /** Whether this desk has a provider. */
    public boolean offered(String desk) {
        return byDesk.containsKey(desk);
    }

    /** The page on which an open order is paid: the one that is open already, else another one. */
    public Opened open(Purchase purchase, String title, String back, Instant now) {
        Payments payments = byDesk.get(purchase.order().customer().desk());
        if (payments == null) {
            return new Opened.Never("this desk takes no payments online");
        }
        Checkout last = purchase.checkout();
        if (last != null && now.isBefore(last.until())) {
            return new Opened.Page(last);
        }
        int nth = last == null ? 1 : last.nth() + 1;
        Opened opened = payments.open(new Payments.Asked(purchase.order(), nth, title, back));
        return switch (opened) {
            case Opened.Page(var page) -> keep(purchase, page, now);
            case Opened.Later later -> later;
            case Opened.Never never -> never;
        };
    }

    /** The page on which the provider keeps a way to pay for a standing order; no money moves. */
    public Opened save(StandingOrder order, String back) {
        Payments payments = byDesk.get(order.customer().desk());
        return payments == null
                ? new Opened.Never("this desk takes no payments online")
                : payments.save(new Payments.SaveAsked(order, order.consent().address(), back));
    }

    private Opened keep(Purchase known, Checkout page, Instant now) {
        return store.transact(tx -> {
            Purchase purchase = locked(tx, known);
            if (!(purchase.state() instanceof OrderState.Open)) {
                return new Opened.Never("this order is not open any more");
            }
            tx.orders().save(purchase.with(page));
            news.audit(tx, purchase, new OrderNews.Line(DESK, "payment page opened", "", page.session()), now);
            return new Opened.Page(page);
        });
    }

    /** Gives the money for credits that were taken back to whoever paid online; empty if the order was not. */
    public Optional<Returned> giveBack(RefundOrder.Refund refund, Instant now) {
        CustomerId customer = refund.purchase().order().customer();
        Payments payments = byDesk.get(customer.desk());
        if (!(refund.purchase().state() instanceof OrderState.Paid paid)
                || paid.payment().how() == Payment.How.INVOICE
                || payments == null) {
            return Optional.empty();
        }
        Returned returned = payments.giveBack(paid.payment().reference(), refund.worth(), refund.key());
        String what = switch (returned) {
            case Returned.Done _ -> "money given back";
            case Returned.Not _ -> "money not given back";
        };
        String why = returned instanceof Returned.Not not
                ? not.why()
                : refund.worth().toString();
        return store.transact(tx -> {
            news.audit(tx, locked(tx, refund.purchase()), new OrderNews.Line(DESK, what, "", why), now);
            return Optional.of(returned);
        });
    }

    private Purchase locked(Transaction tx, Purchase known) {
        CustomerId customer = known.order().customer();
        Funds _ = news.lock(tx, customer);
        return tx.orders().find(customer.desk(), known.order().number()).orElseThrow();
    }
}
