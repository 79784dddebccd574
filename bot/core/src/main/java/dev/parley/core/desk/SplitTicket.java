package dev.parley.core.desk;

import dev.parley.core.customer.Contact;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** A question about something else becomes a ticket of its own, with its own assessment (C-24, T71). */
public final class SplitTicket {
    private final Store store;
    private final ActOnTicket act;
    private final OpenTicket open;

    SplitTicket(Store store, ActOnTicket act, OpenTicket open) {
        this.store = store;
        this.act = act;
        this.open = open;
    }

    /** Splits {@code part} off {@code parent}; empty if there is no such parent. */
    public Optional<Split> split(TicketId parent, Part part, Actor actor, Instant now) {
        return store.transact(tx -> split(tx, parent, part, actor, now));
    }

    /** The same in a transaction of the caller's. */
    public Optional<Split> split(Transaction tx, TicketId parent, Part part, Actor actor, Instant now) {
        return tx.lock(parent).map(ticket -> split(tx, ticket, part, actor, now));
    }

    /** The rules are asked first: a refused part leaves nothing behind. */
    private Split split(Transaction tx, Ticket parent, Part part, Actor actor, Instant now) {
        TicketId id = open.number(tx, parent.id().desk());
        Decision decision = act.within(tx, parent, new TicketEvent.SplitOff(id), actor, now);
        if (decision instanceof Decision.Refused refused) {
            return new Split.Not(refused.row(), refused.reason());
        }
        Contact requester = tx.contact(parent.requester());
        var request = new OpenTicket.Request(requester, part.subject, new Mode.Ask(), false, actor, now);
        Ticket child = open.create(tx, id, request);
        tx.remark(child.id(), new Actor.Customer(requester.address()), part.text, now);
        tx.link(child.id(), parent.id());
        return new Split.Made(open.opened(tx, child, request, now));
    }

    /** The customer's words that the new ticket is about, under a subject of its own. */
    public record Part(String subject, String text) {}

    /** What became of it. */
    public sealed interface Split {
        /** The part is a ticket of its own. */
        record Made(TicketId child) implements Split {}

        /** Nothing can be split off this ticket any more. */
        record Not(Row row, String reason) implements Split {}
    }
}
