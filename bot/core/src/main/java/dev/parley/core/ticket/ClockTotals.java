package dev.parley.core.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * How long one clock stood how over a ticket's life. The four add up to the time that passed.
 *
 * @param running what counts against the promise
 */
public record ClockTotals(Duration running, Duration paused, Duration stopped, Duration none) {

    /** How the clocks stood from {@code since} on. */
    public record Stretch(Clocks clocks, Instant since) {}

    /**
     * Adds up one clock, such as {@code Clocks::resolution}.
     *
     * @param history in order of time, oldest first
     * @param until the end of the last stretch
     */
    public static ClockTotals of(List<Stretch> history, Function<Clocks, ClockState> clock, Instant until) {
        ClockTotals sum = new ClockTotals(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        for (int i = 0; i < history.size(); i++) {
            Instant end = i + 1 < history.size() ? history.get(i + 1).since() : until;
            sum = sum.plus(
                    clock.apply(history.get(i).clocks()),
                    Duration.between(history.get(i).since(), end));
        }
        return sum;
    }

    /** The time that passed. */
    public Duration wall() {
        return running.plus(paused).plus(stopped).plus(none);
    }

    private ClockTotals plus(ClockState state, Duration time) {
        return switch (state) {
            case RUNNING -> new ClockTotals(running.plus(time), paused, stopped, none);
            case PAUSED -> new ClockTotals(running, paused.plus(time), stopped, none);
            case STOPPED -> new ClockTotals(running, paused, stopped.plus(time), none);
            case NONE -> new ClockTotals(running, paused, stopped, none.plus(time));
        };
    }
}
