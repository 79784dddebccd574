package dev.parley.core.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param start the first instant in it
 * @param end the first instant after it
 */
public record Span(Instant start, Instant end) {
    public Span {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a span from " + start + " to " + end);
        }
    }

    /** What is left of it without {@code others}, in order. */
    public List<Span> without(List<Span> others) {
        List<Span> left = new ArrayList<>();
        Instant from = start;
        for (Span other :
                others.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            Instant until = other.start.isBefore(end) ? other.start : end;
            if (from.isBefore(until)) {
                left.add(new Span(from, until));
            }
            from = other.end.isAfter(from) ? other.end : from;
        }
        if (from.isBefore(end)) {
            left.add(new Span(from, end));
        }
        return left;
    }
}
