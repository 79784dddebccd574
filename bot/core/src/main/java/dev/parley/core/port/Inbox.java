package dev.parley.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Record, acknowledge, then work: everything that arrives is stored here before anybody is told it was taken. */
public interface Inbox {
    /** Stores what is new of {@code messages} durably, in one transaction; what was there already is left as it is. */
    int record(List<RawMessage> messages);

    /** Claims up to {@code max} messages nobody works on, oldest first, for {@code lease}. */
    List<Claim> claim(String worker, int max, Duration lease, Instant now);

    /**
     * Work on a claim failed. It is tried again at {@code retryAt}; after the desk's number of tries it goes to the
     * quarantine, where staff see it with {@code why}.
     */
    void fail(Claim claim, String why, Instant retryAt);

    /** A recorded message under lease. {@code tries} counts this one. Finished through {@link Transaction#finish}. */
    record Claim(long id, RawMessage message, int tries) {}
}
