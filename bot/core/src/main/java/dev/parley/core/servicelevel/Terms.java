package dev.parley.core.servicelevel;

import dev.parley.core.calendar.BusinessCalendar;
import java.time.Duration;

/**
 * One promise for one matter.
 *
 * @param target in time of {@code calendar}
 * @param calendar which hours count
 */
public record Terms(
        Matter matter,
        Promise promise,
        Duration target,
        boolean aroundTheClock,
        BusinessCalendar calendar,
        Watch watch) {}
