package dev.parley.core.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a contract runs.
 *
 * @param firstDay the first day it covers
 * @param months 1 to {@value #MONTHS_MAX}; null until it is ended
 */
public record Term(LocalDate firstDay, @Nullable Integer months) {
    /** Ten years. */
    public static final int MONTHS_MAX = 120;

    public Term {
        if (months != null && (months < 1 || months > MONTHS_MAX)) {
            throw new IllegalArgumentException("a term of " + months + " months is not 1 to " + MONTHS_MAX);
        }
    }
}
