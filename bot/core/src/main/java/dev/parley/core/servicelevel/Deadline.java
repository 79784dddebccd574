package dev.parley.core.servicelevel;

import dev.parley.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One running promise on one ticket, as its log has it at {@link #now}. It is kept if it is done before the target has
 * passed; the last moment is too late, so that a look at exactly that moment and an answer never disagree.
 *
 * @param terms those of the last matter in the round: a change of level counts from the beginning
 * @param round 1, and one more each time the ticket was opened again after its end
 * @param stretches without gaps from the begin of the round to {@code now}, at least one
 * @param changes of the matter in this round
 */
public record Deadline(Terms terms, int round, List<Stretch> stretches, List<Change> changes, Instant now) {
    public Deadline {
        stretches = List.copyOf(stretches);
        changes = List.copyOf(changes);
    }

    /** The working time that counts. */
    public Duration elapsed() {
        return stretches.stream().map(Stretch::counted).reduce(Duration.ZERO, Duration::plus);
    }

    /** What is left of the target; zero once it has passed. */
    public Duration remaining() {
        return notNegative(terms.target().minus(elapsed()));
    }

    /** By how much the target was missed, in working time; zero before. */
    public Duration overdue() {
        return notNegative(elapsed().minus(terms.target()));
    }

    /** How it stands now. */
    public Stand stand() {
        return stretches.getLast().stand();
    }

    /** Whether it is kept. */
    public Verdict verdict() {
        if (passed(terms.target())) {
            return Verdict.BREACHED;
        }
        return switch (stand()) {
            case Stand.Running _ -> open();
            case Stand.Paused _ -> open();
            case Stand.Answered _ -> Verdict.MET;
            case Stand.Closed(boolean answered) -> answered ? Verdict.MET : Verdict.DROPPED;
        };
    }

    private Verdict open() {
        boolean warned = terms.watch().warnings().stream().anyMatch(percent -> passed(share(percent)));
        return warned ? Verdict.WARNED : Verdict.ON_TRACK;
    }

    /**
     * When the target passed; or will, if nothing pauses it from {@code now} on; or would have, had it not been
     * answered or closed.
     */
    public Instant dueAt() {
        Instant from = stand().stopped() ? stretches.getLast().from() : now;
        return reached(terms.target()).orElseGet(() -> calendar().add(from, remaining()));
    }

    /** When as much working time as {@code amount} had passed; empty if it has not. */
    public Optional<Instant> reached(Duration amount) {
        Duration left = amount;
        for (Stretch stretch : stretches) {
            if (stretch.stand() instanceof Stand.Running && stretch.counted().compareTo(left) >= 0) {
                return Optional.of(calendar().add(stretch.from(), left));
            }
            left = left.minus(stretch.counted());
        }
        return Optional.empty();
    }

    /** Who is to be told of what, and when to look again. */
    public Look look() {
        return Look.at(this);
    }

    /** How it came to this, a line for each thing that happened; they add up to the minute. */
    public List<String> explain() {
        return new Explanation(this).lines();
    }

    boolean passed(Duration amount) {
        return elapsed().compareTo(amount) >= 0;
    }

    /** {@code percent} of the target. */
    Duration share(int percent) {
        return terms.target().multipliedBy(percent).dividedBy(100);
    }

    private BusinessCalendar calendar() {
        return terms.calendar();
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
