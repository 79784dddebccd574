package dev.parley.core.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How waiting for a customer's yes has gone so far.
 *
 * @param reminders how many were sent
 * @param unclear how many replies could not be read as yes or no; the second brings a person (T31)
 * @param questionSince when the customer's open question came; the expiry clock stands still meanwhile (T28)
 */
public record Waiting(int reminders, int unclear, @Nullable Instant questionSince) {
    /** Nothing has happened since the quote went out. */
    public static final Waiting FRESH = new Waiting(0, 0, null);
}
