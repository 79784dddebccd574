package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.TriageBook;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.HeldReply.Outcome;
import dev.parley.core.triage.PublicReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A public reply waits for a moment before it goes out: whoever wrote it can call it back, and it stays where it is if
 * the customer says something in between.
 */
public final class HoldReply {
    /** How long a reply can be called back. */
    public static final Duration UNDO = Duration.ofSeconds(20);

    private final DeskBook desks;
    private final Store store;
    private final ActOnTicket act;
    private final StaffNotices notices;

    HoldReply(DeskBook desks, Store store, ActOnTicket act, StaffNotices notices) {
        this.desks = desks;
        this.store = store;
        this.act = act;
        this.notices = notices;
    }

    /** What is said; {@code heard}: the newest message of the customer that was read before it was written. */
    public record Asked(PublicReply reply, long heard) {}

    /** Lets the reply wait for {@link #UNDO}; empty if there is no such ticket. */
    public Optional<Ruling<HeldReply>> hold(
            Transaction tx, TicketId ticket, Asked asked, Actor.Staff author, Instant now) {
        return tx.lock(ticket).map(locked -> hold(tx, locked, asked, author, now));
    }

    private Ruling<HeldReply> hold(Transaction tx, Ticket ticket, Asked asked, Actor.Staff author, Instant now) {
        TriageBook book = tx.triage();
        Optional<HeldReply> other = book.waiting(ticket.id());
        if (other.isPresent()) {
            return new Refused<>(
                    "a reply by " + other.get().author() + " is just going out", "wait for it, or call it back");
        }
        if (book.lastHeard(ticket.id()) > asked.heard) {
            return new Refused<>(
                    "the customer wrote again while you did", "read that first, then send your reply once more");
        }
        String refused = refused(act.foresee(tx, ticket, asked.reply.event(), now));
        if (!refused.isEmpty()) {
            return new Refused<>(refused, "say it in another way");
        }
        HeldReply reply = new HeldReply(0, ticket.id(), author.login(), asked.reply, asked.heard, now, now.plus(UNDO));
        return new Allowed<>(numbered(reply, book.hold(reply)));
    }

    /** Calls the waiting reply {@code id} back; refused if it is gone. */
    public Ruling<HeldReply> undo(Transaction tx, TicketId ticket, long id, Instant now) {
        Optional<HeldReply> waiting =
                tx.lock(ticket).flatMap(_ -> tx.triage().waiting(ticket)).filter(held -> held.id() == id);
        waiting.ifPresent(held -> tx.triage().settle(held, Outcome.UNDONE, now));
        return waiting.<Ruling<HeldReply>>map(Allowed::new)
                .orElseGet(() -> new Refused<>("the reply has gone out", "write to the customer again"));
    }

    /** Sends up to {@code max} replies whose time has come; what became of them. */
    public List<Released> release(int max, Instant now) {
        List<HeldReply> due = store.transact(tx -> tx.triage().due(max, now));
        return due.stream()
                .map(held -> store.transact(tx -> release(tx, held, now)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A reply that waits no more. */
    public record Released(HeldReply reply, Outcome outcome) {}

    private Optional<Released> release(Transaction tx, HeldReply due, Instant now) {
        return tx.lock(due.ticket())
                .flatMap(ticket -> tx.triage()
                        .waiting(ticket.id())
                        .filter(held -> held.id() == due.id())
                        .map(held -> release(tx, ticket, held, now)));
    }

    private Released release(Transaction tx, Ticket ticket, HeldReply held, Instant now) {
        String problem = tx.triage().lastHeard(ticket.id()) > held.heard()
                ? "the customer wrote again before it went out"
                : refused(act.foresee(tx, ticket, held.reply().event(), now));
        if (problem.isEmpty()) {
            Decision _ = act.within(tx, ticket, held.reply().event(), new Actor.Staff(held.author()), now);
            return settled(tx, held, Outcome.SENT, now);
        }
        Map<String, String> fields = Map.of(
                "author",
                held.author(),
                "problem",
                problem,
                "text",
                held.reply().text());
        notices.show(
                tx,
                desks.desk(ticket.id().desk()),
                new StaffNotices.Matter(ticket.id().number(), Template.STAFF_REPLY_HELD_BACK, fields),
                now);
        boolean overtaken = tx.triage().lastHeard(ticket.id()) > held.heard();
        return settled(tx, held, overtaken ? Outcome.OVERTAKEN : Outcome.REFUSED, now);
    }

    private static Released settled(Transaction tx, HeldReply held, Outcome outcome, Instant now) {
        tx.triage().settle(held, outcome, now);
        return new Released(held, outcome);
    }

    private static String refused(Decision decision) {
        return switch (decision) {
            case Decision.Transition _ -> "";
            case Decision.Refused refused -> refused.reason();
            case Decision.Ignored ignored -> ignored.reason();
        };
    }

    private static HeldReply numbered(HeldReply r, long id) {
        return new HeldReply(id, r.ticket(), r.author(), r.reply(), r.heard(), r.heldAt(), r.dueAt());
    }
}
