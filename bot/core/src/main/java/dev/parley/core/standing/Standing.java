package dev.parley.core.standing;

import dev.parley.core.servicelevel.Deadline;
import dev.parley.core.servicelevel.Deadlines;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Promise;
import dev.parley.core.servicelevel.QueueEntry;
import dev.parley.core.servicelevel.TicketLog;
import dev.parley.core.servicelevel.Verdict;
import dev.parley.core.ticket.RequestType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket stands at a moment: a function of its history and of what the desk promises.
 *
 * @param matter what it is now
 * @param urgency its level, also where nothing is promised by level; 1 while nobody has looked at it, and
 *     {@link Matter#NO_LEVEL} where there is none
 * @param deadlines the running or last one of each promise, first response before resolution; none if nothing is
 *     promised
 */
public record Standing(History history, Matter matter, int urgency, List<Deadline> deadlines) {
    public Standing {
        deadlines = List.copyOf(deadlines);
    }

    /** How it stands at {@code now}. */
    public static Standing of(History history, Promises promises, Instant now) {
        Story story = new Story(history, promises, now);
        TicketLog log = story.log();
        Deadlines desk = new Deadlines(promises.levels(), promises.openHours(history));
        List<Deadline> deadlines = Stream.of(Promise.values())
                .flatMap(promise -> desk.latest(log, promise, now).stream())
                .toList();
        return new Standing(history, story.matter(), urgency(history, promises), deadlines);
    }

    /** What nobody has looked at may be the most urgent of all. */
    private static int urgency(History history, Promises promises) {
        int level = promises.level(history.severity());
        boolean unknown = level == Matter.NO_LEVEL && history.ticket().type() == RequestType.UNKNOWN;
        return unknown && !promises.severities().isEmpty() ? 1 : level;
    }

    /** Every deadline the ticket ever had, of every round. */
    public static List<Deadline> all(History history, Promises promises, Instant now) {
        TicketLog log = new Story(history, promises, now).log();
        Deadlines desk = new Deadlines(promises.levels(), promises.openHours(history));
        return Stream.of(Promise.values())
                .flatMap(promise -> desk.all(log, promise, now).stream())
                .toList();
    }

    /** The earliest moment by which something has to be done; null if nothing is promised any more. */
    public @Nullable Instant dueAt() {
        return deadlines.stream()
                .filter(deadline -> !deadline.stand().stopped())
                .map(Deadline::dueAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** How the deadline that is due first stands; null if none runs. */
    public @Nullable Verdict verdict() {
        return deadlines.stream()
                .filter(deadline -> !deadline.stand().stopped())
                .min(Comparator.comparing(Deadline::dueAt))
                .map(Deadline::verdict)
                .orElse(null);
    }

    /** Its place among the tickets that wait for staff (H-06). */
    public QueueEntry queueEntry() {
        return new QueueEntry(
                matter.plan(), urgency, dueAt(), history.ticket().id().number());
    }
}
