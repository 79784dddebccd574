package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;

/** Who pays for time on a ticket, if time may be entered on it at all (H-01, H-05, X-01). */
enum TimePayer {
    /** The customer's package, and what goes over it. */
    PACKAGE,
    /** The quote that was agreed to: time is noted, and charged by the quote alone. */
    QUOTE;

    private static final String OPEN_IT = "open it again first";

    /** Who pays for time worked on {@code ticket}; refused with what to do. */
    static Ruling<TimePayer> of(Ticket ticket) {
        String name = "ticket " + ticket.id().number();
        Unit unit = ticket.payer().unit();
        if (unit != Unit.DEMAND && unit != Unit.MINUTE) {
            return new Refused<>(name + " is not paid by the hour", "enter time at a desk whose unit is the minute");
        }
        return switch (ticket.state()) {
            case TicketState.New _ -> unassessed(name);
            case TicketState.Assessing _ -> unassessed(name);
            case TicketState.Quoted _ -> unagreed(name);
            case TicketState.Negotiating _ -> unagreed(name);
            case TicketState.Funding _ -> unagreed(name);
            case TicketState.Working working -> by(ticket, working.price());
            case TicketState.Requoted raise -> by(ticket, raise.current());
            case TicketState.CancelReview review -> by(ticket, review.price());
            case TicketState.Answered answered -> by(ticket, answered.price());
            case TicketState.Closed _ -> new Refused<>(name + " is closed", OPEN_IT);
            case TicketState.ClosedUnpaid _ -> new Refused<>(name + " was closed without work that is paid", OPEN_IT);
            case TicketState.Merged(var into) ->
                new Refused<>(name + " is part of ticket " + into.number() + " now", "enter the time there");
        };
    }

    /** The same for work that is to begin now. */
    static Ruling<TimePayer> toBegin(Ticket ticket) {
        return ticket.state() instanceof TicketState.Working
                        || isAskedForOverage(ticket)
                        || !StateName.of(ticket.state()).open()
                        || !(of(ticket) instanceof Allowed)
                ? of(ticket)
                : new Refused<>(
                        "ticket " + ticket.id().number() + " is " + StateName.of(ticket.state())
                                + ", and so nothing is worked on it now",
                        "enter by hand what was worked before");
    }

    /** What the package still holds may be worked while the customer is asked for more. */
    private static boolean isAskedForOverage(Ticket ticket) {
        return ticket.state() instanceof TicketState.Requoted asked
                && asked.quote().over() != null;
    }

    private static Ruling<TimePayer> unassessed(String name) {
        return new Refused<>("nobody has said yet what pays for " + name, "assess it first");
    }

    private static Ruling<TimePayer> unagreed(String name) {
        return new Refused<>("the customer has not agreed to the price of " + name, "wait for the yes");
    }

    private static Ruling<TimePayer> by(Ticket ticket, Price price) {
        if (ticket.type() == RequestType.COVERED) {
            return new Allowed<>(PACKAGE);
        }
        return price instanceof Price.Free
                ? new Refused<>(
                        "ticket " + ticket.id().number() + " is free of charge, so that no time is taken for it",
                        "assess it as work first, if it is that")
                : new Allowed<>(QUOTE);
    }
}
