package dev.parley.core.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How waiting for a customer's yes has gone so far.
 *
 * @param reminders how many were sent
 * @param unclear how many replies could not be read as yes or no; the second brings a person (T31)
 * @param questionSince when the customer's open question or counter-offer came; the expiry clock stands still meanwhile
 *     (T28)
 * @param replaced the version the open one took the place of; null for the first
 */
public record Waiting(
        int reminders,
        int unclear,
        @Nullable Instant questionSince,
        @Nullable Replaced replaced) {
    /** Nothing has happened since the quote went out, and there was none before it. */
    public static final Waiting FRESH = new Waiting(0, 0, null, null);

    /** Nothing has happened since the quote went out in place of {@code replaced}. */
    public static Waiting inPlaceOf(Replaced replaced) {
        return new Waiting(0, 0, null, replaced);
    }

    /** No question is open any more. */
    Waiting answered() {
        return new Waiting(reminders, unclear, null, replaced);
    }
}
