package dev.parley.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What Parley has to send. Order is kept per ticket; each message is sent at least once under one stable id. */
public interface Outbox {
    /** Claims up to {@code max} messages whose turn it is, for {@code lease}. */
    List<Claim> claim(String worker, int max, Duration lease, Instant now);

    /** It was accepted for delivery; {@code providerId} is the id the next hop gave it, "" if none. */
    void sent(Claim claim, String providerId, Instant now);

    /** A passing failure (4xx, no connection): try again at {@code retryAt}; after too many tries it is dead. */
    void retry(Claim claim, String why, Instant retryAt);

    /** A final failure (5xx): never tried again, staff see it. */
    void dead(Claim claim, String why, Instant now);

    /** The age of the oldest message that should have gone; zero if none. */
    Duration backlog(Instant now);

    /** A message under lease. {@code tries} counts this one. */
    record Claim(long id, OutgoingMessage message, int tries) {}
}
