package dev.parley.core.contract;

import java.time.Instant;
import java.time.YearMonth;

/**
 * One billing month of a contract.
 *
 * @param month the calendar month it begins in, which names it
 * @param start the first instant in it
 * @param end the first instant after it, which is the start of the next
 */
public record Cycle(YearMonth month, Instant start, Instant end) {
    public Cycle {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("cycle " + month + " from " + start + " to " + end);
        }
    }

    /** True from the start on, before the end. */
    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
