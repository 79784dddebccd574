package dev.parley.slack;

import dev.parley.core.desk.ReadCard.Card;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.quote.Quote;
import dev.parley.core.servicelevel.Deadline;
import dev.parley.core.servicelevel.Stand.Paused;
import dev.parley.core.servicelevel.Verdict;
import dev.parley.core.standing.Standing;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How a ticket stands, in plain words. */
final class Stand {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int MINUTES_AN_HOUR = 60;

    private Stand() {}

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String words(View view) {
        String words = switch (view.ticket().state()) {
            case TicketState.New _ -> "new";
            case TicketState.Assessing assessing ->
                assessing.waitingSince() == null ? "to be assessed" : "waits for the customer, who was asked something";
            case TicketState.Quoted quoted ->
                quoted.waiting().questionSince() == null
                        ? "waits for the customer's yes"
                        : "the customer asks about the quote";
            case TicketState.Negotiating negotiating ->
                "the customer offers " + negotiating.offered() + "; the specialist decides";
            case TicketState.Funding _ -> "agreed; waits for the customer to pay in";
            case TicketState.Working working ->
                working.waitingSince() == null ? "to be answered" : "waits for the customer, who was asked something";
            case TicketState.Requoted _ -> "waits for the customer's yes to a higher price";
            case TicketState.CancelReview _ -> "cancelled; say what is due";
            case TicketState.Answered _ -> "answered";
            case TicketState.Closed _ -> "closed";
            case TicketState.ClosedUnpaid closed ->
                "closed without a charge ("
                        + closed.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
            case TicketState.Merged merged -> "part of #" + merged.into().number();
        };
        return view.ticket().disputed() ? words + "; the charge is disputed" : words;
    }

    static String price(View view) {
        Unit unit = view.ticket().payer().unit();
        return switch (view.ticket().state()) {
            case TicketState.New _, TicketState.Assessing _ -> "none yet" + preAgreed(view, unit);
            case TicketState.Quoted quoted -> offered(quoted.quote(), unit);
            case TicketState.Negotiating negotiating -> offered(negotiating.quote(), unit);
            case TicketState.Funding funding -> amount(funding.quote().amount(), unit) + " agreed, not covered";
            case TicketState.Requoted raise -> price(raise.current(), unit) + "; " + offered(raise.quote(), unit);
            case TicketState.Working working -> price(working.price(), unit);
            case TicketState.CancelReview review -> price(review.price(), unit);
            case TicketState.Answered answered -> price(answered.price(), unit);
            case TicketState.Closed closed -> price(closed.price(), unit);
            case TicketState.ClosedUnpaid _ -> "nothing";
            case TicketState.Merged _ -> "with the other ticket";
        };
    }

    private static String preAgreed(View view, Unit unit) {
        return view.ticket().mode() instanceof Mode.PreAgreed(var cap)
                ? "; agreed in advance up to " + amount(cap, unit)
                : "";
    }

    private static String offered(Quote quote, Unit unit) {
        return amount(quote.amount(), unit) + " offered (version " + quote.version() + "), until "
                + day(quote.expiresAt());
    }

    private static String price(Price price, Unit unit) {
        return switch (price) {
            case Price.Free _ -> "free, or by the time it takes";
            case Price.Held held -> amount(held.quote().amount(), unit) + " reserved";
            case Price.Charged charged -> amount(charged.amount(), unit) + " charged";
        };
    }

    static String amount(long amount, Unit unit) {
        if (unit == Unit.MINUTE || unit == Unit.DEMAND) {
            long hours = amount / MINUTES_AN_HOUR;
            long minutes = amount % MINUTES_AN_HOUR;
            return hours + " h" + (minutes == 0 ? "" : " " + minutes + " min");
        }
        return amount + " " + unit.name().toLowerCase(Locale.ROOT) + (amount == 1 ? "" : "s");
    }

    static String type(Card card) {
        String words = switch (card.view().ticket().type()) {
            case UNKNOWN -> "not assessed";
            case INCIDENT -> "incident";
            case FEATURE -> "wish";
            case PRICED -> "work with a price";
            case COVERED -> "work of the package";
        };
        String severity = card.standing().history().severity();
        return severity.isEmpty() ? words : words + ", " + severity;
    }

    /** What the customer has to pay with. */
    static String left(Card card) {
        Unit unit = card.view().ticket().payer().unit();
        Funds funds = card.funds();
        return amount(funds.available(), unit)
                + (funds.reserved() > 0 ? ", " + amount(funds.reserved(), unit) + " reserved" : "")
                + (funds.blocked() ? " (blocked)" : "");
    }

    /** What is promised and still to be kept, the first first; why it stands still if it does. */
    static Optional<String> clock(Standing standing) {
        return standing.deadlines().stream()
                .filter(deadline -> !deadline.stand().stopped())
                .min(Comparator.comparing(Deadline::dueAt))
                .map(Stand::clock);
    }

    private static String clock(Deadline deadline) {
        String promise = deadline.terms().promise().words();
        String words = deadline.stand() instanceof Paused(var why)
                ? promise + " stands still: " + why.words().replace("your ", "the customer's ")
                : promise + " by " + day(deadline.dueAt());
        return deadline.verdict() == Verdict.BREACHED ? words + " – overdue" : words;
    }

    static boolean isAssessed(View view) {
        return view.ticket().type() != RequestType.UNKNOWN;
    }
}
