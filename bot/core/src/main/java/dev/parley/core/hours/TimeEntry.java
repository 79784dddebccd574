package dev.parley.core.hours;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Time that was worked, in whole minutes (H-18).
 *
 * @param start at the beginning of a minute
 * @param minutes 1 to {@value #MINUTES_MAX}
 */
public record TimeEntry(Work work, Instant start, long minutes) {
    /** A day: more than that was forgotten, not worked. */
    public static final long MINUTES_MAX = 1_440;

    public TimeEntry {
        if (minutes < 1 || minutes > MINUTES_MAX || !start.equals(minute(start))) {
            throw new IllegalArgumentException("a time entry of " + minutes + " minutes from " + start);
        }
    }

    /**
     * From the minute it was started in to the minute it was stopped in, so that stopping and going on at once neither
     * adds nor loses a minute.
     */
    public static Ruling<TimeEntry> stopped(Work work, Instant started, Instant stopped) {
        var minutes = Duration.between(minute(started), minute(stopped)).toMinutes();
        if (minutes < 0) {
            return new Refused<>("it was stopped before it was started", "check the two times");
        }
        if (minutes == 0) {
            return new Refused<>("it was stopped within a minute", "enter by hand what was worked before");
        }
        return checked(work, minute(started), minutes);
    }

    /** As somebody says at {@code now}, after the work. */
    public static Ruling<TimeEntry> byHand(Work work, Instant start, long minutes, Instant now) {
        if (minutes < 1) {
            return new Refused<>(minutes + " minutes are no time", "enter 1 minute or more");
        }
        var entry = checked(work, minute(start), minutes);
        return entry instanceof Allowed<TimeEntry>(var allowed) && allowed.end().isAfter(now)
                ? new Refused<>("the work would end after now", "enter time once it was worked")
                : entry;
    }

    private static Ruling<TimeEntry> checked(Work work, Instant start, long minutes) {
        return minutes > MINUTES_MAX
                ? new Refused<>(
                        minutes + " minutes are more than a day",
                        "enter what was really worked, at most " + MINUTES_MAX + " minutes at once")
                : new Allowed<>(new TimeEntry(work, start, minutes));
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The first instant after it. */
    public Instant end() {
        return start.plus(minutes, ChronoUnit.MINUTES);
    }
}
