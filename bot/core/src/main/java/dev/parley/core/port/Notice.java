package dev.parley.core.port;

import dev.parley.core.ticket.Template;
import java.time.Instant;

/**
 * Something staff should look at. It stands in the list until somebody has seen it; mail and chat rooms tell the same.
 *
 * @param ticket the ticket's number, 0 if it belongs to none
 * @param about what it is about where that is no ticket, such as {@code order 12}; else ""
 * @param what one of the texts to staff
 * @param subject one line, in the desk's first language
 * @param text all of it
 * @param at when it happened, the last time if more than once
 */
public record Notice(String desk, long ticket, String about, Template what, String subject, String text, Instant at) {
    /** About a ticket, or about nothing that has a number. */
    public Notice(String desk, long ticket, Template what, String subject, String text, Instant at) {
        this(desk, ticket, "", what, subject, text, at);
    }

    public Notice {
        if (!what.forStaff() || ticket < 0) {
            throw new IllegalArgumentException(what + " of ticket " + ticket + " is no notice");
        }
    }
}
