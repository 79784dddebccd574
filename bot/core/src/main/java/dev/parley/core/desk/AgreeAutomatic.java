package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Consent;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may agree to charges agrees to automatic purchases, by the link that was sent to the registered address;
 * or takes that back. Agreeing buys nothing, and counts for nothing until a way to pay was saved.
 */
public final class AgreeAutomatic {
    /** A page to save a way to pay is opened again for the same wish within this time. */
    private static final Duration SAME_PAGE = Duration.ofHours(1);

    private final Shops shops;
    private final Store store;
    private final Marks marks;
    private final SwitchAutomatic switches;
    private final AutomaticNews news;

    AgreeAutomatic(Shops shops, Store store, Marks marks, SwitchAutomatic switches, AutomaticNews news) {
        this.shops = shops;
        this.store = store;
        this.marks = marks;
        this.switches = switches;
        this.news = news;
    }

    /**
     * What the holder of a link sees.
     *
     * @param limits the most the desk lets a customer agree to
     * @param current the agreement that is on or pauses, if there is one
     */
    public record View(Contact holder, AutomaticLimits limits, List<Offer> offers, Optional<StandingOrder> current) {
        public View {
            offers = List.copyOf(offers);
        }
    }

    /** What somebody would agree to. */
    public record Wish(long below, long units, int perDay, int perMonth) {}

    /** What is to be seen; empty if the token is not ours, its holder may not agree, or the desk does not offer it. */
    public Optional<View> look(String desk, String token) {
        return marks.ofBuyToken(desk, token)
                .flatMap(pointer -> store.transact(tx -> approver(tx, pointer)
                        .flatMap(holder -> shops.automatic(desk).map(limits -> view(tx, holder, limits)))));
    }

    private View view(Transaction tx, Contact holder, AutomaticLimits limits) {
        List<Offer> offers = shops.of(holder.customer().desk()).stream()
                .flatMap(shop -> shop.offers().offers().stream())
                .toList();
        Optional<StandingOrder> current = tx.orders().standing().of(holder.customer()).stream()
                .filter(StandingOrder::live)
                .findFirst();
        return new View(holder, limits, offers, current);
    }

    /** The terms of a wish at today's price; refused if the desk does not offer them. */
    public Ruling<Terms> terms(String desk, Wish wish) {
        Optional<AutomaticLimits> limits = shops.automatic(desk);
        if (limits.isEmpty()) {
            return new Refused<>("this desk makes no automatic purchases", "a purchase by hand");
        }
        if (wish.below < 1 || wish.below > Offer.UNITS_MAX) {
            return new Refused<>("fewer than " + wish.below + " credits", "1 to " + Offer.UNITS_MAX);
        }
        if (!within(wish.perDay, limits.get().perDay())
                || !within(wish.perMonth, limits.get().perMonth())) {
            return new Refused<>(
                    wish.perDay + " purchases a day and " + wish.perMonth + " a month",
                    "1 to " + limits.get().perDay() + " a day and 1 to "
                            + limits.get().perMonth() + " a month");
        }
        return switch (shops.of(desk).orElseThrow().offers().sized(wish.units)) {
            case Refused<Offer> no -> new Refused<>(no.wrong(), no.right());
            case Allowed<Offer>(var offer) -> new Allowed<>(new Terms(wish.below, offer, wish.perDay, wish.perMonth));
        };
    }

    private static boolean within(int wanted, int most) {
        return wanted >= 1 && wanted <= most;
    }

    /** Agrees to {@code terms} in {@code words}; empty if the token is not ours or its holder may not agree. */
    public Optional<StandingOrder> agree(String desk, String token, Terms terms, String words, Instant now) {
        return marks.ofBuyToken(desk, token)
                .flatMap(pointer -> store.transact(tx -> approver(tx, pointer)
                        .filter(_ -> shops.automatic(desk).isPresent())
                        .map(holder -> {
                            Consent consent = new Consent(
                                    holder.id(),
                                    holder.address(),
                                    words,
                                    now,
                                    pointer.ticket().number());
                            return agreed(tx, holder, terms, consent);
                        })));
    }

    private StandingOrder agreed(Transaction tx, Contact holder, Terms terms, Consent consent) {
        Funds _ = tx.lockFunds(OrderNews.wallet(holder.customer()));
        Optional<StandingOrder> before = tx.orders().standing().of(holder.customer()).stream()
                .filter(order -> isSame(order, terms, consent))
                .findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        long number = tx.orders().standing().nextNumber(holder.customer().desk());
        StandingOrder order = new StandingOrder(number, holder.customer(), terms, consent, new State.Asked());
        tx.orders().standing().create(order);
        Actor who = new Actor.Customer(holder.address());
        news.audit(tx, order, new AutomaticNews.Line(who, "agreed", consent.words()), consent.at());
        return order;
    }

    /** Two clicks on the button are one agreement. */
    private static boolean isSame(StandingOrder order, Terms terms, Consent consent) {
        return order.state() instanceof State.Asked
                && order.terms().equals(terms)
                && order.consent().by().equals(consent.by())
                && order.consent().words().equals(consent.words())
                && order.consent().at().plus(SAME_PAGE).isAfter(consent.at());
    }

    /** Takes the agreement back; empty if the token is not ours or its holder may not agree. */
    public Optional<Integer> off(String desk, String token, Instant now) {
        return marks.ofBuyToken(desk, token)
                .flatMap(pointer -> store.transact(tx -> approver(tx, pointer).map(holder -> {
                    Actor who = new Actor.Customer(holder.address());
                    LoseOrder.Because because = new LoseOrder.Because(who, "switched off by " + holder.address());
                    return switches.off(tx, holder.customer(), because, now);
                })));
    }

    private static Optional<Contact> approver(Transaction tx, Pointer pointer) {
        return BuyByLink.holder(tx, pointer).filter(Contact::approver);
    }
}
