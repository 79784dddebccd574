package dev.parley.core.desk;

import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.TicketId;

/** What became of a message. */
public sealed interface Accepted {
    /** It was worked on before (G1). */
    record Duplicate() implements Accepted {}

    /** It made a new ticket. */
    record Opened(TicketId ticket) implements Accepted {}

    /** It belongs to a ticket; {@code row} is the rule that applied. */
    record OnTicket(TicketId ticket, Row row) implements Accepted {}

    /** Kept for staff to look at; no ticket, no answer. */
    record Aside() implements Accepted {}

    /** It came to a personal address or the contact form; a known owner was shown the way (T05). */
    record Pointed() implements Accepted {}
}
