package dev.parley.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One message that failed every try ({@link Inbox#quarantined}), for staff who look after it. */
public interface Quarantine {
    /** The message as it came; empty if the desk has no such one, or its server never handed it over. */
    Optional<RawMessage> find(String desk, long id);

    /** Claims it once more for {@code lease}, so that nobody else works on it; empty as for {@link #find}. */
    Optional<Inbox.Claim> take(String desk, long id, String worker, Duration lease, Instant now);
}
