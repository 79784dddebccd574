package dev.parley.core.standing;

import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.ticket.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a ticket waits for, in plain words: for something staff do, or for somebody else. */
public enum Todo {
    ASSESS(true, "say what it is and takes"),
    ANSWER_QUESTION(true, "answer the question about the quote"),
    SETTLE_PRICE(true, "settle the counter-offer"),
    BEGIN(true, "begin the work"),
    WORK(true, "finish the work"),
    SETTLE_CANCELLATION(true, "decide what is due of the cancelled work"),
    SETTLE_DISPUTE(true, "decide the dispute"),
    WAIT_FOR_YES(false, "waits for the customer's yes"),
    WAIT_FOR_MONEY(false, "waits for the account to be topped up"),
    WAIT_FOR_DATA(false, "waits for the customer's answer to our question"),
    WAIT_FOR_CLOSE(false, "answered; closes by itself"),
    ENDED(false, "ended");

    private final boolean staff;
    private final String words;

    Todo(boolean staff, String words) {
        this.staff = staff;
        this.words = words;
    }

    /** True if it is the staff's turn. */
    public boolean staff() {
        return staff;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** What {@code ticket} waits for. */
    public static Todo of(Ticket ticket) {
        return ticket.disputed() ? SETTLE_DISPUTE : of(ticket.state());
    }

    private static Todo of(TicketState state) {
        return switch (state) {
            case TicketState.New _ -> ASSESS;
            case TicketState.Assessing assessing -> unlessAsked(assessing.waitingSince(), ASSESS);
            case TicketState.Quoted quoted -> open(quoted.waiting());
            case TicketState.Negotiating _ -> SETTLE_PRICE;
            case TicketState.Funding _ -> WAIT_FOR_MONEY;
            case TicketState.Working working -> unlessAsked(working.waitingSince(), working.started() ? WORK : BEGIN);
            case TicketState.Requoted requoted -> requoted.yes() == null ? open(requoted.waiting()) : WAIT_FOR_MONEY;
            case TicketState.CancelReview _ -> SETTLE_CANCELLATION;
            case TicketState.Answered _ -> WAIT_FOR_CLOSE;
            case TicketState.Closed _ -> ENDED;
            case TicketState.ClosedUnpaid _ -> ENDED;
            case TicketState.Merged _ -> ENDED;
        };
    }

    private static Todo open(Waiting waiting) {
        return waiting.questionSince() == null ? WAIT_FOR_YES : ANSWER_QUESTION;
    }

    private static Todo unlessAsked(@Nullable Instant asked, Todo ours) {
        return asked == null ? ours : WAIT_FOR_DATA;
    }
}
