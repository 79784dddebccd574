package dev.parley.core.port;

import dev.parley.core.standing.History;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of a transaction concerns service levels. The ticket is locked by who calls. */
public interface Levels {
    /** What happened to the ticket so far, this transaction's part included. */
    History history(TicketId ticket);

    /** Notes what the ticket is from now on; its deadlines are looked at again. */
    void classify(TicketId ticket, History.Classified found, Actor by);

    /**
     * Keeps that somebody was told of a deadline, once per key and ticket.
     *
     * @return false if it was kept before
     */
    boolean told(TicketId ticket, Told told);

    /** When the ticket's deadlines are to be looked at next; null: not before something happens. */
    void lookAgain(TicketId ticket, @Nullable Instant next);

    /**
     * A warning of a deadline or an escalation.
     *
     * @param key one of its kind on the ticket
     * @param to whom, as the desk file calls them; "" for the desk
     * @param dueAt when it became due
     * @param silent true if a later one was due as well and was told instead
     */
    record Told(String key, String to, Instant dueAt, boolean silent, Instant at) {}
}
