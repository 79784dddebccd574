package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Credits are bought by the link in a mail that says how many are missing. Looking buys nothing; who holds the link got
 * the mail at the registered address, and only who may agree to charges buys.
 */
public final class BuyByLink {
    /** Orders of one package for one ticket by one way: far more than anybody makes. */
    private static final int ORDERS_MAX = 100;

    private final Shops shops;
    private final Store store;
    private final Marks marks;
    private final PlaceOrder place;

    BuyByLink(Shops shops, Store store, Marks marks, PlaceOrder place) {
        this.shops = shops;
        this.store = store;
        this.marks = marks;
        this.place = place;
    }

    /**
     * What the holder of a link sees.
     *
     * @param missing how many credits the ticket waits for, 0 if for none
     * @param offers the packages that bring as many, or the largest there is
     * @param approvers who may buy, if the holder may not; else none
     */
    public record View(Contact holder, long ticket, long missing, List<Offer> offers, List<Contact> approvers) {
        public View {
            offers = List.copyOf(offers);
            approvers = List.copyOf(approvers);
        }

        /** True if the holder may buy. */
        public boolean mayBuy() {
            return approvers.isEmpty() && holder.approver();
        }
    }

    /** What is to be seen; empty if the token is not ours or names nothing that exists. */
    public Optional<View> look(String desk, String token, Instant now) {
        return marks.ofBuyToken(desk, token)
                .flatMap(pointer ->
                        store.transact(tx -> holder(tx, pointer).map(contact -> view(tx, pointer, contact))));
    }

    /** Orders; empty if the token is not ours or names nothing that exists. */
    public Optional<Ruling<Purchase>> order(String desk, String token, Choice choice, Instant now) {
        return marks.ofBuyToken(desk, token)
                .flatMap(pointer -> store.transact(tx ->
                        holder(tx, pointer).map(contact -> order(tx, new Buyer(pointer, contact), choice, now))));
    }

    /** The package, and how it is to be paid. */
    public record Choice(long units, Payment.How how) {}

    /** Who got the link, if that is somebody of the ticket's customer. */
    static Optional<Contact> holder(Transaction tx, Pointer pointer) {
        return tx.lock(pointer.ticket()).flatMap(ticket -> {
            Contact contact = tx.contact(new ContactId(pointer.ticket().desk(), pointer.contact()));
            return contact.customer().equals(ticket.customer()) ? Optional.of(contact) : Optional.empty();
        });
    }

    private View view(Transaction tx, Pointer pointer, Contact holder) {
        Ticket ticket = tx.lock(pointer.ticket()).orElseThrow();
        Funds funds = tx.lockFunds(OrderNews.wallet(holder.customer()));
        long missing = ticket.state() instanceof TicketState.Funding funding
                ? funds.shortfall(funding.quote().amount())
                : 0;
        List<Offer> offers = shops.of(holder.customer().desk()).stream()
                .flatMap(shop -> shop.offers().offers().stream()
                        .filter(offer ->
                                offer.units() >= shop.offers().covering(missing).units()))
                .toList();
        List<Contact> approvers = holder.approver() ? List.of() : tx.approvers(holder.customer());
        return new View(holder, pointer.ticket().number(), missing, offers, approvers);
    }

    private Ruling<Purchase> order(Transaction tx, Buyer buyer, Choice choice, Instant now) {
        if (!buyer.contact.approver()) {
            return new Refused<>(buyer.contact.name() + " may not agree to charges", "somebody who may");
        }
        Funds _ = tx.lockFunds(OrderNews.wallet(buyer.contact.customer()));
        long ticket = buyer.pointer.ticket().number();
        PlaceOrder.Wish wish = new PlaceOrder.Wish(
                buyer.contact.customer(), choice.units, choice.how, key(tx, buyer, choice, now), ticket, 0);
        return place.within(tx, wish, new Actor.Customer(buyer.contact.address()), now);
    }

    /** Of the order that is open for this, or of another one: two clicks on the button order once. */
    private static String key(Transaction tx, Buyer buyer, Choice choice, Instant now) {
        String desk = buyer.contact.customer().desk();
        String base = "link:" + buyer.pointer.ticket().number() + ":" + choice.units + ":" + choice.how + ":";
        for (int nth = 1; nth < ORDERS_MAX; nth++) {
            Optional<Purchase> before = tx.orders().byKey(desk, base + nth);
            if (before.isEmpty() || before.get().status(now) == Purchase.Status.OPEN) {
                return base + nth;
            }
        }
        throw new IllegalStateException(base + " has " + ORDERS_MAX + " orders");
    }

    private record Buyer(Pointer pointer, Contact contact) {}
}
