package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Orders.Booking;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.purchase.OrderState.ChargedBack;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A payment is charged back (T99): what is unspent is void, the wallet takes no new work, staff see every ticket. */
public final class LoseOrder {
    private final Store store;
    private final ActOnTicket act;
    private final PayIn payIn;
    private final OrderNews news;

    LoseOrder(Store store, ActOnTicket act, PayIn payIn, OrderNews news) {
        this.store = store;
        this.act = act;
        this.payIn = payIn;
        this.news = news;
    }

    /** Billing says that an order's payment was charged back; empty if there is no such order. */
    public Optional<Ruling<Purchase>> lose(String desk, long number, Because because, Instant now) {
        return store.transact(tx ->
                tx.orders().find(desk, number).map(known -> within(tx, known, because.reason, because.actor, now)));
    }

    /** Who, and why in one clause. */
    public record Because(Actor actor, String reason) {}

    Ruling<Purchase> within(Transaction tx, Purchase known, String reason, Actor actor, Instant now) {
        CustomerId customer = known.order().customer();
        List<TicketId> open = tx.openTickets(customer);
        List<Ticket> tickets =
                open.stream().map(tx::lock).flatMap(Optional::stream).toList();
        Funds _ = news.lock(tx, customer);
        Purchase purchase =
                tx.orders().find(customer.desk(), known.order().number()).orElseThrow();
        Ruling<Purchase> ruling = purchase.chargeBack(now);
        switch (ruling) {
            case Allowed<Purchase>(var lost) -> {
                if (!(purchase.state() instanceof ChargedBack)) {
                    lost(tx, lost, new Because(actor, reason), now);
                    tickets.forEach(ticket -> tell(tx, ticket, actor, now));
                }
            }
            case Refused<Purchase> _ -> {}
        }
        return ruling;
    }

    private void lost(Transaction tx, Purchase lost, Because because, Instant now) {
        String lot = lost.order().paid(now).key();
        tx.orders().chargeBack(lot, booking(lost, "charge-back:" + lot, because, now));
        tx.orders().save(lost);
        news.audit(tx, lost, new OrderNews.Line(because.actor, "charged back", "", because.reason), now);
        news.tell(tx, lost, Template.PAYMENT_CHARGED_BACK, now);
    }

    private void tell(Transaction tx, Ticket ticket, Actor actor, Instant now) {
        Decision _ = act.within(tx, ticket, new TicketEvent.PurchaseChargedBack(), actor, now);
    }

    /** The wallet takes no new work from now on; what is reserved stays. */
    void block(Transaction tx, Purchase purchase, String reason, Actor actor, Instant now) {
        Funds _ = news.lock(tx, purchase.order().customer());
        tx.orders()
                .block(
                        OrderNews.wallet(purchase.order().customer()),
                        true,
                        booking(purchase, "block", new Because(actor, reason), now));
    }

    /** Billing opens the wallet again, once what was owed is settled; work that waited goes on. */
    public void unblock(CustomerId customer, Because because, Instant now) {
        Boolean _ = store.transact(tx -> {
            payIn.lock(tx, OrderNews.wallet(customer));
            Funds before = news.lock(tx, customer);
            Booking booking = new Booking(customer.desk(), "unblock", because.actor, because.reason, now);
            tx.orders().block(OrderNews.wallet(customer), false, booking);
            tx.audit(new AuditLine(
                    customer.desk(),
                    because.actor,
                    "customer " + customer.number(),
                    "wallet opened",
                    before.blocked() ? "blocked" : "open",
                    because.reason,
                    now));
            payIn.resume(tx, OrderNews.wallet(customer), because.actor, now);
            return true;
        });
    }

    private static Booking booking(Purchase purchase, String key, Because because, Instant now) {
        return new Booking(purchase.order().customer().desk(), key, because.actor, because.reason, now);
    }
}
