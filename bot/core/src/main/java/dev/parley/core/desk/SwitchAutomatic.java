package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Automatic purchases are switched on by a saved way to pay, and off or to a pause by whatever speaks against them. */
public final class SwitchAutomatic {
    private static final Actor DESK = new Actor.Desk();

    private final Store store;
    private final OrderNews orders;
    private final AutomaticNews news;

    SwitchAutomatic(Store store, OrderNews orders, AutomaticNews news) {
        this.store = store;
        this.orders = orders;
        this.news = news;
    }

    /** Staff switch a customer's automatic purchases off; how many agreements that ended. */
    public int off(CustomerId customer, LoseOrder.Because because, Instant now) {
        return store.transact(tx -> off(tx, customer, because, now));
    }

    /** The same; agreements whose page is not finished end, too. */
    int off(Transaction tx, CustomerId customer, LoseOrder.Because because, Instant now) {
        Funds _ = orders.lock(tx, customer);
        List<StandingOrder> open = tx.orders().standing().of(customer).stream()
                .filter(order -> !(order.state() instanceof State.Off))
                .toList();
        for (StandingOrder order : open) {
            save(tx, order.off(because.reason(), now), new AutomaticNews.Line(because.actor(), "off", ""), now);
            if (order.live()) {
                news.tell(tx, order, Template.PURCHASES_OFF, Map.of("reason", because.reason()), now);
            }
        }
        return open.size();
    }

    /** The provider keeps a way to pay for an agreement: it is on, and takes the place of an older one. */
    void saved(Transaction tx, StandingOrder known, Saved saved, Instant now) {
        Funds _ = orders.lock(tx, known.customer());
        List<StandingOrder> all = tx.orders().standing().of(known.customer());
        StandingOrder order = all.stream()
                .filter(each -> each.number() == known.number())
                .findFirst()
                .orElseThrow();
        if (all.stream().anyMatch(other -> other.live() && other.number() > order.number())) {
            save(tx, order.off("a newer agreement is in force", now), line("off"), now);
            return;
        }
        Ruling<StandingOrder> ruling = order.saved(saved, now);
        switch (ruling) {
            case Allowed<StandingOrder>(var on) when on.equals(order) -> {}
            case Allowed<StandingOrder>(var on) -> {
                all.stream()
                        .filter(StandingOrder::live)
                        .forEach(old -> save(tx, old.off("a newer agreement took its place", now), line("off"), now));
                save(tx, on, line("on"), now);
                news.tell(tx, on, Template.PURCHASES_ON, Map.of(), now);
            }
            case Refused<StandingOrder> no ->
                news.audit(tx, order, new AutomaticNews.Line(DESK, "saved in vain", no.wrong()), now);
        }
    }

    /** Nothing is bought any more until somebody agrees anew; approvers and staff hear why. */
    void pause(Transaction tx, CustomerId customer, String why, Instant now) {
        tx.orders().standing().of(customer).stream()
                .filter(order -> order.state() instanceof State.On)
                .forEach(order -> {
                    save(tx, order.paused(why, now), new AutomaticNews.Line(DESK, "paused", why), now);
                    news.tell(tx, order, Template.PURCHASES_PAUSED, Map.of("reason", why), now);
                    news.tellStaff(tx, order, "no automatic purchases any more: " + why, now);
                });
    }

    private void save(Transaction tx, StandingOrder order, AutomaticNews.Line line, Instant now) {
        tx.orders().standing().save(order);
        news.audit(tx, order, line, now);
    }

    private static AutomaticNews.Line line(String what) {
        return new AutomaticNews.Line(DESK, what, "");
    }
}
