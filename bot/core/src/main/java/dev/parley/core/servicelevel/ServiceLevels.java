package dev.parley.core.servicelevel;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.calendar.Mistake;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a desk promises. Only what {@link #mistakes} finds nothing wrong with can be made.
 *
 * @param levels at most one for each matter; a matter without one has no promise
 */
public record ServiceLevels(List<ServiceLevel> levels, Watch watch) {
    /** The longest target and the latest escalation, in hours of working time: 90 days around the clock. */
    public static final int TARGET_HOURS_MAX = 90 * 24;

    /** The most service levels, warnings or escalations of one desk. */
    public static final int LINES_MAX = 200;

    public ServiceLevels {
        levels = List.copyOf(levels);
        List<Mistake> mistakes = mistakes(levels, watch);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.getFirst().toString());
        }
    }

    /** Everything that cannot be meant, by key {@code levels}, {@code warnings} or {@code escalations} and index. */
    public static List<Mistake> mistakes(List<ServiceLevel> levels, Watch watch) {
        return new Check(levels, watch).mistakes();
    }

    /** What is promised for {@code matter}; empty if nothing is. */
    public Optional<Terms> terms(Matter matter, Promise promise, BusinessCalendar openHours) {
        for (ServiceLevel level : levels) {
            Duration target = level.target(promise);
            if (level.matter().equals(matter) && target != null) {
                BusinessCalendar calendar =
                        level.aroundTheClock() ? BusinessCalendar.always(openHours.zone()) : openHours;
                return Optional.of(new Terms(matter, promise, target, level.aroundTheClock(), calendar, watch));
            }
        }
        return Optional.empty();
    }
}
