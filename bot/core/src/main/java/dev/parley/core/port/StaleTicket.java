package dev.parley.core.port;

import dev.parley.core.ticket.TicketId;

/** Somebody else saved the ticket since it was read. The store undoes the transaction and runs its work again. */
public final class StaleTicket extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** {@code version}: the version the loser decided on. */
    public StaleTicket(TicketId ticket, long version) {
        super("ticket " + ticket.number() + " of desk " + ticket.desk() + " is no longer at version " + version);
    }
}
