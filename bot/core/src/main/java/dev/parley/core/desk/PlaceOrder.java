package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.ticket.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** An approver, or billing for a customer, orders a package at the price of the day (C-01, C-02). */
public final class PlaceOrder {
    private final Shops shops;
    private final Store store;
    private final OrderNews news;

    PlaceOrder(Shops shops, Store store, OrderNews news) {
        this.shops = shops;
        this.store = store;
        this.news = news;
    }

    /**
     * What is ordered.
     *
     * @param units the size of the package
     * @param how the way it is to be paid
     * @param key whoever orders with the same key again gets the same order; "": always another one
     * @param ticket the number of the ticket it is for, 0 if for none
     * @param automatic the place among the customer's automatic orders, 0 if a person orders
     */
    public record Wish(CustomerId customer, long units, Payment.How how, String key, long ticket, int automatic) {
        /** A person's wish for no ticket. */
        public Wish(CustomerId customer, long units, Payment.How how, String key) {
            this(customer, units, how, key, 0, 0);
        }
    }

    /** Places the order, once for each key; refused if the desk does not sell such a package. */
    public Ruling<Purchase> place(Wish wish, Actor actor, Instant now) {
        return store.transact(tx -> within(tx, wish, actor, now));
    }

    Ruling<Purchase> within(Transaction tx, Wish wish, Actor actor, Instant now) {
        Optional<Shop> shop = shops.of(wish.customer.desk());
        if (shop.isEmpty()) {
            return new Refused<>("this desk sells no packages", "a desk file with packages");
        }
        news.lock(tx, wish.customer);
        Optional<Purchase> before =
                wish.key.isEmpty() ? Optional.empty() : tx.orders().byKey(wish.customer.desk(), wish.key);
        if (before.isPresent()) {
            return again(before.get(), wish);
        }
        return switch (shop.get().offers().sized(wish.units)) {
            case Refused<Offer> no -> new Refused<>(no.wrong(), no.right());
            case Allowed<Offer>(var offer) ->
                new Allowed<>(placed(tx, new Placing(wish, offer, shop.get()), actor, now));
        };
    }

    private static Ruling<Purchase> again(Purchase before, Wish wish) {
        Order order = before.order();
        return order.customer().equals(wish.customer) && order.offer().units() == wish.units
                ? new Allowed<>(before)
                : new Refused<>(
                        "‘" + wish.key + "’ is the key of order " + order.number() + ", which is another one",
                        "another key");
    }

    private Purchase placed(Transaction tx, Placing placing, Actor actor, Instant now) {
        Wish wish = placing.wish;
        long number = tx.orders().nextNumber(wish.customer.desk());
        Purchase.Terms terms = new Purchase.Terms(
                wish.key.isEmpty() ? "order:" + number : wish.key,
                wish.how,
                now.plus(placing.time()),
                wish.ticket,
                wish.automatic);
        Purchase purchase = Purchase.placed(new Order(number, wish.customer, placing.offer, now), terms);
        tx.orders().create(purchase);
        news.audit(tx, purchase, new OrderNews.Line(actor, "ordered", "", describe(purchase)), now);
        if (wish.how == Payment.How.INVOICE) {
            news.tell(tx, purchase, Template.ORDER_PLACED, now);
            if (!(actor instanceof Actor.Staff)) {
                news.tellStaff(tx, purchase, Template.STAFF_ORDERED, "", now);
            }
        }
        return purchase;
    }

    private static String describe(Purchase purchase) {
        Offer offer = purchase.order().offer();
        return offer.units() + " for " + offer.price() + ", " + purchase.terms().how();
    }

    private record Placing(Wish wish, Offer offer, Shop shop) {
        Duration time() {
            return wish.how == Payment.How.INVOICE ? shop.invoiceFor() : shop.checkoutFor();
        }
    }
}
