package dev.parley.core.desk;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.ticket.Template;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is told what about an order, and what is written down of it. */
final class OrderNews {
    private final DeskBook desks;
    private final Letters letters;
    private final StaffNotices notices;

    OrderNews(DeskBook desks, Letters letters, StaffNotices notices) {
        this.desks = desks;
        this.letters = letters;
        this.notices = notices;
    }

    /** A line of the order's history. */
    record Line(Actor actor, String what, String before, String after) {}

    /** Locks the wallet that orders of this customer fill; orders change under this lock alone. */
    Funds lock(Transaction tx, CustomerId customer) {
        return tx.lockFunds(wallet(customer));
    }

    /** What orders of this customer fill: one wallet for all licences (C-03). */
    static WalletKey wallet(CustomerId customer) {
        return WalletKey.of(customer, Unit.CREDIT);
    }

    void audit(Transaction tx, Purchase purchase, Line line, Instant now) {
        tx.audit(new AuditLine(
                purchase.order().customer().desk(),
                line.actor,
                subject(purchase),
                line.what,
                line.before,
                line.after,
                now));
    }

    /** Tells everybody who may agree to charges. */
    void tell(Transaction tx, Purchase purchase, Template what, Instant now) {
        tell(tx, purchase, what, Map.of(), now);
    }

    /** The same with values that the order itself does not have. */
    void tell(Transaction tx, Purchase purchase, Template what, Map<String, String> more, Instant now) {
        CustomerId customer = purchase.order().customer();
        Map<String, String> fields = fields(tx, purchase, what, more);
        String about = subject(purchase) + ' ' + what + ' ' + now;
        letters.send(tx, desks.desk(customer.desk()), new Letters.Letter(customer, about, what, fields), now);
    }

    /** Shows staff; {@code problem}: one clause, "" where the text needs none. */
    void tellStaff(Transaction tx, Purchase purchase, Template what, String problem, Instant now) {
        Map<String, String> fields = fields(tx, purchase, what, Map.of("problem", problem));
        notices.show(
                tx,
                desks.desk(purchase.order().customer().desk()),
                new StaffNotices.Matter(subject(purchase), what, fields),
                now);
    }

    private Map<String, String> fields(Transaction tx, Purchase purchase, Template what, Map<String, String> more) {
        CustomerId customer = purchase.order().customer();
        Map<String, String> known = new HashMap<>();
        known.put("order", Long.toString(purchase.order().number()));
        known.put("customer", tx.customer(customer).name());
        known.put("amount", Long.toString(purchase.order().offer().units()));
        known.put("price", purchase.order().offer().price().toString());
        known.put("until", purchase.terms().payBy().toString());
        if (what.fields().contains("available")) {
            known.put("available", Long.toString(lock(tx, customer).available()));
        }
        known.putAll(more);
        return known.entrySet().stream()
                .filter(field -> what.fields().contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String subject(Purchase purchase) {
        return "order " + purchase.order().number();
    }
}
