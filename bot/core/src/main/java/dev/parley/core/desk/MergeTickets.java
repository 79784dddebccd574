package dev.parley.core.desk;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** The same issue asked twice becomes one ticket and one charge (T74). */
public final class MergeTickets {
    private final Store store;
    private final ActOnTicket act;

    MergeTickets(Store store, ActOnTicket act) {
        this.store = store;
        this.act = act;
    }

    /** Merges {@code source} into {@code target}; empty if one of them does not exist. */
    public Optional<Decision> merge(TicketId source, TicketId target, Actor actor, Instant now) {
        return store.transact(tx -> merge(tx, source, target, actor, now));
    }

    /** The same in a transaction of the caller's. */
    public Optional<Decision> merge(Transaction tx, TicketId source, TicketId target, Actor actor, Instant now) {
        boolean sourceFirst = source.number() < target.number();
        Optional<Ticket> first = tx.lock(sourceFirst ? source : target);
        Optional<Ticket> second = tx.lock(sourceFirst ? target : source);
        Optional<Ticket> from = sourceFirst ? first : second;
        Optional<Ticket> into = sourceFirst ? second : first;
        return from.flatMap(s ->
                into.map(t -> act.within(tx, s, new TicketEvent.MergeAsked(t.id(), t.customer()), actor, now)));
    }
}
