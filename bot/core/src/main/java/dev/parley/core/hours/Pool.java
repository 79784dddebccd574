package dev.parley.core.hours;

import java.time.Instant;
import java.time.YearMonth;

/**
 * The hours that can be used at one time: those of a cycle, or of two grouped ones. What is unused at its end is gone
 * (H-13).
 *
 * @param key unique among all pools; a group's differs from that of its first cycle alone
 * @param first the cycle it begins with
 * @param start the first instant in it
 * @param end the first instant after it
 * @param minutes what it held before any work
 */
public record Pool(String key, YearMonth first, Instant start, Instant end, long minutes) {
    static final String OF_TWO = "+1";

    /** True if it holds the hours of two cycles (H-15). */
    public boolean grouped() {
        return key.endsWith(OF_TWO);
    }

    /** The last cycle that uses it. */
    public YearMonth last() {
        return grouped() ? first.plusMonths(1) : first;
    }
}
