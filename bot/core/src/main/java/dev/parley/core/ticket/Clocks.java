package dev.parley.core.ticket;

import static dev.parley.core.ticket.ClockState.NONE;
import static dev.parley.core.ticket.ClockState.PAUSED;
import static dev.parley.core.ticket.ClockState.RUNNING;
import static dev.parley.core.ticket.ClockState.STOPPED;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's three clocks, as a function of the ticket alone (C-19).
 *
 * @param firstResponse until a person or the assessment answers
 * @param assessment how long it is with us to be priced: an internal target
 * @param resolution until the answer; stands still while we wait for a yes, for money or for data
 */
public record Clocks(ClockState firstResponse, ClockState assessment, ClockState resolution) {

    /** How the clocks of {@code ticket} stand. */
    public static Clocks of(Ticket ticket) {
        return switch (ticket.state()) {
            case TicketState.New _ -> clocks(ticket, NONE, NONE);
            case TicketState.Assessing state -> assessing(ticket, state);
            case TicketState.Quoted _ -> clocks(ticket, STOPPED, PAUSED);
            case TicketState.Negotiating _ -> clocks(ticket, RUNNING, PAUSED);
            case TicketState.Funding _ -> clocks(ticket, STOPPED, PAUSED);
            case TicketState.Working state -> clocks(ticket, STOPPED, working(ticket, state.waitingSince()));
            case TicketState.Requoted _ -> clocks(ticket, STOPPED, PAUSED);
            case TicketState.CancelReview _ -> clocks(ticket, STOPPED, PAUSED);
            case TicketState.Answered _ -> new Clocks(STOPPED, STOPPED, STOPPED);
            case TicketState.Closed _ -> new Clocks(STOPPED, STOPPED, STOPPED);
            case TicketState.ClosedUnpaid _ -> new Clocks(STOPPED, STOPPED, STOPPED);
            case TicketState.Merged _ -> new Clocks(STOPPED, STOPPED, STOPPED);
        };
    }

    /** Work that is agreed in advance is on its way already; else pricing it does not count (C-19). */
    private static Clocks assessing(Ticket ticket, TicketState.Assessing state) {
        if (state.waitingSince() != null) {
            return clocks(ticket, PAUSED, PAUSED);
        }
        return clocks(ticket, RUNNING, ticket.mode() instanceof Mode.PreAgreed ? RUNNING : PAUSED);
    }

    /** A feature request has no date (P-08). */
    private static ClockState working(Ticket ticket, @Nullable Instant waitingSince) {
        if (ticket.type() == RequestType.FEATURE) {
            return NONE;
        }
        return waitingSince == null ? RUNNING : PAUSED;
    }

    private static Clocks clocks(Ticket ticket, ClockState assessment, ClockState resolution) {
        return new Clocks(ticket.firstResponseAt() == null ? RUNNING : STOPPED, assessment, resolution);
    }
}
