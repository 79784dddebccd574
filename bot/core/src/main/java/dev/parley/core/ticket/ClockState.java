package dev.parley.core.ticket;

/** How one of a ticket's clocks stands. */
public enum ClockState {
    /** It is our turn. */
    RUNNING,
    /** It is the customer's turn. */
    PAUSED,
    /** Met, or no longer wanted. */
    STOPPED,
    /** This ticket has no such promise. */
    NONE
}
