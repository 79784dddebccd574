package dev.parley.core.desk;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Makes a ticket and lets the rules open it. */
final class OpenTicket {
    /** A longer subject is cut; it stays whole on the message. */
    static final int SUBJECT_CHARS_MAX = 200;

    private final DeskBook desks;
    private final ActOnTicket act;

    OpenTicket(DeskBook desks, ActOnTicket act) {
        this.desks = desks;
        this.act = act;
    }

    TicketId open(Transaction tx, Request request, Instant now) {
        Ticket ticket = create(tx, number(tx, request.requester.id().desk()), request);
        return opened(tx, ticket, request, now);
    }

    /** The number of a ticket that is about to be made. */
    TicketId number(Transaction tx, String desk) {
        return new TicketId(desk, tx.nextTicketNumber(desk));
    }

    /** The ticket without its opening event, so that the message that asked for it can be kept on it first. */
    Ticket create(Transaction tx, TicketId id, Request request) {
        Contact who = request.requester;
        Ticket ticket =
                Ticket.created(id, who, subject(request.subject), payer(tx, who.customer()), request.receivedAt);
        tx.create(ticket);
        return ticket;
    }

    /** A customer's only site is meant; of several staff say which (P-14). */
    private Payer payer(Transaction tx, CustomerId customer) {
        Payer payer = desks.desk(customer.desk()).policy().payer();
        if (payer.unit() != Unit.POINT) {
            return payer;
        }
        List<Site> sites = tx.sites(customer);
        return sites.size() == 1 ? new Payer(Unit.POINT, sites.getFirst().id().number()) : payer;
    }

    TicketId opened(Transaction tx, Ticket ticket, Request request, Instant now) {
        act.within(tx, ticket, event(tx, request), request.actor, now);
        return ticket.id();
    }

    /** A standing pre-agreement was given by an approver, so it counts whoever asks (C-14b). */
    private static TicketEvent event(Transaction tx, Request request) {
        Long standing = tx.customer(request.requester.customer()).preAgreedUpTo();
        return standing != null && request.mode instanceof Mode.Ask
                ? new TicketEvent.Opened(new Mode.PreAgreed(standing), true, request.aboutPrices)
                : new TicketEvent.Opened(request.mode, request.requester.approver(), request.aboutPrices);
    }

    private static String subject(String subject) {
        String line = subject.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "(no subject)";
        }
        return line.length() <= SUBJECT_CHARS_MAX ? line : line.substring(0, SUBJECT_CHARS_MAX - 1) + "…";
    }

    /**
     * What is asked, by whom, and how they want to be asked before work.
     *
     * @param aboutPrices it asks for the price of credits or for a balance, and for nothing else (T04)
     */
    record Request(
            Contact requester, String subject, Mode mode, boolean aboutPrices, Actor actor, Instant receivedAt) {}
}
