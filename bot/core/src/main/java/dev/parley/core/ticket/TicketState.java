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

    /**
     * Staff look at what it takes.
     *
     * @param since when it came to them
     * @param waitingSince since when our question to the customer is open; null while it is ours to do (T14)
     */
    record Assessing(Instant since, @Nullable Instant waitingSince) implements TicketState {}

    /** A quote is open; no hold. */
    record Quoted(Quote quote, Waiting waiting) implements TicketState {}

    /** A counter-offer is with the specialist; the quote stays open (C-10, T29). */
    record Negotiating(Quote quote, Waiting waiting, long offered) implements TicketState {}

    /**
     * Agreed, but the wallet does not cover it (C-27).
     *
     * @param quote what was agreed to; an automatic one is offered to the ledger only together with its hold
     * @param until the end of the funding window
     */
    record Funding(Quote quote, Said yes, Instant until) implements TicketState {
        /** When it was agreed; top-ups serve agreements in this order (T57). */
        public Instant agreedAt() {
            return yes.at();
        }
    }

    /**
     * Work may go on.
     *
     * @param started true once staff logged work: from then on a cancellation needs a decision (T68)
     * @param since when work could go on
     * @param waitingSince when we asked the customer for data; null while it is ours to do (T73)
     */
    record Working(
            Price price,
            boolean started,
            Instant since,
            @Nullable Instant waitingSince) implements TicketState {}

    /**
     * Work is paused: a higher total is offered, the old amount stays held or charged (T64).
     *
     * @param started as in {@link Working}
     * @param yes the yes to the new quote that the wallet does not cover yet (T81), else null
     */
    record Requoted(
            Price current,
            Quote quote,
            Waiting waiting,
            boolean started,
            @Nullable Said yes) implements TicketState {
        /** When a yes came that the wallet does not cover yet; null if there is none. */
        public @Nullable Instant agreedAt() {
            return yes == null ? null : yes.at();
        }
    }

    /**
     * Staff decide what is due (T69).
     *
     * @param mayFinish true if the customer only did not agree to a raise (T83); false if they cancelled (T68)
     * @param since when that was; without a decision the clock decides for the customer
     */
    record CancelReview(Price price, boolean mayFinish, Instant since) implements TicketState {}

    /** Answered and charged, or answered and free. */
    record Answered(Price price, Instant answeredAt) implements TicketState {}

    /** Done. */
    record Closed(Price price, Instant closedAt) implements TicketState {}

    /**
     * Ended without a charge.
     *
     * @param lastQuote the newest quote there was; null if none
     * @param ended who ended it; null if it was the clock or staff
     */
    record ClosedUnpaid(
            Ending ending,
            @Nullable Quote lastQuote,
            @Nullable Said ended,
            Instant closedAt) implements TicketState {}

    /** Part of another ticket now (T74). */
    record Merged(TicketId into) implements TicketState {}
}
