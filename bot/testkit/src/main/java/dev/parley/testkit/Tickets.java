package dev.parley.testkit;

import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Binding;
import dev.parley.core.ticket.CustomerReply;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Said;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.ticket.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ready-made tickets, quotes and decisions; the decisions are made by hand so that storage can be tried alone. */
public final class Tickets {
    private Tickets() {}

    /** A ticket as it is created. */
    public static Ticket created(long number, Contact requester, Instant at) {
        TicketId id = new TicketId(requester.id().desk(), number);
        return Ticket.created(id, requester, "Printing fails", Payer.of(Unit.CREDIT), at);
    }

    /** {@code ticket} in another state. */
    public static Ticket in(Ticket ticket, TicketState state, int quotes, @Nullable Instant dueAt) {
        return in(ticket, RequestType.PRICED, state, quotes, dueAt);
    }

    /** {@code ticket} of another type. */
    public static Ticket of(RequestType type, Ticket ticket) {
        return in(ticket, type, ticket.state(), ticket.quotes(), ticket.dueAt());
    }

    private static Ticket in(Ticket ticket, RequestType type, TicketState state, int quotes, @Nullable Instant dueAt) {
        return new Ticket(
                ticket.id(),
                ticket.customer(),
                ticket.requester(),
                ticket.subject(),
                ticket.payer(),
                type,
                ticket.mode(),
                state,
                quotes,
                ticket.disputed(),
                ticket.createdAt(),
                ticket.firstResponseAt(),
                dueAt,
                ticket.version());
    }

    /** A quote that is valid for 14 days. */
    public static Quote quote(int version, long amount, boolean automatic, Instant at) {
        Instant end = at.plus(Duration.ofDays(14));
        CategoryKey category = automatic ? Desks.QUESTION : Desks.CONSULTATION;
        return new Quote(version, category, amount, "Look at the printer", automatic, at, end);
    }

    /** A transition without words to say. */
    public static Decision transition(Row row, Ticket next, Posting... postings) {
        return new Decision.Transition(row, next, List.of(postings), List.of());
    }

    /** T13: the next version is offered; due at its expiry. */
    public static Decision quoted(Ticket ticket, long amount, Instant at) {
        Quote quote = quote(ticket.quotes() + 1, amount, false, at);
        Ticket next = in(ticket, new TicketState.Quoted(quote, Waiting.FRESH), quote.version(), quote.expiresAt());
        return transition(
                Row.T13, next, new Posting.OfferQuote(quote, ticket.wallet().orElseThrow()));
    }

    /** T08: an automatic quote is offered and held at once. */
    public static Decision heldAtOnce(Ticket ticket, long amount, Instant at) {
        Quote quote = quote(ticket.quotes() + 1, amount, true, at);
        TicketState working = working(quote, null, at);
        Ticket next = in(ticket, working, quote.version(), at.plus(Duration.ofDays(14)));
        return transition(
                Row.T08,
                next,
                new Posting.OfferQuote(quote, ticket.wallet().orElseThrow()),
                new Posting.Hold(quote.version()));
    }

    /** T20: a yes to the open quote. */
    public static Decision agreed(Ticket ticket, Contact approver, String message, Instant at) {
        TicketState.Quoted quoted = (TicketState.Quoted) ticket.state();
        int version = quoted.quote().version();
        TicketState working = working(quoted.quote(), approver, at);
        return transition(
                Row.T20,
                in(ticket, working, ticket.quotes(), at.plus(Duration.ofDays(14))),
                new Posting.DecideQuote(version, true, yes(approver, version, message, at)),
                new Posting.Hold(version));
    }

    static TicketState working(Quote quote, @Nullable Contact approver, Instant at) {
        Said yes = approver == null ? Said.byRule(at) : new Said(approver.id(), approver.name(), at);
        return new TicketState.Working(new Price.Held(quote, yes, at), false, at, null);
    }

    /** T60: the answer; the held amount is charged. */
    public static Decision answered(Ticket ticket, Instant at) {
        Price.Held held = (Price.Held) ((TicketState.Working) ticket.state()).price();
        long amount = held.quote().amount();
        TicketState state = new TicketState.Answered(new Price.Charged(held.quote(), amount), at);
        Ticket next = in(ticket, state, ticket.quotes(), at.plus(Duration.ofDays(7)));
        return transition(Row.T60, next, new Posting.PostHold(held.quote().version(), amount));
    }

    /** T07: a wish for the product. */
    public static Decision wished(Ticket t, Instant at) {
        TicketState free = new TicketState.Working(new Price.Free(), false, at, null);
        return transition(Row.T07, in(t, RequestType.FEATURE, free, 0, at.plus(Duration.ofDays(14))));
    }

    /** A plain yes of an approver, bound to {@code version}. */
    public static CustomerReply yes(Contact approver, int version, String message, Instant receivedAt) {
        return new CustomerReply(
                MessageKind.HUMAN,
                AuthVerdict.PASS,
                new Speaker.Approver(approver.id(), approver.name()),
                new Binding.Version(version),
                new Reading(ReplyKind.YES, null, "en.yes", "yes, go ahead"),
                receivedAt,
                new MessageKey(Messages.CHANNEL, message));
    }
}
