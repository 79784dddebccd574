package dev.parley.core.desk;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is told what about automatic purchases, and what is written down of it. */
final class AutomaticNews {
    private final DeskBook desks;
    private final Letters letters;
    private final StaffNotices notices;

    AutomaticNews(DeskBook desks, Letters letters, StaffNotices notices) {
        this.desks = desks;
        this.letters = letters;
        this.notices = notices;
    }

    /** A line of the standing order's history. */
    record Line(Actor actor, String what, String after) {}

    void audit(Transaction tx, StandingOrder order, Line line, Instant now) {
        String desk = order.customer().desk();
        tx.audit(new AuditLine(desk, line.actor, subject(order), line.what, "", line.after, now));
    }

    /** Tells everybody who may agree to charges, with their link to change it. */
    void tell(Transaction tx, StandingOrder order, Template what, Map<String, String> more, Instant now) {
        CustomerId customer = order.customer();
        String about = subject(order) + ' ' + what + ' ' + now;
        TicketId cause = new TicketId(customer.desk(), order.consent().ticket());
        Letters.Letter letter = new Letters.Letter(customer, about, what, fields(order, what, more), cause);
        letters.send(tx, desks.desk(customer.desk()), letter, now);
    }

    /** Shows staff; {@code problem}: one clause. */
    void tellStaff(Transaction tx, StandingOrder order, String problem, Instant now) {
        String customer = tx.customer(order.customer()).name();
        Map<String, String> fields =
                fields(order, Template.STAFF_PURCHASES, Map.of("customer", customer, "problem", problem));
        StaffNotices.Matter matter = new StaffNotices.Matter(subject(order), Template.STAFF_PURCHASES, fields);
        notices.show(tx, desks.desk(order.customer().desk()), matter, now);
    }

    private static Map<String, String> fields(StandingOrder order, Template what, Map<String, String> more) {
        StandingOrder.Terms terms = order.terms();
        Map<String, String> known = new HashMap<>(more);
        known.put("limit", Long.toString(terms.below()));
        known.put("amount", Long.toString(terms.offer().units()));
        known.put("price", terms.offer().price().toString());
        known.put("per_day", Integer.toString(terms.perDay()));
        known.put("per_month", Integer.toString(terms.perMonth()));
        known.put("agreed_at", order.consent().at().toString());
        known.put("agreed_by", order.consent().address());
        return known.entrySet().stream()
                .filter(field -> what.fields().contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String subject(StandingOrder order) {
        return "standing order " + order.number();
    }
}
