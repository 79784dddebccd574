package dev.parley.core.ticket;

/** The states by name, for lists, history and storage. The names are stable: they are kept in databases. */
public enum StateName {
    NEW,
    ASSESSING,
    QUOTED,
    NEGOTIATING,
    FUNDING,
    WORKING,
    REQUOTED,
    CANCEL_REVIEW,
    ANSWERED,
    CLOSED,
    CLOSED_UNPAID,
    MERGED;

    /** The name of {@code state}. */
    public static StateName of(TicketState state) {
        return switch (state) {
            case TicketState.New _ -> NEW;
            case TicketState.Assessing _ -> ASSESSING;
            case TicketState.Quoted _ -> QUOTED;
            case TicketState.Negotiating _ -> NEGOTIATING;
            case TicketState.Funding _ -> FUNDING;
            case TicketState.Working _ -> WORKING;
            case TicketState.Requoted _ -> REQUOTED;
            case TicketState.CancelReview _ -> CANCEL_REVIEW;
            case TicketState.Answered _ -> ANSWERED;
            case TicketState.Closed _ -> CLOSED;
            case TicketState.ClosedUnpaid _ -> CLOSED_UNPAID;
            case TicketState.Merged _ -> MERGED;
        };
    }

    /** False for the states in which nobody has anything to do any more. */
    public boolean open() {
        return compareTo(CLOSED) < 0;
    }
}
