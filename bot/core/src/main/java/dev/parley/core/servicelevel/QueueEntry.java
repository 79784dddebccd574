package dev.parley.core.servicelevel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that waits for staff.
 *
 * @param level as in {@link Matter}
 * @param dueAt the earliest of its deadlines; null if it has none
 * @param ticket its number, which decides between equals: the older one first
 */
public record QueueEntry(Plan plan, int level, @Nullable Instant dueAt, long ticket) {}
