package dev.parley.core.standing;

import dev.parley.core.servicelevel.LogEvent;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.TicketLog;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.standing.History.Cover;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.RequestType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ticket's history up to {@code now} as the log its deadlines are derived from. What is known to come, such as the
 * end of a package, counts when it is there.
 */
record Story(History history, Promises promises, Instant now) {

    TicketLog log() {
        Instant opened = history.ticket().createdAt();
        List<LogEvent> events = new ArrayList<>(turns());
        events.addAll(changes());
        Instant response = history.ticket().firstResponseAt();
        if (response != null) {
            events.add(new LogEvent.Responded(response));
        }
        events.removeIf(event -> event.at().isAfter(now));
        events.sort(Comparator.comparing(LogEvent::at));
        return new TicketLog(new LogEvent.Opened(opened, matterAt(opened)), events);
    }

    /** What it is now. */
    Matter matter() {
        return matterAt(now);
    }

    // ---- whose turn it was

    private List<LogEvent> turns() {
        List<LogEvent> events = new ArrayList<>();
        Turn before = new Turn.Ours();
        for (History.Step step : history.steps()) {
            Turn turn = Turn.in(step.after(), pricing(step.at()));
            if (!turn.equals(before)) {
                events.addAll(events(before, turn, step.at()));
                before = turn;
            }
        }
        return events;
    }

    private static List<LogEvent> events(Turn before, Turn turn, Instant at) {
        boolean over = before instanceof Turn.Answered || before instanceof Turn.Ended;
        return switch (turn) {
            case Turn.Ours _ -> List.of(over ? new LogEvent.Reopened(at) : new LogEvent.Resumed(at));
            case Turn.Waiting(var why) ->
                over
                        ? List.of(new LogEvent.Reopened(at), new LogEvent.Paused(at, why))
                        : List.of(new LogEvent.Paused(at, why));
            case Turn.Answered _ -> List.of(new LogEvent.Answered(at));
            case Turn.Ended _ -> List.of(new LogEvent.Closed(at));
        };
    }

    /** Agreed in advance, it is on its way already (C-14); free or covered by a package, nothing is priced. */
    private boolean pricing(Instant at) {
        if (history.ticket().mode() instanceof Mode.PreAgreed) {
            return false;
        }
        RequestType type = history.classified().stream()
                .filter(found -> !found.at().isBefore(at))
                .findFirst()
                .map(Classified::type)
                .orElseGet(() -> history.ticket().type());
        return switch (type) {
            case UNKNOWN -> true;
            case PRICED -> true;
            case INCIDENT -> false;
            case FEATURE -> false;
            case COVERED -> false;
        };
    }

    // ---- what it was

    private List<LogEvent> changes() {
        Instant opened = history.ticket().createdAt();
        Stream<Instant> packages = history.packages().stream().flatMap(Story::bounds);
        Stream<Instant> found = history.classified().stream().map(Classified::at);
        return Stream.concat(packages, found)
                .filter(at -> at.isAfter(opened))
                .distinct()
                .sorted()
                .map(at -> (LogEvent) new LogEvent.Classified(at, matterAt(at), reasonAt(at)))
                .toList();
    }

    private static Stream<Instant> bounds(Cover cover) {
        return cover.until() == null ? Stream.of(cover.from()) : Stream.of(cover.from(), cover.until());
    }

    private Matter matterAt(Instant at) {
        RequestType type = RequestType.UNKNOWN;
        String severity = "";
        for (Classified found : history.classified()) {
            if (!found.at().isAfter(at)) {
                type = found.type();
                severity = found.severity() == null ? severity : found.severity();
            }
        }
        return promises.matter(type, severity, plan(type, at));
    }

    /** What has a price is on demand also for those who have a package (H-01). */
    private Plan plan(RequestType type, Instant at) {
        boolean covered = switch (type) {
            case UNKNOWN -> history.covered(at);
            case INCIDENT -> history.covered(at);
            case FEATURE -> history.covered(at);
            case PRICED -> false;
            case COVERED -> true;
        };
        return covered ? Plan.PACKAGE : Plan.ON_DEMAND;
    }

    private String reasonAt(Instant at) {
        return history.classified().stream()
                .filter(found -> found.at().equals(at))
                .reduce((_, last) -> last)
                .map(found -> found.reason().isEmpty() ? "assessed" : found.reason())
                .orElseGet(() -> history.covered(at) ? "a package began" : "the package ended");
    }
}
