package dev.parley.core.servicelevel;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.calendar.OpenHours;
import dev.parley.core.servicelevel.LogEvent.Answered;
import dev.parley.core.servicelevel.LogEvent.Classified;
import dev.parley.core.servicelevel.LogEvent.Closed;
import dev.parley.core.servicelevel.LogEvent.Opened;
import dev.parley.core.servicelevel.LogEvent.Paused;
import dev.parley.core.servicelevel.LogEvent.Reopened;
import dev.parley.core.servicelevel.LogEvent.Responded;
import dev.parley.core.servicelevel.LogEvent.Resumed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A desk with four levels, and logs by the wall clock of Berlin; 2026-03-02 is a Monday. */
final class Logs {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Monday to Friday, nine to five. */
    static final BusinessCalendar OFFICE = new BusinessCalendar(
            BERLIN,
            Arrays.stream(DayOfWeek.values())
                    .limit(5)
                    .collect(Collectors.toMap(day -> day, _ -> List.of(new OpenHours(9 * 60, 17 * 60)))),
            Map.of());

    static final Watch WATCH = new Watch(
            List.of(50, 75),
            List.of(new Escalation(Duration.ZERO, "lead"), new Escalation(Duration.ofHours(2), "manager")));

    static final Deadlines DESK = new Deadlines(
            new ServiceLevels(
                    List.of(
                            level(1, 1, 4, true),
                            level(2, 2, 8, false),
                            level(3, 4, 24, false),
                            level(4, 8, 80, false),
                            new ServiceLevel(
                                    new Matter("unsorted", Matter.NO_LEVEL, Plan.PACKAGE), hours(8), null, false)),
                    WATCH),
            OFFICE);

    private static final List<Wait> WAITS = List.of(Wait.values());

    private Logs() {}

    static ServiceLevel level(int level, int response, int resolution, boolean aroundTheClock) {
        return new ServiceLevel(incident(level), hours(response), hours(resolution), aroundTheClock);
    }

    static Matter incident(int level) {
        return new Matter("incident", level, Plan.PACKAGE);
    }

    static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    /** An incident of {@code level} with what happened to it, e.g. {@code "2026-03-02T14:02 paused YES"}. */
    static TicketLog log(int level, String opened, String... events) {
        return new TicketLog(
                new Opened(at(opened), incident(level)),
                Arrays.stream(events).map(Logs::event).toList());
    }

    private static LogEvent event(String text) {
        String[] words = text.split(" ", 3);
        Instant at = at(words[0]);
        return switch (words[1]) {
            case "paused" -> new Paused(at, Wait.valueOf(words[2]));
            case "resumed" -> new Resumed(at);
            case "responded" -> new Responded(at);
            case "answered" -> new Answered(at);
            case "reopened" -> new Reopened(at);
            case "closed" -> new Closed(at);
            case "level" -> new Classified(at, incident(Integer.parseInt(words[2])), "orders fail");
            case "feature" -> new Classified(at, new Matter("feature", Matter.NO_LEVEL, Plan.PACKAGE), "a wish");
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** Any log over some weeks, with events in any order. */
    static TicketLog random(Random random, Instant from) {
        List<LogEvent> events = new ArrayList<>();
        Instant at = from;
        for (int i = random.nextInt(10); i > 0; i--) {
            at = at.plusNanos(random.nextLong(200_000_000_000_000L));
            events.add(random(random.nextInt(10), random, at));
        }
        return new TicketLog(new Opened(from, incident(1 + random.nextInt(4))), events);
    }

    private static LogEvent random(int kind, Random random, Instant at) {
        return switch (kind) {
            case 0, 1 -> new Paused(at, WAITS.get(random.nextInt(WAITS.size())));
            case 2, 3, 4 -> new Resumed(at);
            case 5 -> new Responded(at);
            case 6 -> new Answered(at);
            case 7 -> new Reopened(at);
            case 8 -> new Closed(at);
            default -> new Classified(at, incident(1 + random.nextInt(4)), "looked again");
        };
    }
}
