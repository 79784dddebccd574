package dev.parley.core.desk;

import dev.parley.core.customer.Contact;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.ticket.Mode;
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

    /** Splits {@code part} off {@code parent}; gives the new ticket, or empty if there is no such parent. */
    public Optional<TicketId> split(TicketId parent, Part part, Actor actor, Instant now) {
        return store.transact(tx -> tx.lock(parent).map(ticket -> split(tx, ticket, part, actor, now)));
    }

    private TicketId split(Transaction tx, Ticket parent, Part part, Actor actor, Instant now) {
        Contact requester = tx.contact(parent.requester());
        var request = new OpenTicket.Request(requester, part.subject, new Mode.Ask(), false, actor, now);
        Ticket child = open.create(tx, request);
        tx.remark(child.id(), new Actor.Customer(requester.address()), part.text, Visibility.PUBLIC, now);
        tx.link(child.id(), parent.id());
        act.within(tx, parent, new TicketEvent.SplitOff(child.id()), actor, now);
        return open.opened(tx, child, request, now);
    }

    /** The customer's words that the new ticket is about, under a subject of its own. */
    public record Part(String subject, String text) {}
}
