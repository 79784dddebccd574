package dev.parley.core.port;

import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.InternalNote;
import dev.parley.core.triage.Triage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How staff organise their work on tickets, as a decision sees it. The ticket is locked. */
public interface TriageBook {
    /** Who has the ticket and whether it sleeps. */
    Triage of(TicketId ticket);

    /** Keeps who has it now. */
    void keep(Triage triage);

    /** It sleeps no more: the customer said something. */
    void wake(TicketId ticket);

    /** Keeps a note, which staff alone see. */
    void note(InternalNote note);

    /** The newest message of the customer's side that is part of the conversation; 0 if there is none. */
    long lastHeard(TicketId ticket);

    /** How often customers brought the ticket back, once it was answered or closed, at or after {@code since}. */
    int reopened(TicketId ticket, Instant since);

    /** The reply that waits on the ticket, if one does. */
    Optional<HeldReply> waiting(TicketId ticket);

    /** Keeps a reply that waits, one a ticket; its number. */
    long hold(HeldReply reply);

    /** Notes what became of a reply that waited. */
    void settle(HeldReply reply, HeldReply.Outcome outcome, Instant now);

    /** Replies whose time has come, of every desk, the oldest first; without a lock. */
    List<HeldReply> due(int max, Instant now);
}
