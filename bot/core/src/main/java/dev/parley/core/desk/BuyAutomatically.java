package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Payments;
import dev.parley.core.port.Payments.Charged;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.port.StandingWork;
import dev.parley.core.port.StandingWork.Due;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.TopUp.Automatic;
import dev.parley.core.purchase.TopUp.Step;
import dev.parley.core.ticket.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Buys a package for customers who agreed to that, when their credits run low. The order is made under the lock of the
 * customer's wallet and numbered, so that only one is open at a time; its price is taken outside of any transaction
 * under a key of that order, so that whoever dies in between, the next one goes on and takes nothing twice.
 */
public final class BuyAutomatically {
    /** How long an open order's money is asked for. The provider forgets a key after a day, and then it takes again. */
    static final Duration ASKED_FOR = Duration.ofHours(20);

    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Actor DESK = new Actor.Desk();

    private final Shops shops;
    private final Store store;
    private final Parts parts;

    /** Who does what of it. */
    record Parts(
            PlaceOrder place, SettleOrder settle, SwitchAutomatic switches, OrderNews orders, AutomaticNews news) {}

    BuyAutomatically(Shops shops, Store store, Parts parts) {
        this.shops = shops;
        this.store = store;
        this.parts = parts;
    }

    /** Claims up to {@code max} standing orders and does what is due; how many. */
    public int buyDue(StandingWork work, int max, Duration lease, Instant now) {
        List<Due> due = work.claim(max, lease, now);
        due.forEach(each -> work.wind(each, look(each, now)));
        return due.size();
    }

    /** Does all that is due of one standing order; when to look again. */
    public Instant look(Due due, Instant now) {
        Next next = store.transact(tx -> tx.orders()
                .standing()
                .find(due.desk(), due.number())
                .map(known -> decide(tx, known, now))
                .orElse(new Next.Rest(NEVER)));
        return switch (next) {
            case Next.Rest(var until) -> until;
            case Next.Charge(var order, var saved) -> charge(order, saved, now);
        };
    }

    /** What is to be done outside of a transaction. */
    private sealed interface Next {
        record Rest(Instant until) implements Next {}

        record Charge(Purchase order, Saved saved) implements Next {}
    }

    private Next decide(Transaction tx, StandingOrder known, Instant now) {
        CustomerId customer = known.customer();
        Funds funds = parts.orders.lock(tx, customer);
        StandingOrder order =
                tx.orders().standing().find(customer.desk(), known.number()).orElseThrow();
        if (!(order.state() instanceof State.On(var saved, var _))) {
            return new Next.Rest(NEVER);
        }
        List<Purchase> made = tx.orders().standing().automatic(customer, StandingOrders.PAGE_MAX);
        Step step = order.terms()
                .topUp()
                .next(funds, made.stream().map(BuyAutomatically::automatic).toList(), now);
        return switch (step) {
            case Step.Nothing _ -> new Next.Rest(now.plus(LOOK));
            case Step.Wait(var sequence) -> goOn(tx, order, saved, open(made, sequence), now);
            case Step.TooMany tooMany -> hold(tx, order, tooMany, now);
            case Step.Buy buy -> buy(tx, order, saved, buy.sequence(), now);
        };
    }

    private static Automatic automatic(Purchase purchase) {
        Automatic.State state = switch (purchase.state()) {
            case OrderState.Open _ -> Automatic.State.OPEN;
            case OrderState.Paid _ -> Automatic.State.PAID;
            case OrderState.ChargedBack _ -> Automatic.State.PAID;
            case OrderState.Cancelled _ -> Automatic.State.FAILED;
        };
        return new Automatic(purchase.terms().automatic(), purchase.order().orderedAt(), state);
    }

    private static Purchase open(List<Purchase> made, int sequence) {
        return made.stream()
                .filter(purchase -> purchase.terms().automatic() == sequence)
                .findFirst()
                .orElseThrow();
    }

    /** Somebody made the order and did not come to its money, or the money is not clear yet. */
    private Next goOn(Transaction tx, StandingOrder order, Saved saved, Purchase open, Instant now) {
        if (now.isBefore(open.order().orderedAt().plus(ASKED_FOR))) {
            return new Next.Charge(open, saved);
        }
        String why = "nobody knows whether order " + open.order().number()
                + " was paid; look at the provider, then mark it as paid or cancel it";
        if (tx.orders()
                .once(
                        order.customer().desk(),
                        "automatic-unclear:" + open.order().number(),
                        now)) {
            parts.news.tellStaff(tx, order, why, now);
        }
        return new Next.Rest(now.plus(ASKED_FOR));
    }

    private Next hold(Transaction tx, StandingOrder order, Step.TooMany tooMany, Instant now) {
        String key = "automatic-held:" + order.number() + ":" + tooMany.until();
        if (tx.orders().once(order.customer().desk(), key, now)) {
            Map<String, String> fields = Map.of(
                    "orders", Integer.toString(tooMany.orders()),
                    "until", tooMany.until().toString());
            parts.news.tell(tx, order, Template.PURCHASES_HELD_BACK, fields, now);
            parts.news.tellStaff(
                    tx,
                    order,
                    tooMany.orders() + " automatic purchases within "
                            + tooMany.guard().window().toHours() + " hours, which is the most; none before "
                            + tooMany.until(),
                    now);
        }
        return new Next.Rest(tooMany.until());
    }

    private Next buy(Transaction tx, StandingOrder order, Saved saved, int sequence, Instant now) {
        Optional<String> against = against(tx, order);
        if (against.isPresent()) {
            parts.switches.pause(tx, order.customer(), against.get(), now);
            return new Next.Rest(NEVER);
        }
        PlaceOrder.Wish wish = new PlaceOrder.Wish(
                order.customer(),
                order.terms().offer().units(),
                Payment.How.SAVED,
                "automatic:" + order.customer().number() + ":" + sequence,
                order.consent().ticket(),
                sequence);
        Ruling<Purchase> ruling = parts.place.within(tx, wish, DESK, now);
        return switch (ruling) {
            case Allowed<Purchase>(var placed) -> new Next.Charge(placed, saved);
            case Refused<Purchase> no -> throw new IllegalStateException("an automatic order: " + no.wrong());
        };
    }

    /** What speaks against buying as it was agreed to. */
    private Optional<String> against(Transaction tx, StandingOrder order) {
        Offer agreed = order.terms().offer();
        boolean onSale = shops.of(order.customer().desk()).stream()
                .anyMatch(shop -> shop.offers().offers().contains(agreed));
        if (!onSale) {
            return Optional.of("there is no package of " + agreed.units() + " for " + agreed.price() + " any more");
        }
        Contact by = tx.contact(order.consent().by());
        return by.approver() && by.customer().equals(order.customer())
                ? Optional.empty()
                : Optional.of(by.address() + ", who agreed to it, may not agree to charges any more");
    }

    // ---- the money

    private Instant charge(Purchase order, Saved saved, Instant now) {
        Payments payments = shops.payments().get(order.order().customer().desk());
        if (payments == null) {
            return now.plus(PAUSE);
        }
        Charged charged =
                payments.charge(order.order(), saved, order.order().offer().units() + " credits");
        return switch (charged) {
            case Charged.Paid paid -> {
                store.transact(tx -> paid(tx, order, paid, now));
                yield now.plus(LOOK);
            }
            case Charged.Pending _ -> now.plus(PAUSE);
            case Charged.Later _ -> now.plus(PAUSE);
            case Charged.Declined(var why) -> {
                store.transact(tx -> failed(tx, order, why, now));
                yield NEVER;
            }
        };
    }

    private Purchase.Settlement paid(Transaction tx, Purchase order, Charged.Paid paid, Instant now) {
        Payment payment = new Payment(Payment.How.SAVED, paid.payment());
        return parts.settle.settle(tx, order, new SettleOrder.Receipt(payment, paid.amount()), DESK, now);
    }

    /** No money came for an automatic order: it is over, and so is buying by itself until somebody agrees anew. */
    boolean failed(Transaction tx, Purchase known, String why, Instant now) {
        CustomerId customer = known.order().customer();
        Funds _ = parts.orders.lock(tx, customer);
        Purchase order =
                tx.orders().find(customer.desk(), known.order().number()).orElseThrow();
        if (!(order.state() instanceof OrderState.Open)) {
            return false;
        }
        parts.orders.audit(tx, order, new OrderNews.Line(DESK, "payment failed", "", why), now);
        Ruling<Purchase> _ = parts.settle.cancel(tx, order, DESK, now);
        parts.switches.pause(tx, customer, why, now);
        return true;
    }
}
