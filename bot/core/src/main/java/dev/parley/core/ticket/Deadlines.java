package dev.parley.core.ticket;

import dev.parley.core.policy.ClosingTerms;
import dev.parley.core.policy.DeskPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When the clock has to look at a ticket again: a function of its state, so that leaving the state forgets it. */
final class Deadlines {
    /** How often staff are told of a ticket nobody works on before the clock ends it: half a year at 14 days each. */
    static final int STAFF_ALERTS_MAX = 13;

    private Deadlines() {}

    /** The next moment after {@code now}, or the last one even if it has passed; null if there is none. */
    static @Nullable Instant next(TicketState state, boolean disputed, DeskPolicy policy, Instant now) {
        ClosingTerms closing = policy.closing();
        return switch (state) {
            case TicketState.New _ -> null;
            case TicketState.Assessing assessing -> assessing(assessing, closing, now);
            case TicketState.Quoted q -> new QuoteClock(q.quote(), q.waiting(), policy).due(now);
            case TicketState.Negotiating n -> new QuoteClock(n.quote(), n.waiting(), policy).due(now);
            case TicketState.Funding funding -> funding.until();
            case TicketState.Working working -> first(workMilestones(working, policy), workEnd(working, closing), now);
            case TicketState.Requoted requoted -> requoted(requoted, policy, now);
            case TicketState.CancelReview review -> review.since().plus(closing.silence());
            case TicketState.Answered answered -> answered.answeredAt().plus(closing.afterAnswer());
            case TicketState.Closed closed -> disputed ? after(closed.closedAt(), closing.silence(), now) : null;
            case TicketState.ClosedUnpaid _ -> null;
            case TicketState.Merged _ -> null;
        };
    }

    private static Instant assessing(TicketState.Assessing state, ClosingTerms closing, Instant now) {
        return state.waitingSince() == null
                ? first(alerts(state.since(), closing), idleEnd(state.since(), closing), now)
                : state.waitingSince().plus(closing.silence());
    }

    private static Instant requoted(TicketState.Requoted state, DeskPolicy policy, Instant now) {
        return state.yes() == null
                ? new QuoteClock(state.quote(), state.waiting(), policy).due(now)
                : state.quote().expiresAt().plus(policy.quotes().fundingWindow());
    }

    /** When the clock ends work: the customer never answered, or nobody worked. */
    static Instant workEnd(TicketState.Working state, ClosingTerms closing) {
        return state.waitingSince() == null
                ? idleEnd(state.since(), closing)
                : state.waitingSince().plus(closing.silence().multipliedBy(2));
    }

    static Instant idleEnd(Instant since, ClosingTerms closing) {
        return since.plus(closing.holdAlert().multipliedBy(STAFF_ALERTS_MAX));
    }

    private static Stream<Instant> workMilestones(TicketState.Working state, DeskPolicy policy) {
        Stream<Instant> alerts = alerts(alertsFrom(state), policy.closing()).stream();
        return state.waitingSince() == null
                ? alerts
                : Stream.of(alerts, dataReminders(state.waitingSince(), policy), offer(state.waitingSince(), policy))
                        .flatMap(s -> s);
    }

    /** A hold's age counts from when it was taken, other work from when it could go on. */
    static Instant alertsFrom(TicketState.Working state) {
        return state.price() instanceof Price.Held held ? held.since() : state.since();
    }

    static List<Instant> alerts(Instant since, ClosingTerms closing) {
        return Stream.iterate(since.plus(closing.holdAlert()), at -> at.plus(closing.holdAlert()))
                .limit(STAFF_ALERTS_MAX)
                .toList();
    }

    static Stream<Instant> dataReminders(Instant waitingSince, DeskPolicy policy) {
        return policy.quotes().reminders().stream().map(delay -> QuoteClock.after(waitingSince, delay, policy));
    }

    static Stream<Instant> offer(Instant waitingSince, DeskPolicy policy) {
        return Stream.of(waitingSince.plus(policy.closing().silence()));
    }

    private static Instant first(Stream<Instant> milestones, Instant end, Instant now) {
        return milestones
                .filter(at -> at.isAfter(now) && at.isBefore(end))
                .min(Instant::compareTo)
                .orElse(end);
    }

    private static Instant first(List<Instant> milestones, Instant end, Instant now) {
        return first(milestones.stream(), end, now);
    }

    private static Instant after(Instant start, Duration step, Instant now) {
        long passed = Math.max(0, Duration.between(start, now).dividedBy(step));
        return start.plus(step.multipliedBy(passed + 1));
    }
}
