package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.Notice;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.StaleTicket;
import dev.parley.core.port.TicketReads.Step;
import dev.parley.core.port.Transaction;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** One decision on one connection. */
final class PostgresTransaction implements Transaction {
    private static final int REASON_LENGTH_MAX = 4000;

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final People people;
    private final TicketRows tickets;
    private final Postings postings;
    private final Messages messages;
    private final Acknowledgements acknowledgements;
    private final AuditRows audit;
    private final NoticeRows notices;

    PostgresTransaction(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        people = new People(jdbc);
        tickets = new TicketRows(jdbc);
        postings = new Postings(jdbc);
        messages = new Messages(jdbc);
        acknowledgements = new Acknowledgements(jdbc);
        audit = new AuditRows(jdbc);
        notices = new NoticeRows(jdbc);
    }

    // ---- who

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return people.byAddress(desk, address);
    }

    @Override
    public List<Contact> approvers(CustomerId customer) {
        return people.approvers(customer);
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
        people.lockAddress(desk, address);
        return contact(desk, address).orElseGet(() -> {
            People.Called called = new People.Called(name, language);
            CustomerId customer = people.create(desk, called.orElse(address), true, clock.instant());
            return contact(people.addContact(customer, address, called, clock.instant()));
        });
    }

    // ---- tickets

    @Override
    public long nextTicketNumber(String desk) {
        return Objects.requireNonNull(jdbc.queryForObject("select nextval('ticket_number')", Long.class));
    }

    @Override
    public Optional<Ticket> lock(TicketId id) {
        return tickets.lock(id);
    }

    @Override
    public List<TicketId> waitingForFunds(CustomerId customer, Unit unit) {
        return tickets.waitingForFunds(customer);
    }

    @Override
    public Funds lockFunds(CustomerId customer, Unit unit) {
        return postings.lockFunds(customer, unit, clock.instant());
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
        Savepoint before = asked.isEmpty() ? null : savepoint();
        String state = Json.write(transition.next().state());
        if (!tickets.update(transition.next(), state, ticket.version())) {
            throw new StaleTicket(ticket.id(), ticket.version());
        }
        for (int nth = 0; nth < asked.size(); nth++) {
            Optional<LedgerRefusal> refusal = postings.post(ticket, asked.get(nth), nth, cause);
            if (refusal.isPresent()) {
                rollbackTo(Objects.requireNonNull(before));
                return refusal;
            }
        }
        Note note = new Note(transition, Step.Kind.TRANSITION, transition.next().state());
        note(ticket, note, "", cause.actor(), cause.at());
        return Optional.empty();
    }

    private Savepoint savepoint() {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Savepoint>) c -> c.setSavepoint()));
    }

    private void rollbackTo(Savepoint savepoint) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.rollback(savepoint);
            return true;
        });
    }

    private void note(Ticket ticket, Note note, String reason, Actor actor, Instant now) {
        StateName before = StateName.of(ticket.state());
        TicketState after = note.after;
        jdbc.update(
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
    public void link(TicketId child, TicketId parent) {
        tickets.link(child, parent);
    }

    @Override
    public boolean grant(Grant grant) {
        return postings.grant(grant);
    }

    // ---- messages

    @Override
    public Optional<TicketId> ticketOfMessage(String desk, List<String> messageIds) {
        return messages.ticketOf(desk, messageIds);
    }

    @Override
    public boolean seen(String desk, String messageKey) {
        return messages.seen(desk, messageKey);
    }

    @Override
    public long keep(
            InboundMessage message, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility) {
        return messages.keep(message, ticket, reading, visibility);
    }

    @Override
    public void remark(TicketId ticket, Actor author, String text, Visibility visibility, Instant at) {
        messages.remark(ticket, author, text, visibility, at);
    }

    @Override
    public Trail trail(TicketId ticket) {
        return messages.trail(ticket);
    }

    @Override
    public void send(OutgoingMessage message, Instant now) {
        messages.send(message, now);
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

    /** The try that claimed it is the fence: whoever claims it later has a higher one. */
    @Override
    public void finish(Inbox.Claim claim, Outcome outcome, Instant now) {
        int changed = jdbc.update(
                "update inbox set status = ? where desk = ? and id = ? and tries = ? and status = 'NEW'",
                outcome.name(),
                claim.message().desk(),
                claim.id(),
                claim.tries());
        if (changed == 0) {
            throw new ClaimLost(claim.id(), claim.tries());
        }
    }

    @Override
    public void audit(AuditLine line) {
        audit.write(line);
    }

    /** What to write down; {@code after}: null if nothing changed. */
    private record Note(
            Decision decision, Step.Kind kind, @Nullable TicketState after) {}
}
