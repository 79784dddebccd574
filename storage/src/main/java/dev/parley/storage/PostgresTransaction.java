package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Demands;
import dev.parley.core.port.Features;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.Levels;
import dev.parley.core.port.Notice;
import dev.parley.core.port.Orders;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Plans;
import dev.parley.core.port.Reviews;
import dev.parley.core.port.Sessions;
import dev.parley.core.port.TicketReads.Step;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.TriageBook;
import dev.parley.core.reading.Reading;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import dev.parley.storage.Postings.Cause;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** One decision on one connection. */
final class PostgresTransaction implements Transaction {
    private static final int REASON_LENGTH_MAX = 4000;

    private final Statements statements;
    private final InstantSource clock;
    private final People people;
    private final TicketRows tickets;
    private final Messages messages;
    private final Acknowledgements acknowledgements;
    private final AuditRows audit;
    private final NoticeRows notices;
    private final LevelRows levels;
    private final FeatureRows features;

    /** Read together with the funds, and not changed by a decision. */
    private final Map<CustomerId, List<Contact>> approvers = new HashMap<>();

    private final List<OutgoingMessage> sent = new ArrayList<>();

    PostgresTransaction(JdbcOperations jdbc, InstantSource clock) {
        this.clock = clock;
        statements = new Statements(jdbc);
        people = new People(statements);
        tickets = new TicketRows(statements);
        messages = new Messages(statements);
        acknowledgements = new Acknowledgements(statements);
        audit = new AuditRows(statements);
        notices = new NoticeRows(statements);
        levels = new LevelRows(statements);
        features = new FeatureRows(statements);
    }

    /** Sends what is still waiting; the last thing before the commit. */
    void flush() {
        statements.flush();
    }

    /** What was queued to be sent, in order. */
    List<OutgoingMessage> sent() {
        return sent;
    }

    // ---- who

    @Override
    public Sighting sighting(String desk, String messageKey, String address) {
        return people.sighting(desk, messageKey, address);
    }

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return people.byAddress(desk, address);
    }

    @Override
    public List<Contact> approvers(CustomerId customer) {
        List<Contact> known = approvers.get(customer);
        return known == null ? people.approvers(customer) : known;
    }

    @Override
    public Contact contact(ContactId id) {
        return people.contact(id).orElseThrow(() -> new IllegalArgumentException("there is no " + id));
    }

    @Override
    public Customer customer(CustomerId id) {
        return people.customer(id).orElseThrow(() -> new IllegalArgumentException("there is no " + id));
    }

    @Override
    public Contact introduce(String desk, String address, String name, String language) {
        return people.lockAddress(desk, address)
                .orElseGet(() -> people.introduce(desk, address, new People.Called(name, language), clock.instant()));
    }

    @Override
    public List<Site> sites(CustomerId customer) {
        return people.sites(customer);
    }

    // ---- contracts

    @Override
    public Optional<PointsContract> pointsContract(SiteId site) {
        return new ContractRows(statements)
                .pointsOf(site.customer())
                .filter(contract -> contract.sites().contains(site))
                .min(Comparator.comparing(PointsContract::contract, ContractRows.nearest(clock.instant())));
    }

    @Override
    public Optional<HoursContract> hoursContract(CustomerId customer) {
        return new ContractRows(statements)
                .hoursOf(customer)
                .min(Comparator.comparing(HoursContract::contract, ContractRows.nearest(clock.instant())));
    }

    // ---- tickets

    @Override
    public long nextTicketNumber(String desk) {
        Statements.Query<Long> next =
                new Statements.Query<>("select nextval('ticket_number')", (row, _) -> row.getLong(1));
        statements.apart(next);
        return next.rows().getFirst();
    }

    @Override
    public Optional<Ticket> lock(TicketId id) {
        return tickets.lock(id);
    }

    @Override
    public List<TicketId> waitingForFunds(WalletKey wallet) {
        return tickets.waitingForFunds(wallet);
    }

    @Override
    public Funds lockFunds(WalletKey wallet) {
        Statements.Query<Funds> funds = Postings.lockFunds(wallet, clock.instant());
        Statements.Query<Contact> agreeing = People.approversOf(wallet.customer());
        statements.apart(funds, agreeing);
        approvers.put(wallet.customer(), agreeing.rows());
        return funds.rows().getFirst();
    }

    @Override
    public void create(Ticket ticket) {
        tickets.insert(ticket);
    }

    @Override
    public Optional<LedgerRefusal> apply(Ticket ticket, Decision decision, Actor actor, Instant now) {
        return switch (decision) {
            case Decision.Transition transition -> change(ticket, transition, new Cause(actor, "", now));
            case Decision.Refused refused -> {
                note(ticket, new Note(decision, Step.Kind.REFUSED, null), refused.reason(), actor, now);
                yield Optional.empty();
            }
            case Decision.Ignored ignored -> {
                note(ticket, new Note(decision, Step.Kind.IGNORED, null), ignored.reason(), actor, now);
                yield Optional.empty();
            }
        };
    }

    private Optional<LedgerRefusal> change(Ticket ticket, Decision.Transition transition, Cause cause) {
        List<Posting> asked = transition.postings();
        if (asked.isEmpty()) {
            tickets.update(transition.next(), ticket.version());
        } else {
            Optional<LedgerRefusal> refusal = book(ticket, transition, cause);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        Note note = new Note(transition, Step.Kind.TRANSITION, transition.next().state());
        note(ticket, note, "", cause.actor(), cause.at());
        return Optional.empty();
    }

    private Optional<LedgerRefusal> book(Ticket ticket, Decision.Transition transition, Cause cause) {
        JdbcOperations jdbc = statements.direct();
        Savepoint before = Savepoints.set(jdbc);
        tickets.update(transition.next(), ticket.version());
        statements.flush();
        Postings postings = new Postings(jdbc);
        int nth = 0;
        for (Posting posting : transition.postings()) {
            Optional<LedgerRefusal> refusal = postings.post(ticket, posting, nth++, cause);
            if (refusal.isPresent()) {
                Savepoints.back(jdbc, before);
                return refusal;
            }
        }
        return Optional.empty();
    }

    private void note(Ticket ticket, Note note, String reason, Actor actor, Instant now) {
        StateName before = StateName.of(ticket.state());
        TicketState after = note.after;
        statements.later(
                """
                insert into ticket_event (desk, ticket, row, kind, reason, actor_kind, actor, before, after,
                  state_data, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                ticket.id().desk(),
                ticket.id().number(),
                note.decision.row().name(),
                note.kind.name(),
                Columns.cut(reason, REASON_LENGTH_MAX),
                Columns.actorKind(actor),
                Columns.actorName(actor),
                before.name(),
                after == null ? before.name() : StateName.of(after).name(),
                after == null ? null : Json.write(after),
                Columns.time(now));
    }

    @Override
    public Optional<FeatureStatus> feature(TicketId ticket) {
        return features.status(ticket);
    }

    @Override
    public void keepFeature(TicketId ticket, Features.Step step) {
        features.keep(ticket, step);
    }

    @Override
    public void link(TicketId child, TicketId parent) {
        tickets.link(child, parent);
    }

    @Override
    public boolean grant(Grant grant) {
        lockFunds(grant.wallet());
        return new Postings(statements.direct()).grant(grant);
    }

    @Override
    public List<TicketId> openTickets(CustomerId customer) {
        return tickets.open(customer);
    }

    @Override
    public TimeBook time() {
        return new PostgresTimeBook(statements);
    }

    @Override
    public Plans plans() {
        return new PostgresPlans(statements);
    }

    @Override
    public Orders orders() {
        return new PostgresOrders(statements);
    }

    @Override
    public Sessions sessions() {
        return new PostgresSessions(statements);
    }

    @Override
    public Reviews reviews() {
        return new PostgresReviews(statements);
    }

    @Override
    public Demands demands() {
        return new PostgresDemands(statements);
    }

    @Override
    public TriageBook triage() {
        return new PostgresTriage(statements);
    }

    @Override
    public Levels levels() {
        return levels;
    }

    // ---- messages

    @Override
    public Optional<TicketId> ticketOfMessage(String desk, List<String> messageIds) {
        return messages.ticketOf(desk, messageIds);
    }

    @Override
    public boolean heardAside(String desk, List<String> messageIds) {
        return messages.heardAside(desk, messageIds);
    }

    @Override
    public void keep(
            InboundMessage message, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility) {
        messages.keep(message, ticket, reading, visibility);
    }

    @Override
    public void remark(TicketId ticket, Actor author, String text, Instant at) {
        messages.remark(ticket, author, text, at);
    }

    @Override
    public Trail trail(TicketId ticket) {
        return messages.trail(ticket);
    }

    @Override
    public void send(OutgoingMessage message, Instant now) {
        sent.add(message);
        messages.send(message, now);
    }

    @Override
    public void countAutomatic(String desk, String address, Instant now) {
        messages.countAutomatic(desk, address, now);
    }

    @Override
    public boolean saidBefore(TicketId ticket, String address, String text, Instant since) {
        return messages.saidBefore(ticket, address, text, since);
    }

    @Override
    public int automaticMessagesTo(String desk, String address, Instant since) {
        return messages.automaticTo(desk, address, since);
    }

    @Override
    public Optional<AcknowledgementCap> acknowledge(
            String desk, String address, List<AcknowledgementCap> caps, Instant now) {
        return acknowledgements.count(desk, address, caps, now);
    }

    @Override
    public boolean notice(Notice notice) {
        return notices.write(notice);
    }

    @Override
    public int markSeen(String desk, long ticket, Actor.Staff by, Instant now) {
        return notices.markSeen(desk, ticket, by, now);
    }

    @Override
    public void finish(Inbox.Claim claim, Outcome outcome, Instant now) {
        PostgresInbox.finish(statements, claim, outcome);
    }

    @Override
    public void audit(AuditLine line) {
        audit.write(line);
    }

    /** What to write down; {@code after}: null if nothing changed. */
    private record Note(
            Decision decision, Step.Kind kind, @Nullable TicketState after) {}
}
