package dev.parley.core.servicelevel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
final class Words {
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Words() {}

    /** In hours and minutes, what is over left out: days would be taken for working days. */
    static String of(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
    }

    /** By the wall clock; with the offset in an hour that the clocks show twice. */
    static String of(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).format(DATE_AND_TIME) + offset(at, zone);
    }

    /** The date of the end only if it is another day. */
    static String span(Instant from, Instant to, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(from, zone);
        LocalDateTime end = LocalDateTime.ofInstant(to, zone);
        return start.toLocalDate().equals(end.toLocalDate())
                ? of(from, zone) + "–" + end.format(TIME) + offset(to, zone)
                : of(from, zone) + " – " + of(to, zone);
    }

    private static String offset(Instant at, ZoneId zone) {
        boolean twice = zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(at, zone))
                        .size()
                > 1;
        return twice ? zone.getRules().getOffset(at).toString() : "";
    }
}
