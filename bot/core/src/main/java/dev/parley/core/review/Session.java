package dev.parley.core.review;

import dev.parley.core.customer.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody is logged in: its signed number was mailed to their own address, and to nobody else. Storage
 * alone makes them.
 *
 * @param number one of its own at the desk
 * @param contact whose address it was mailed to, as they are now
 * @param until the first instant at which it is over
 * @param endedAt when they logged out; null while they did not
 */
public record Session(
        long number,
        Contact contact,
        Instant openedAt,
        Instant until,
        @Nullable Instant endedAt) {
    /** How long a link that logs in can be used. */
    public static final Duration LASTS = Duration.ofHours(1);

    /** The proof that they are logged in at {@code now}; empty once it is over. */
    public Optional<Login> login(Instant now) {
        boolean open = endedAt == null && !now.isBefore(openedAt) && now.isBefore(until);
        return open ? Optional.of(new Login(this)) : Optional.empty();
    }
}
