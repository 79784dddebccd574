package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.InternalNote;
import dev.parley.core.triage.Triage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Staff say among themselves who has a ticket, put it aside for a while, and leave notes. No customer sees it. */
public final class TriageTicket {
    /** The longest a ticket sleeps. */
    public static final Duration SNOOZE_MAX = Duration.ofDays(90);

    private final Store store;

    TriageTicket(Store store) {
        this.store = store;
    }

    /** Takes a ticket nobody has; empty if there is no such ticket. */
    public Optional<Ruling<Triage>> claim(TicketId ticket, Actor.Staff by, Instant now) {
        return store.transact(tx -> claim(tx, ticket, by, now));
    }

    /** The same in a transaction of the caller's. */
    public Optional<Ruling<Triage>> claim(Transaction tx, TicketId ticket, Actor.Staff by, Instant now) {
        return change(tx, ticket, new By(by, now), held -> {
            if (held.owner() == null || held.owner().equals(by.login())) {
                return new Allowed<>(held.ownedBy(by.login(), now));
            }
            return new Refused<>(held.owner() + " has the ticket", "talk to them, or assign it to yourself");
        });
    }

    /** Gives it to {@code login}, whoever has it; who that is has been checked by the caller. */
    public Optional<Ruling<Triage>> assign(Transaction tx, TicketId ticket, String login, Actor.Staff by, Instant now) {
        return change(tx, ticket, new By(by, now), held -> new Allowed<>(held.ownedBy(login, now)));
    }

    /** Nobody has it any more. */
    public Optional<Ruling<Triage>> release(Transaction tx, TicketId ticket, Actor.Staff by, Instant now) {
        return change(tx, ticket, new By(by, now), held -> new Allowed<>(held.released()));
    }

    /**
     * Puts it aside until {@code until}, at most {@link #SNOOZE_MAX} from now, or until the customer says something;
     * null brings it back.
     */
    public Optional<Ruling<Triage>> snooze(
            Transaction tx, TicketId ticket, @Nullable Instant until, Actor.Staff by, Instant now) {
        return change(tx, ticket, new By(by, now), held -> {
            if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(SNOOZE_MAX)))) {
                return new Refused<>(
                        "a ticket cannot sleep until " + until,
                        "name a time within the next " + SNOOZE_MAX.toDays() + " days");
            }
            return new Allowed<>(held.snoozed(until));
        });
    }

    /** Leaves a note; also on a ticket that is closed. False if there is no such ticket. */
    public boolean note(Transaction tx, TicketId ticket, String text, Actor.Staff by, Instant now) {
        Optional<Ticket> found = tx.lock(ticket);
        found.ifPresent(_ -> tx.triage().note(new InternalNote(ticket, by.login(), text, now)));
        return found.isPresent();
    }

    private static Optional<Ruling<Triage>> change(
            Transaction tx, TicketId id, By by, Function<Triage, Ruling<Triage>> rule) {
        return tx.lock(id).map(ticket -> {
            StateName state = StateName.of(ticket.state());
            if (!state.open()) {
                return new Refused<>("the ticket is " + state, "open it again first");
            }
            Triage before = tx.triage().of(id);
            Ruling<Triage> ruling = rule.apply(before);
            if (ruling instanceof Allowed<Triage>(var after) && !after.equals(before)) {
                keep(tx, before, after, by);
            }
            return ruling;
        });
    }

    private static void keep(Transaction tx, Triage before, Triage after, By by) {
        tx.triage().keep(after);
        tx.audit(new AuditLine(
                after.ticket().desk(),
                by.staff,
                "ticket " + after.ticket().number(),
                "triage",
                words(before),
                words(after),
                by.at));
    }

    private static String words(Triage triage) {
        String owner = triage.owner() == null ? "nobody has it" : triage.owner() + " has it";
        return triage.snoozedUntil() == null ? owner : owner + ", asleep until " + triage.snoozedUntil();
    }

    private record By(Actor.Staff staff, Instant at) {}
}
