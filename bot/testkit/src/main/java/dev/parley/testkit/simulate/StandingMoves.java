package dev.parley.testkit.simulate;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.AgreeAutomatic.Wish;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.UseCases.Automatically;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.Terms;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Customers agree to automatic purchases and take that back; cards are saved, and the bank answers late or twice. */
final class StandingMoves {
    private static final String DESK = Vendor.PRO_SUPPORT.desk;
    private static final Saved CARD = new Saved("cus_1", "pm_1");
    private static final String WORDS = "I agree that credits are bought when few are left.";
    private static final int DUE_AT_ONCE = 10;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Town town;
    private final Automatically automatically;
    private final Tally tally;
    private final CustomerMoves post;

    StandingMoves(Town town, Tally tally, CustomerMoves post) {
        this.town = town;
        this.tally = tally;
        this.post = post;
        automatically = town.useCases.purchases().automatically();
    }

    String happens(Move move) {
        return switch (move.how() % 8) {
            case 0, 1 -> agrees(move);
            case 2, 3 -> saves(move);
            case 4 -> ends(move);
            case 5, 6 -> bankAnswers(move);
            default -> looks() + " standing orders are looked at";
        };
    }

    /** By the link in any mail of the desk; whoever may not agree, or is of another customer, tries too. */
    private String agrees(Move move) {
        List<TicketId> tickets =
                town.tickets().stream().filter(id -> id.desk().equals(DESK)).toList();
        List<Contact> people = people();
        if (tickets.isEmpty() || people.isEmpty()) {
            return "nobody has a link to agree by";
        }
        TicketId ticket = Move.pick(tickets, move.how() / 8);
        CustomerId customer = town.ticket(ticket).orElseThrow().customer();
        List<Contact> own = people.stream()
                .filter(who -> move.which() % 5 == 0 || who.customer().equals(customer))
                .toList();
        Contact who = Move.pick(own.isEmpty() ? people : own, move.which());
        Wish wish = new Wish(
                5L + move.which() % 90,
                Move.pick(Till.SIZES, move.how() / 8),
                1 + move.which() % (move.which() % 7 == 0 ? 3 : 2),
                1 + move.how() % 4);
        String token = town.marks.buyToken(new Pointer(ticket, 0, who.id().number()));
        Ruling<Terms> terms = automatically.agree().terms(DESK, wish);
        return switch (terms) {
            case Refused<Terms>(var wrong, var _) -> who.address() + " may not agree to " + wrong;
            case Allowed<Terms>(var allowed) -> who.address() + " agrees: " + agrees(token, allowed);
        };
    }

    private Optional<StandingOrder> agrees(String token, Terms terms) {
        Optional<StandingOrder> agreed = automatically.agree().agree(DESK, token, terms, WORDS, now());
        agreed.ifPresent(_ -> tally.did("standing orders agreed to"));
        return agreed;
    }

    private String saves(Move move) {
        List<StandingOrder> all =
                customers().stream().flatMap(one -> of(one).stream()).toList();
        return all.isEmpty()
                ? "no card to save"
                : post.tells(
                        DESK,
                        new PaymentFact.MethodSaved(Move.pick(all, move.which()).number(), CARD),
                        move.how() % 16 == 3);
    }

    private String ends(Move move) {
        List<CustomerId> all = customers();
        return all.isEmpty()
                ? "nobody to end it for"
                : "ended: "
                        + automatically
                                .switches()
                                .off(Move.pick(all, move.which()), new Because(Town.AGENT, "asked to"), now());
    }

    private String bankAnswers(Move move) {
        List<Long> pending = town.till.pending();
        if (pending.isEmpty()) {
            return "the bank has nothing to answer";
        }
        Purchase order = town.ports
                .store()
                .transact(tx -> tx.orders().find(DESK, Move.pick(pending, move.which())))
                .orElseThrow();
        long number = order.order().number();
        boolean yes = move.how() % 3 != 0;
        town.till.answers(order.order(), yes);
        PaymentFact fact = yes
                ? new PaymentFact.Paid(
                        number,
                        Payment.How.SAVED,
                        "pi_" + number,
                        order.order().offer().price())
                : new PaymentFact.Failed(number, "the bank said no");
        return post.tells(DESK, fact, move.how() % 16 == 5);
    }

    /** What is due of standing orders is done once; how many. */
    int looks() {
        return automatically.buy().buyDue(town.ports.standingWork(), DUE_AT_ONCE, LEASE, now());
    }

    /** Counts what was bought automatically, by what became of it. */
    void count(Tally all) {
        customers().stream()
                .flatMap(customer -> automatic(customer).stream())
                .forEach(order -> all.did("automatic orders "
                        + order.state().getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    }

    // ---- what must be true

    /** What was bought automatically and paid, in credits. */
    long bought(CustomerId customer) {
        return automatic(customer).stream()
                .filter(order ->
                        order.state() instanceof OrderState.Paid || order.state() instanceof OrderState.ChargedBack)
                .mapToLong(order -> order.order().offer().units())
                .sum();
    }

    void check(Findings findings) {
        customers().forEach(customer -> check(customer, findings));
    }

    private void check(CustomerId customer, Findings findings) {
        List<StandingOrder> agreed = of(customer);
        List<Purchase> orders = automatic(customer);
        String name = "customer " + customer.number() + " has ";
        findings.require(
                agreed.stream().filter(StandingOrder::live).count() <= 1,
                () -> name + "two standing orders that are live: " + agreed);
        findings.require(
                orders.stream()
                                .filter(order -> order.state() instanceof OrderState.Open)
                                .count()
                        <= 1,
                () -> name + "two automatic orders that are open: " + orders);
        for (Purchase order : orders) {
            Instant at = order.order().orderedAt();
            findings.require(
                    agreed.stream()
                            .anyMatch(each ->
                                    each.terms().offer().equals(order.order().offer())
                                            && !each.consent().at().isAfter(at)),
                    () -> name + "an automatic order nobody agreed to: " + order);
            findings.require(
                    within(orders, at, Duration.ofDays(1)) <= Till.LIMITS.perDay()
                            && within(orders, at, Duration.ofDays(30)) <= Till.LIMITS.perMonth(),
                    () -> name + "more automatic orders than are allowed: " + orders);
            findings.require(
                    !(order.state() instanceof OrderState.Paid paid)
                            || paid.payment().how() != Payment.How.SAVED
                            || town.till.took(order.order().number()),
                    () -> name + "credits for which no money was taken: " + order);
        }
    }

    private static long within(List<Purchase> orders, Instant end, Duration window) {
        return orders.stream()
                .map(order -> order.order().orderedAt())
                .filter(at -> !at.isAfter(end) && at.plus(window).isAfter(end))
                .count();
    }

    private List<StandingOrder> of(CustomerId customer) {
        return town.ports.store().transact(tx -> tx.orders().standing().of(customer));
    }

    private List<Purchase> automatic(CustomerId customer) {
        return town.ports.store().transact(tx -> tx.orders().standing().automatic(customer, StandingOrders.PAGE_MAX));
    }

    private List<Contact> people() {
        return town.people.stream().filter(who -> who.id().desk().equals(DESK)).toList();
    }

    private List<CustomerId> customers() {
        return people().stream().map(Contact::customer).distinct().toList();
    }

    private Instant now() {
        return town.now();
    }
}
