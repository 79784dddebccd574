package dev.parley.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The open spans of a calendar in order of time, cut at both ends. It walks from midnight to midnight and stops where
 * the offset changes, since between two changes the wall clock runs as time does.
 */
final class OpenSpans implements Iterator<OpenSpans.Span> {
    /** Open from {@code from} on, until {@code to}, which is later. */
    record Span(Instant from, Instant to) {
        Duration length() {
            return Duration.between(from, to);
        }
    }

    private final BusinessCalendar calendar;
    private final ZoneRules rules;
    private final Instant end;
    private final Deque<Span> ready = new ArrayDeque<>();
    private Instant at;

    OpenSpans(BusinessCalendar calendar, Instant from, Instant end) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        this.at = from;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && at.isBefore(end)) {
            walk();
        }
        return !ready.isEmpty();
    }

    @Override
    public Span next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no open hours before " + end);
        }
        return ready.remove();
    }

    /** To the next midnight, change of offset or end, whichever is first. */
    private void walk() {
        ZoneOffset offset = rules.getOffset(at);
        LocalDate date = LocalDate.ofInstant(at, offset);
        Instant stop = earlier(end, minute(date, OpenHours.DAY_MINUTES, offset));
        ZoneOffsetTransition change = rules.nextTransition(at);
        if (change != null) {
            stop = earlier(stop, change.getInstant());
        }
        for (OpenHours hours : calendar.on(date)) {
            Instant from = later(at, minute(date, hours.from(), offset));
            Instant to = earlier(stop, minute(date, hours.to(), offset));
            if (from.isBefore(to)) {
                ready.add(new Span(from, to));
            }
        }
        at = stop;
    }

    private static Instant minute(LocalDate date, int minute, ZoneOffset offset) {
        return LocalDateTime.of(date, LocalTime.MIDNIGHT).plusMinutes(minute).toInstant(offset);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
