package dev.parley.core.conversation;

import dev.parley.core.ticket.TicketId;

/**
 * What one of our own signed marks points to.
 *
 * @param quoteVersion the quote version the marked message asked about, 0 if it asked for no decision
 * @param contact the number of the contact it was written to
 */
public record Pointer(TicketId ticket, int quoteVersion, long contact) {
    public Pointer {
        if (quoteVersion < 0 || contact < 0) {
            throw new IllegalArgumentException("quote version " + quoteVersion + ", contact " + contact);
        }
    }
}
