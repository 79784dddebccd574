package dev.parley.core.desk;

import dev.parley.core.quote.Quote;
import dev.parley.core.reading.OpenQuote;
import dev.parley.core.ticket.Overtime;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The quote a reply on a ticket would answer, so that numbers and amounts named in it can be compared. */
final class OpenQuotes {
    private OpenQuotes() {}

    static OpenQuote of(Ticket ticket, Speaker speaker) {
        return open(ticket.state())
                .map(quote -> new OpenQuote(
                        quote.number(ticket.id().number()),
                        quote.amount(),
                        Set.of(name(speaker).split("\\s+", -1))))
                .orElseGet(OpenQuote::unknown);
    }

    /** The quote that waits for a yes or a no. */
    static Optional<Quote> waiting(TicketState state) {
        return switch (state) {
            case TicketState.Quoted quoted -> Optional.of(quoted.quote());
            case TicketState.Negotiating negotiating -> Optional.of(negotiating.quote());
            case TicketState.Requoted requoted ->
                requoted.yes() == null ? Optional.of(requoted.quote()) : Optional.empty();
            case TicketState.Working working -> asked(working.price().overtime());
            case TicketState.New _ -> Optional.empty();
            case TicketState.Assessing _ -> Optional.empty();
            case TicketState.Funding _ -> Optional.empty();
            case TicketState.CancelReview _ -> Optional.empty();
            case TicketState.Answered _ -> Optional.empty();
            case TicketState.Closed _ -> Optional.empty();
            case TicketState.ClosedUnpaid _ -> Optional.empty();
            case TicketState.Merged _ -> Optional.empty();
        };
    }

    /** The quote that was agreed to, and that the work is or will be paid by. */
    static Optional<Quote> agreed(TicketState state) {
        return switch (state) {
            case TicketState.Funding funding -> Optional.of(funding.quote());
            case TicketState.Requoted requoted ->
                requoted.yes() == null ? requoted.current().agreedQuote() : Optional.of(requoted.quote());
            case TicketState.Working working -> working.price().agreedQuote();
            case TicketState.CancelReview review -> review.price().agreedQuote();
            case TicketState.Answered answered -> answered.price().agreedQuote();
            case TicketState.Closed closed -> closed.price().agreedQuote();
            case TicketState.New _ -> Optional.empty();
            case TicketState.Assessing _ -> Optional.empty();
            case TicketState.Quoted _ -> Optional.empty();
            case TicketState.Negotiating _ -> Optional.empty();
            case TicketState.ClosedUnpaid _ -> Optional.empty();
            case TicketState.Merged _ -> Optional.empty();
        };
    }

    private static Optional<Quote> open(TicketState state) {
        return switch (state) {
            case TicketState.Quoted quoted -> Optional.of(quoted.quote());
            case TicketState.Negotiating negotiating -> Optional.of(negotiating.quote());
            case TicketState.Requoted requoted -> Optional.of(requoted.quote());
            case TicketState.Funding funding -> Optional.of(funding.quote());
            case TicketState.ClosedUnpaid closed -> Optional.ofNullable(closed.lastQuote());
            case TicketState.Working working ->
                working.price().agreedQuote().or(() -> asked(working.price().overtime()));
            case TicketState.New _ -> Optional.empty();
            case TicketState.Assessing _ -> Optional.empty();
            case TicketState.CancelReview _ -> Optional.empty();
            case TicketState.Answered _ -> Optional.empty();
            case TicketState.Closed _ -> Optional.empty();
            case TicketState.Merged _ -> Optional.empty();
        };
    }

    private static Optional<Quote> asked(@Nullable Overtime overtime) {
        return overtime == null ? Optional.empty() : Optional.of(overtime.quote());
    }

    private static String name(Speaker speaker) {
        return switch (speaker) {
            case Speaker.Approver approver -> approver.name();
            case Speaker.Colleague colleague -> colleague.name();
            case Speaker.Stranger _ -> "";
        };
    }
}
