package dev.parley.core.servicelevel;

import dev.parley.core.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a deadline stood for a while.
 *
 * @param counted the working time in it if it ran, else zero
 */
public record Stretch(Stand stand, Instant from, Instant to, Duration counted) {

    /** The stretches of a round without gaps up to {@code now}; the last one may be empty, so that there is one. */
    static List<Stretch> of(TicketLog.Round round, Promise promise, BusinessCalendar calendar, Instant now) {
        List<Stretch> stretches = new ArrayList<>();
        Stand stand = new Stand.Running();
        Instant since = round.begin();
        for (TicketLog.Entry entry : round.entries()) {
            Stand next = stand.after(entry.event(), promise);
            if (!next.equals(stand) || told(stand, entry.event())) {
                if (entry.at().isAfter(since)) {
                    stretches.add(of(stand, since, entry.at(), calendar));
                }
                stand = next;
                since = entry.at();
            }
        }
        stretches.add(of(stand, since, now.isAfter(since) ? now : since, calendar));
        return stretches;
    }

    /** A change of the matter cuts what it counts anew, so that one can be told after the other. */
    private static boolean told(Stand stand, LogEvent event) {
        return event instanceof LogEvent.Classified && !stand.stopped();
    }

    private static Stretch of(Stand stand, Instant from, Instant to, BusinessCalendar calendar) {
        Duration counted = stand instanceof Stand.Running ? calendar.between(from, to) : Duration.ZERO;
        return new Stretch(stand, from, to, counted);
    }
}
