package dev.parley.testkit.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.AcceptMessage.Arrival;
import dev.parley.core.desk.Accepted;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.Shop;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.Attachment;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.DeliveryFailure;
import dev.parley.core.message.Forwarded;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.money.Money;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OfferList;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A desk in memory: customers write, staff act, and what goes out can be read. */
final class Stage {
    static final String DESK = Desks.SUPPORT;
    static final String ADDRESS = "support@vendor.example";
    static final String STAFF = "team@vendor.example";
    static final String ENGINEER = "engineer@vendor.example";
    static final String ALICE = "alice@customer.example";
    static final Actor AGENT = new Actor.Staff("agent");
    static final OfferList OFFERS = new OfferList(
            List.of(offer(25, 100_00), offer(50, 150_00), offer(100, 200_00), offer(200, 275_00), offer(500, 500_00)));
    final CashDesk cash = new CashDesk();

    final SettableClock clock = SettableClock.onAMonday();
    final InMemoryStore store = new InMemoryStore(clock);
    final Marks marks = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));
    final UseCases useCases;
    final CustomerId customer;
    final Contact alice;
    private final List<OutgoingMessage> sent = new ArrayList<>();
    private final List<OutgoingMessage> toStaff = new ArrayList<>();
    private int messages;

    Stage() {
        this(Desks.proSupport());
        pay(100, "order-1");
    }

    /** A desk of its own kind, with one customer who has nothing yet. */
    Stage(DeskPolicy policy) {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + new TreeMap<>(fields), null);
        DeskProfile desk = new DeskProfile(
                policy,
                new Party("Pro Support", ADDRESS),
                "mail:support",
                List.of(ADDRESS, "pro@vendor.example"),
                List.of(ENGINEER),
                List.of("form@vendor.example"),
                STAFF,
                Locale.ENGLISH,
                new DeskProfile.Brakes(
                        List.of(
                                new AcknowledgementCap(AcknowledgementCap.Scope.ADDRESS, 1, Duration.ofHours(1)),
                                new AcknowledgementCap(AcknowledgementCap.Scope.DOMAIN, 3, Duration.ofHours(1)),
                                new AcknowledgementCap(AcknowledgementCap.Scope.DESK, 5, Duration.ofHours(2))),
                        40),
                words);
        useCases = UseCases.over(new DeskBook(List.of(desk)), shops(), store, marks);
        store.staff().enroll(new Person(DESK, "agent", "Agent", Set.of(Role.AGENT, Role.BILLING)), by());
        customer = store.customers().create(DESK, "Alpha", by());
        alice = contact(ALICE, "Alice", true);
    }

    private Shops shops() {
        return new Shops(
                Map.of(DESK, Shop.of(OFFERS, new LowBalance(20), new AutomaticLimits(2, 5))),
                Map.of(DESK, cash),
                "https://desk.example");
    }

    private static Offer offer(long units, long cents) {
        return new Offer(units, new Money(Currency.getInstance("USD"), cents));
    }

    Contact contact(String address, String name, boolean approver) {
        var person = new Customers.Person(address, name, Locale.ENGLISH);
        if (!(store.customers().link(customer, person, by()) instanceof Customers.Linked.Done done)) {
            throw new IllegalStateException(address + " belongs to somebody else");
        }
        store.customers().approver(done.contact().id(), approver, by());
        return done.contact();
    }

    boolean pay(long amount, String order) {
        return useCases.payIn().payIn(new Grant(WalletKey.of(customer, Unit.CREDIT), amount, order, 0, AGENT, now()));
    }

    // ---- mail

    Mail mail(String from, String text) {
        return new Mail(from, text);
    }

    /** A reply to {@code to} as a mail program sends it. */
    Mail reply(String from, OutgoingMessage to, String text) {
        return new Mail(from, text).to(to.replyTo()).answering(to.messageId());
    }

    Accepted receive(Mail mail) {
        return receive(mail.message("m" + ++messages + "@customer.example"));
    }

    Accepted receive(InboundMessage message) {
        return useCases.acceptMessage().accept(arrival(message), now());
    }

    /** A mail that was recorded and claimed, but not worked on yet. */
    Arrival arrival(Mail mail) {
        return arrival(mail.message("m" + ++messages + "@customer.example"));
    }

    private Arrival arrival(InboundMessage message) {
        return new Arrival(claimed(message), message);
    }

    /** Recorded, and claimed for a minute. */
    Inbox.Claim claimed(InboundMessage message) {
        RawMessage raw = new RawMessage(DESK, message.key(), message.receivedAt(), List.of(), new byte[] {1});
        int ignored = store.inbox().record(List.of(raw));
        return claimAgain();
    }

    /** Whatever is free is claimed for a minute. */
    Inbox.Claim claimAgain() {
        return store.inbox().claim("w", 1, Duration.ofMinutes(1), now()).getFirst();
    }

    TicketId opened(Mail mail) {
        if (receive(mail) instanceof Accepted.Opened opened) {
            return opened.ticket();
        }
        throw new AssertionError("no ticket was opened");
    }

    /** A mail under construction. */
    final class Mail {
        private final String from;
        private final String text;
        private String to = ADDRESS;
        private String channel = "mail:support";
        private String subject = "Printing fails";
        private List<String> relatesTo = List.of();
        private MessageKind kind = MessageKind.HUMAN;
        private AuthVerdict auth = AuthVerdict.PASS;
        private List<DeliveryFailure> failures = List.of();
        private List<Attachment> attachments = List.of();
        private boolean cutOff;
        private @Nullable Forwarded forwarded;

        Mail(String from, String text) {
            this.from = from;
            this.text = text;
        }

        Mail to(String address) {
            to = address;
            return this;
        }

        Mail redirected() {
            channel = MessageKey.REDIRECT + "support";
            return this;
        }

        Mail subject(String line) {
            subject = line;
            return this;
        }

        Mail answering(String messageId) {
            relatesTo = List.of(messageId);
            return this;
        }

        Mail kind(MessageKind other) {
            kind = other;
            return this;
        }

        Mail auth(AuthVerdict other) {
            auth = other;
            return this;
        }

        Mail attached(String name) {
            attachments = List.of(new Attachment(name, "application/pdf", 9, "00", false, null));
            return this;
        }

        Mail cutOff() {
            cutOff = true;
            return this;
        }

        Mail forwarding(String author, String words) {
            forwarded = new Forwarded(author.isEmpty() ? null : new Party("", author), "Printing fails", words);
            return this;
        }

        Mail failing(String recipient) {
            failures = List.of(new DeliveryFailure(recipient, "5.1.1", true, "userunknown"));
            return this;
        }

        InboundMessage message(String id) {
            return new InboundMessage(
                    DESK,
                    new MessageKey(channel, id),
                    now(),
                    kind,
                    from.isEmpty() ? null : new Party("", from),
                    List.of(to),
                    subject,
                    id,
                    relatesTo,
                    Content.plain(text),
                    attachments,
                    auth,
                    failures,
                    cutOff,
                    forwarded);
        }
    }

    // ---- staff

    Decision act(TicketId ticket, TicketEvent event) {
        return useCases.actOnTicket().act(ticket, event, AGENT, now()).orElseThrow();
    }

    Decision assess(TicketId ticket, CategoryKey category, long amount) {
        return act(ticket, new TicketEvent.Assessed(new Assessment.Priced(category, amount, false, "the work"), ""));
    }

    TicketReads.View view(TicketId ticket) {
        return store.tickets().find(ticket).orElseThrow();
    }

    long held() {
        return store.wallets().funds(WalletKey.of(customer, Unit.CREDIT), now()).reserved();
    }

    long balance() {
        return store.wallets().funds(WalletKey.of(customer, Unit.CREDIT), now()).balance();
    }

    // ---- what went out

    /** Everything sent to customers since the last call, oldest first. */
    List<OutgoingMessage> sent() {
        sent.clear();
        toStaff.clear();
        for (var claims = claim(); !claims.isEmpty(); claims = claim()) {
            claims.forEach(claim -> {
                boolean staff = claim.message().to().getFirst().address().equals(STAFF);
                (staff ? toStaff : sent).add(claim.message());
                store.outbox().sent(claim, "", now());
            });
        }
        return List.copyOf(sent);
    }

    /** Everything sent to staff since the last call, oldest first. */
    List<OutgoingMessage> sentToStaff() {
        sent();
        return List.copyOf(toStaff);
    }

    private List<Outbox.Claim> claim() {
        return store.outbox().claim("w", 50, Duration.ofMinutes(1), now());
    }

    OutgoingMessage sentOne() {
        List<OutgoingMessage> all = sent();
        if (all.size() != 1) {
            throw new AssertionError("one message was expected, not " + all);
        }
        return all.getFirst();
    }

    Instant now() {
        return clock.instant();
    }

    private Customers.By by() {
        return new Customers.By(AGENT, now());
    }
}
