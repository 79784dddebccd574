package dev.parley.core.standing;

import dev.parley.core.servicelevel.Wait;
import dev.parley.core.ticket.TicketState;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, as a state says it. */
sealed interface Turn {
    /** Ours. */
    record Ours() implements Turn {}

    /** The resolution waits (C-19). */
    record Waiting(Wait why) implements Turn {}

    /** The answer went out. */
    record Answered() implements Turn {}

    /** It ended. */
    record Ended() implements Turn {}

    /**
     * Whose turn it is in {@code state}.
     *
     * @param pricing whether what staff look at is going to have a price: that takes time the resolution does not
     *     count, while an incident is ours from the first moment (C-19, P-04)
     */
    static Turn in(TicketState state, boolean pricing) {
        return switch (state) {
            case TicketState.New _ -> new Ours();
            case TicketState.Assessing assessing -> assessing(assessing, pricing);
            case TicketState.Quoted _ -> new Waiting(Wait.YES);
            case TicketState.Negotiating _ -> new Waiting(Wait.PRICE);
            case TicketState.Funding _ -> new Waiting(Wait.MONEY);
            case TicketState.Working working -> oursUnless(working.waitingSince());
            case TicketState.Requoted requoted -> new Waiting(requoted.yes() == null ? Wait.YES : Wait.MONEY);
            case TicketState.CancelReview _ -> new Waiting(Wait.DECISION);
            case TicketState.Answered _ -> new Answered();
            case TicketState.Closed _ -> new Ended();
            case TicketState.ClosedUnpaid _ -> new Ended();
            case TicketState.Merged _ -> new Ended();
        };
    }

    private static Turn assessing(TicketState.Assessing state, boolean pricing) {
        return state.waitingSince() == null && pricing ? new Waiting(Wait.PRICE) : oursUnless(state.waitingSince());
    }

    private static Turn oursUnless(@Nullable Object asked) {
        return asked == null ? new Ours() : new Waiting(Wait.DATA);
    }
}
