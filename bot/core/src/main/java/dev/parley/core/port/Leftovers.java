package dev.parley.core.port;

import java.time.Instant;

/** Kept files that stand in no message any more. */
public interface Leftovers {
    /**
     * Forgets up to {@code max} of them that nobody brought since {@code before}, the oldest first.
     *
     * @return how many were forgotten
     */
    int collect(Instant before, int max);
}
