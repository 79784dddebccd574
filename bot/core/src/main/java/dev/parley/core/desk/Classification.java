package dev.parley.core.desk;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import java.time.Instant;

/** Keeps what a decision found a ticket to be: its deadlines depend on it (P-04). */
final class Classification {
    private Classification() {}

    static void keep(Transaction tx, Ticket before, Ticket after, TicketEvent event, Cause cause) {
        if (event instanceof TicketEvent.Assessed(Assessment.Incident(var severity), var reason)) {
            keep(tx, after, new Classified(cause.at, after.type(), severity, reason), cause);
        } else if (before.type() != after.type()) {
            String reason = event instanceof TicketEvent.Assessed assessed ? assessed.reason() : "";
            keep(tx, after, new Classified(cause.at, after.type(), null, reason), cause);
        }
    }

    private static void keep(Transaction tx, Ticket ticket, Classified found, Cause cause) {
        tx.levels().classify(ticket.id(), found, cause.actor);
    }

    /** Who brought it about, and when. */
    record Cause(Actor actor, Instant at) {}
}
