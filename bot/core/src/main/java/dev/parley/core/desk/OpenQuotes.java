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
