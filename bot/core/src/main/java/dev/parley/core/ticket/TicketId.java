package dev.parley.core.ticket;

/** A ticket of one desk, by the number customers see. */
public record TicketId(String desk, long number) {
    public TicketId {
        if (number < 1) {
            throw new IllegalArgumentException("ticket number " + number + " is not positive");
        }
    }
}
