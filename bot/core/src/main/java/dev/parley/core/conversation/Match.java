package dev.parley.core.conversation;

import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.TicketId;

/** Which ticket a message belongs to. */
public sealed interface Match {
    /** It belongs to {@code ticket}; {@code binding} says how much of a decision it may carry. */
    record Known(TicketId ticket, Binding binding) implements Match {}

    /** Nothing ties it to a ticket. */
    record Unknown() implements Match {}
}
