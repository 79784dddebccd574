package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands; each state carries exactly what is true in it. The table of
 * {@code docs/conversation.md} lists every transition by row number.
 */
public sealed interface TicketState {
    /** Just made, nothing decided. */
    record New() implements TicketState {}

    /** Staff look at what it takes. {@code waitingSince}: our question to the customer is open (T14). */
    record Assessing(@Nullable Instant waitingSince) implements TicketState {}

    /** A quote is open; no hold. */
    record Quoted(Quote quote, Waiting waiting) implements TicketState {}

    /** A counter-offer is with the specialist; the quote stays open (C-10, T29). */
    record Negotiating(Quote quote, Waiting waiting, long offered) implements TicketState {}

    /**
     * Agreed, but the wallet does not cover it (C-27).
     *
     * @param agreedAt when the yes was received; top-ups serve agreements in this order (T57)
     * @param until the end of the funding window
     */
    record Funding(Quote quote, Instant agreedAt, Instant until) implements TicketState {}

    /**
     * Work may go on.
     *
     * @param started true once staff logged work: from then on a cancellation needs a decision (T68)
     * @param waitingSince when we asked the customer for data; null while it is ours to do (T73)
     */
    record Working(Price price, boolean started, @Nullable Instant waitingSince) implements TicketState {}

    /**
     * Work is paused: a higher total is offered, the old amount stays held or charged (T64).
     *
     * @param agreedAt when a yes to the new quote came that the wallet does not cover yet (T81), else null
     */
    record Requoted(
            Price current,
            Quote quote,
            Waiting waiting,
            @Nullable Instant agreedAt) implements TicketState {}

    /** The customer cancelled after work began; staff decide what is due (T68). */
    record CancelReview(Price price) implements TicketState {}

    /** Answered and charged, or answered and free. */
    record Answered(Price price, Instant answeredAt) implements TicketState {}

    /** Done. */
    record Closed(Price price, Instant closedAt) implements TicketState {}

    /** Ended without a charge. {@code lastQuote}: the newest quote there was, if any. */
    record ClosedUnpaid(Ending ending, @Nullable Quote lastQuote, Instant closedAt) implements TicketState {}

    /** Part of another ticket now (T74). */
    record Merged(TicketId into) implements TicketState {}
}
