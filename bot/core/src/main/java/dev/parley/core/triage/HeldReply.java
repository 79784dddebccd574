package dev.parley.core.triage;

import dev.parley.core.ticket.TicketId;
import java.time.Instant;

/**
 * A reply that goes out at {@code dueAt} unless it is called back, or the customer says something before.
 *
 * @param id 0 until it is kept
 * @param author a log-in
 * @param heard the newest message of the customer its author had seen, 0 if there was none
 */
public record HeldReply(
        long id, TicketId ticket, String author, PublicReply reply, long heard, Instant heldAt, Instant dueAt) {

    /** What became of it. */
    public enum Outcome {
        /** It went out. */
        SENT,
        /** Somebody called it back. */
        UNDONE,
        /** The customer said something its author had not seen. */
        OVERTAKEN,
        /** The ticket had moved on, and the reply had no place in it any more. */
        REFUSED
    }
}
