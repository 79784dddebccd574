package dev.parley.core.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Where the months of a contract begin: on one day of each month, at that day's first instant in the contract's time
 * zone (H-14, P-16). Cycles follow each other without gap or overlap, whatever the clocks there do.
 *
 * @param anchorDay 1 to 31; a month that is too short begins its cycle on its last day
 */
public record CycleCalendar(int anchorDay, ZoneId zone) {
    private static final int ANCHOR_DAY_MAX = 31;

    public CycleCalendar {
        if (anchorDay < 1 || anchorDay > ANCHOR_DAY_MAX) {
            throw new IllegalArgumentException("anchor day " + anchorDay + " is not 1 to " + ANCHOR_DAY_MAX);
        }
    }

    /** Cycles that are the months of the calendar (P-16). */
    public static CycleCalendar calendarMonths(ZoneId zone) {
        return new CycleCalendar(1, zone);
    }

    /** The day on which the cycle of {@code month} begins. */
    public LocalDate firstDay(YearMonth month) {
        return month.atDay(Math.min(anchorDay, month.lengthOfMonth()));
    }

    /** The cycle that begins in {@code month}. */
    public Cycle cycle(YearMonth month) {
        return new Cycle(month, start(month), start(month.plusMonths(1)));
    }

    /** The one cycle that {@code at} lies in. */
    public Cycle cycleAt(Instant at) {
        var cycle = cycle(YearMonth.from(at.atZone(zone)));
        if (at.isBefore(cycle.start())) {
            return cycle(cycle.month().minusMonths(1));
        }
        // A clock put back over midnight shows the old month again after the new one began.
        return cycle.contains(at) ? cycle : cycle(cycle.month().plusMonths(1));
    }

    private Instant start(YearMonth month) {
        return startOf(firstDay(month));
    }

    /** The first instant of {@code day} in the contract's zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
