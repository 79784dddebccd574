package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointsRuling.Offer;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The points a site lacks for one quote are bought at the contract's price (P-19), by the link in the mail that says
 * so. Looking buys nothing. The link names the quote version, the button the points and the price that were seen: if
 * either is another by then, nothing is bought and the new ones are shown (ADR 17).
 */
public final class BuyPoints {
    private final DeskBook desks;
    private final Store store;
    private final Marks marks;
    private final PayIn payIn;
    private final News news;

    /** Who tells approvers and staff. */
    record News(Letters letters, StaffNotices notices) {}

    BuyPoints(DeskBook desks, Store store, Marks marks, PayIn payIn, News news) {
        this.desks = desks;
        this.store = store;
        this.marks = marks;
        this.payIn = payIn;
        this.news = news;
    }

    /**
     * What the holder of a link sees.
     *
     * @param site its name
     * @param points how many are missing, 0 if none or none can be bought
     * @param price of all of them; null if there is nothing to buy
     * @param until the first instant at which points of this month are gone
     * @param approvers who may buy, if the holder may not; else none
     */
    public record View(
            Contact holder,
            long ticket,
            String quote,
            String site,
            long points,
            @Nullable Money price,
            Instant until,
            List<Contact> approvers) {
        public View {
            approvers = List.copyOf(approvers);
        }
    }

    /** What was seen when the button was pressed. */
    public record Seen(long points, String price) {}

    /** What was bought. */
    public record Bought(long points, Money price) {}

    /** What is to be seen; empty if the token is not ours, or nothing waits for points by that quote. */
    public Optional<View> look(String desk, String token, Instant now) {
        return marks.ofPointsToken(desk, token)
                .flatMap(pointer -> store.transact(tx -> BuyByLink.holder(tx, pointer)
                        .flatMap(holder -> due(tx, pointer, now).map(due -> view(tx, pointer, holder, due)))));
    }

    private static View view(Transaction tx, Pointer pointer, Contact holder, PointsShort due) {
        Offer.Buy buy = due.buy();
        return new View(
                holder,
                pointer.ticket().number(),
                due.quote().number(pointer.ticket().number()),
                due.site().name(),
                buy == null ? 0 : buy.points(),
                buy == null ? null : buy.price(),
                due.month().end(),
                holder.approver() ? List.of() : tx.approvers(holder.customer()));
    }

    /** What is missing for the very quote version the link was made for. */
    private Optional<PointsShort> due(Transaction tx, Pointer pointer, Instant now) {
        return tx.lock(pointer.ticket()).flatMap(ticket -> {
            ticket.wallet()
                    .ifPresent(wallet -> Allowances.grantDue(
                            tx, wallet, desks.desk(pointer.ticket().desk()).policy(), now));
            return PointsShort.of(tx, ticket, now).filter(due -> due.quote().version() == pointer.quoteVersion());
        });
    }

    /** Buys what was {@code seen}; empty if the token is not ours, or nothing waits for points by that quote. */
    public Optional<Ruling<Bought>> buy(String desk, String token, Seen seen, Instant now) {
        return marks.ofPointsToken(desk, token).flatMap(pointer -> {
            Optional<WalletKey> wallet =
                    store.transact(tx -> tx.lock(pointer.ticket()).flatMap(Ticket::wallet));
            return wallet.flatMap(known -> store.transact(tx -> {
                payIn.lock(tx, known);
                List<TicketId> waiting = tx.waitingForFunds(known);
                return waiting.contains(pointer.ticket())
                        ? BuyByLink.holder(tx, pointer)
                                .flatMap(holder -> due(tx, pointer, now)
                                        .map(due -> buy(
                                                tx, new Buyer(pointer, holder, waiting.getFirst()), due, seen, now)))
                        : Optional.empty();
            }));
        });
    }

    private record Buyer(Pointer pointer, Contact contact, TicketId first) {}

    private Ruling<Bought> buy(Transaction tx, Buyer buyer, PointsShort due, Seen seen, Instant now) {
        if (!buyer.contact.approver()) {
            return new Refused<>(buyer.contact.name() + " may not agree to charges", "somebody who may");
        }
        Offer.Buy buy = due.buy();
        if (buy == null) {
            return new Refused<>("no points can be bought by the contract", "Customer Support");
        }
        if (!buyer.first.equals(buyer.pointer.ticket())) {
            return new Refused<>(
                    "ticket " + buyer.first.number() + " was agreed to earlier and waits for points, too",
                    "the points of that ticket first");
        }
        if (seen.points != buy.points() || !seen.price.equals(buy.price().toString())) {
            return new Refused<>("what is missing changed meanwhile", buy.points() + " points for " + buy.price());
        }
        granted(tx, buyer, due, buy, now);
        return new Allowed<>(new Bought(buy.points(), buy.price()));
    }

    private void granted(Transaction tx, Buyer buyer, PointsShort due, Offer.Buy buy, Instant now) {
        Actor who = new Actor.Customer(buyer.contact.address());
        String quote = due.quote().number(buyer.pointer.ticket().number());
        Grant grant = new Grant(
                WalletKey.points(due.site().id()),
                buy.points(),
                "extra:" + quote,
                buy.price(),
                new Period(due.month().start(), due.month().end()),
                who,
                now);
        tell(tx, buyer, due, buy, now);
        if (!payIn.within(tx, grant)) {
            throw new IllegalStateException("points for quote " + quote + " were bought before and it waits still");
        }
    }

    private void tell(Transaction tx, Buyer buyer, PointsShort due, Offer.Buy buy, Instant now) {
        TicketId ticket = buyer.pointer.ticket();
        DeskProfile desk = desks.desk(ticket.desk());
        String quote = due.quote().number(ticket.number());
        String what =
                buy.points() + " extra points at " + due.site().name() + " for " + buy.price() + ", quote " + quote;
        tx.audit(new AuditLine(
                ticket.desk(),
                new Actor.Customer(buyer.contact.address()),
                "ticket " + ticket.number(),
                "extra points bought",
                "",
                what,
                now));
        Map<String, String> fields = Map.of(
                "quote_number", quote,
                "amount", Long.toString(buy.points()),
                "price", buy.price().toString(),
                "agreed_by", buyer.contact.name(),
                "agreed_at", now.toString());
        Letters.Letter letter =
                new Letters.Letter(buyer.contact.customer(), "extra points " + quote, Template.POINTS_BOUGHT, fields);
        news.letters.send(tx, desk, letter, now);
        Map<String, String> forStaff = Map.of(
                "customer", tx.customer(buyer.contact.customer()).name(),
                "quote_number", quote,
                "amount", Long.toString(buy.points()),
                "price", buy.price().toString());
        news.notices.show(
                tx, desk, new StaffNotices.Matter(ticket.number(), Template.STAFF_POINTS_BOUGHT, forStaff), now);
    }
}
