package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.standing.Promises;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** Staff say how urgent a ticket is (H-02). Its deadlines are counted anew, from the beginning; no price changes. */
public final class SetSeverity {
    private final Store store;
    private final PromiseBook promises;

    /** For the desks of {@code promises}. */
    public SetSeverity(Store store, PromiseBook promises) {
        this.store = store;
        this.promises = promises;
    }

    /** How urgent, and why. */
    public record Asked(String severity, String reason) {}

    /** What it was and is. */
    public record Changed(String before, String after) {}

    /** Sets it; empty if there is no such ticket. */
    public Optional<Ruling<Changed>> set(TicketId id, Asked asked, Actor by, Instant now) {
        return store.transact(tx -> set(tx, id, asked, by, now));
    }

    /** The same in a transaction of the caller's. */
    public Optional<Ruling<Changed>> set(Transaction tx, TicketId id, Asked asked, Actor by, Instant now) {
        return tx.lock(id).map(ticket -> decide(tx, ticket, asked, new By(by, now)));
    }

    private Ruling<Changed> decide(Transaction tx, Ticket ticket, Asked asked, By by) {
        Promises desk = promises.of(ticket.id().desk());
        StateName state = StateName.of(ticket.state());
        if (!desk.severities().contains(asked.severity)) {
            return new Ruling.Refused<>(
                    "there is no severity ‘" + asked.severity + "’",
                    desk.severities().isEmpty()
                            ? "name some under severities in the desk file"
                            : "give one of " + String.join(", ", desk.severities()));
        }
        if (ticket.type() == RequestType.FEATURE) {
            return new Ruling.Refused<>(
                    "a feature request has no severity: no date is promised for it (P-08)",
                    "assess it as something else first");
        }
        if (!state.open()) {
            return new Ruling.Refused<>("the ticket is " + state, "open it again first");
        }
        return new Ruling.Allowed<>(change(tx, ticket, asked, by));
    }

    private static Changed change(Transaction tx, Ticket ticket, Asked asked, By by) {
        String before = tx.levels().history(ticket.id()).severity();
        tx.levels().classify(ticket.id(), new Classified(by.at, ticket.type(), asked.severity, asked.reason), by.actor);
        tx.audit(new Transaction.AuditLine(
                ticket.id().desk(),
                by.actor,
                "ticket " + ticket.id().number(),
                "severity",
                before,
                asked.severity,
                by.at));
        return new Changed(before, asked.severity);
    }

    private record By(Actor actor, Instant at) {}
}
