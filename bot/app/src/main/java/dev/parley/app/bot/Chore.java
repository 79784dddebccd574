package dev.parley.app.bot;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that comes with time and that any process may do.
 *
 * @param name of its loop
 * @param look how long it rests when there was nothing to do
 */
public record Chore(String name, Duration look, Job job) {
    /** Claims work in the database and does it. */
    @FunctionalInterface
    public interface Job {
        /** True if there was some, so that there may be more. {@code lease}: how long a claim lasts at most. */
        boolean run(Duration lease, Instant now);
    }
}
