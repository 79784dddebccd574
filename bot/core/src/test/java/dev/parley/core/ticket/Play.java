package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.money.Money;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.ClosingTerms;
import dev.parley.core.policy.Delay;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.policy.QuoteTerms;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One ticket played through with a settable clock and a ledger that refuses what the real one refuses. */
final class Play {
    /** A Monday. */
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    static final CustomerId CUSTOMER = new CustomerId("shop", 1);
    static final Contact ALICE = contact(1, "alice@customer.example", "Alice", true);
    static final Contact BOB = contact(2, "bob@customer.example", "Bob", true);
    static final Speaker.Approver A = new Speaker.Approver(ALICE.id(), "Alice");
    static final Speaker.Approver B = new Speaker.Approver(BOB.id(), "Bob");
    static final Speaker.Colleague CAROL = new Speaker.Colleague(new ContactId("shop", 3), "Carol");
    static final Speaker.Stranger STRANGER = new Speaker.Stranger("who@stranger.example");

    static final DeskPolicy POLICY = new DeskPolicy(
            "shop",
            "Shop Support",
            Unit.CREDIT,
            ZoneOffset.UTC,
            List.of(
                    new Category(
                            new CategoryKey(1, "general"), "A question", new PriceRule.Fixed(5), false, false, true),
                    new Category(
                            new CategoryKey(2, "settings"), "Settings", new PriceRule.Fixed(10), true, false, true),
                    new Category(
                            new CategoryKey(3, "investigation"),
                            "Investigation",
                            new PriceRule.Fixed(20),
                            true,
                            false,
                            true),
                    new Category(
                            new CategoryKey(3, "upgrade"),
                            "Upgrade",
                            new PriceRule.Upgrade(20, 2, 5),
                            true,
                            false,
                            true),
                    new Category(
                            new CategoryKey(3, "modification"),
                            "Modification",
                            new PriceRule.From(20),
                            true,
                            true,
                            false)),
            new QuoteTerms(
                    Duration.ofDays(14),
                    List.of(new Delay(2, true), new Delay(7, false), new Delay(12, false)),
                    Duration.ofDays(7),
                    Duration.ofDays(7),
                    Duration.ofDays(30)),
            new ClosingTerms(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(14)),
            20,
            "prices@vendor.example");

    private final TicketRules rules = new TicketRules();
    final List<Decision> decisions = new ArrayList<>();
    final Oracle oracle;
    List<Contact> approvers = List.of(ALICE, BOB);
    Ticket ticket;
    Instant now = START;
    DeskPolicy policy = POLICY;
    boolean blocked;
    long overLeft = 1_000;
    private int messages;

    private Play(long balance, Contact requester) {
        oracle = new Oracle(balance);
        ticket = Ticket.created(
                new TicketId("shop", 1042), requester, "Checkout is empty", Payer.of(Unit.CREDIT), START);
    }

    /** The policy of a desk that has given a category up. */
    static DeskPolicy without(String category) {
        return new DeskPolicy(
                POLICY.desk(),
                POLICY.name(),
                POLICY.unit(),
                POLICY.zone(),
                POLICY.categories().stream()
                        .filter(one -> !one.key().key().equals(category))
                        .toList(),
                POLICY.quotes(),
                POLICY.closing(),
                POLICY.preAgreementCap(),
                POLICY.customerSupport());
    }

    /** A new ticket of Alice's with {@code balance} credits in the wallet. */
    static Play with(long balance) {
        return new Play(balance, ALICE);
    }

    /** A ticket of Carol's, who may not agree to charges. */
    static Play ofCarol(long balance) {
        return new Play(balance, contact(3, "carol@customer.example", "Carol", false));
    }

    /** With staff, to be asked about every price above category 1. */
    static Play assessing(long balance) {
        Play play = with(balance);
        play.on(new TicketEvent.Opened(new Mode.Ask(), true, false));
        return play;
    }

    static Play preAgreed(long balance, long cap) {
        Play play = with(balance);
        play.on(new TicketEvent.Opened(new Mode.PreAgreed(cap), true, false));
        return play;
    }

    /** Version 1 is open. */
    static Play quoted(long balance, long amount) {
        Play play = assessing(balance);
        play.assess(amount);
        return play;
    }

    /** {@code amount} is agreed and held. */
    static Play working(long amount) {
        Play play = quoted(100, amount);
        play.says(A, ReplyKind.YES, 1);
        return play;
    }

    static Play answered(long amount) {
        Play play = working(amount);
        play.on(new TicketEvent.AnswerSent("Here you go."));
        return play;
    }

    static Play requoted(long from, long to) {
        Play play = working(from);
        play.assess(to);
        return play;
    }

    // ---- events

    Decision on(TicketEvent event) {
        Decision decision = rules.decide(ticket, event, situation());
        decisions.add(decision);
        if (decision instanceof Decision.Transition transition) {
            oracle.apply(transition, now);
            assertThat(transition.next().version()).isEqualTo(ticket.version());
            ticket = transition.next();
        }
        return decision;
    }

    Situation situation() {
        Funds funds = new Funds(oracle.balance(), oracle.reserved(), blocked);
        return new Situation(policy, funds, approvers, now, new Situation.Time(null, overLeft));
    }

    Decision assess(long amount) {
        return on(new TicketEvent.Assessed(priced(amount), "We looked deeper."));
    }

    Decision assess(Assessment assessment) {
        return on(new TicketEvent.Assessed(assessment, "We looked deeper."));
    }

    Decision says(Speaker who, ReplyKind kind, int version) {
        return hears(reply(who, kind, version, now));
    }

    Decision hears(CustomerReply reply) {
        return on(new TicketEvent.Replied(reply));
    }

    /** {@code version}: 0 for a reply that points to no quote. */
    CustomerReply reply(Speaker who, ReplyKind kind, int version, Instant receivedAt) {
        return new CustomerReply(
                MessageKind.HUMAN,
                AuthVerdict.PASS,
                who,
                version == 0 ? new Binding.TicketOnly() : new Binding.Version(version),
                new Reading(kind, null, "test", ""),
                receivedAt,
                new MessageKey("mail:support", "m" + ++messages));
    }

    static CustomerReply as(CustomerReply r, MessageKind kind) {
        return new CustomerReply(kind, r.auth(), r.speaker(), r.binding(), r.reading(), r.receivedAt(), r.message());
    }

    static CustomerReply as(CustomerReply r, AuthVerdict auth) {
        return new CustomerReply(r.kind(), auth, r.speaker(), r.binding(), r.reading(), r.receivedAt(), r.message());
    }

    static CustomerReply offering(CustomerReply r, @Nullable Long amount) {
        Reading reading = new Reading(ReplyKind.COUNTER, amount, "test", "");
        return new CustomerReply(r.kind(), r.auth(), r.speaker(), r.binding(), reading, r.receivedAt(), r.message());
    }

    Decision counter(@Nullable Long amount) {
        return hears(offering(reply(A, ReplyKind.COUNTER, openQuote().version(), now), amount));
    }

    Play after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Play days(int days) {
        return after(Duration.ofDays(days));
    }

    /** Moves the clock to when the ticket is due, and lets it be. */
    Decision due() {
        Instant due = Objects.requireNonNull(ticket.dueAt(), () -> "nothing is due in " + ticket.state());
        now = due.isAfter(now) ? due : now;
        return on(new TicketEvent.DeadlinePassed());
    }

    // ---- what came out

    <S extends TicketState> S state(Class<S> type) {
        assertThat(ticket.state()).isInstanceOf(type);
        return type.cast(ticket.state());
    }

    Quote openQuote() {
        return switch (ticket.state()) {
            case TicketState.Quoted quoted -> quoted.quote();
            case TicketState.Negotiating negotiating -> negotiating.quote();
            case TicketState.Requoted requoted -> requoted.quote();
            default -> throw new AssertionError("no open quote in " + ticket.state());
        };
    }

    static List<Posting> postings(Decision decision) {
        return decision instanceof Decision.Transition transition ? transition.postings() : List.of();
    }

    /** The templates said, in order. */
    static List<Template> said(Decision decision) {
        return decision.outgoing().stream().map(Outgoing::template).toList();
    }

    static Outgoing said(Decision decision, Template template) {
        return decision.outgoing().stream()
                .filter(o -> o.template() == template)
                .findFirst()
                .orElseThrow(() -> new AssertionError(template + " is not among " + said(decision)));
    }

    /** Who gets {@code template}, in order. */
    static List<Audience> audiences(Decision decision, Template template) {
        return decision.outgoing().stream()
                .filter(o -> o.template() == template)
                .map(Outgoing::audience)
                .toList();
    }

    static Assessment.Priced priced(long amount) {
        CategoryKey key = switch ((int) amount) {
            case 5 -> new CategoryKey(1, "general");
            case 10 -> new CategoryKey(2, "settings");
            case 20 -> new CategoryKey(3, "investigation");
            default -> new CategoryKey(3, "upgrade");
        };
        return new Assessment.Priced(key, amount, false, "the empty checkout");
    }

    /** A question about {@code minutes} over the package of March, which ends in four weeks. */
    static TicketEvent.OverageAsked overage(long minutes) {
        OverageOf over = new OverageOf("H-1", YearMonth.of(2026, 3), START.plus(Duration.ofDays(28)));
        HourlyRate rate = new HourlyRate(new Money(Currency.getInstance("USD"), 60_00), 15);
        return new TicketEvent.OverageAsked(
                minutes, new CategoryKey(3, "design"), "the rest of the banner", over, rate);
    }

    static Assessment.Priced modification(long amount) {
        return new Assessment.Priced(new CategoryKey(3, "modification"), amount, true, "a new payment step");
    }

    private static Contact contact(long number, String address, String name, boolean approver) {
        return new Contact(new ContactId("shop", number), CUSTOMER, address, name, approver, Locale.ENGLISH);
    }
}
