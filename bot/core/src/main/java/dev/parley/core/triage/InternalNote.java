package dev.parley.core.triage;

import dev.parley.core.ticket.TicketId;
import java.time.Instant;

/**
 * What staff say among themselves about a ticket. It is no message: nothing that renders or sends takes one, so that it
 * cannot reach a customer.
 *
 * @param author a log-in
 * @param text 1 to {@link #CHARS_MAX} characters
 */
public record InternalNote(TicketId ticket, String author, String text, Instant at) {
    /** The longest note, in characters. */
    public static final int CHARS_MAX = 20_000;

    public InternalNote {
        if (text.isBlank() || text.length() > CHARS_MAX) {
            throw new IllegalArgumentException("a note has 1 to " + CHARS_MAX + " characters, not " + text.length());
        }
    }
}
