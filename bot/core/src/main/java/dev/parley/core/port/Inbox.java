package dev.parley.core.port;

import dev.parley.core.message.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Record, acknowledge, then work: everything that arrives is stored here before anybody is told it was taken. */
public interface Inbox {
    /** Stores what is new of {@code messages} durably, in one transaction; what was there already is left as it is. */
    int record(List<RawMessage> messages);

    /** Once the messages of one claim are that large together, in bytes, no further one is added. */
    int CLAIM_BYTES_MAX = 4 << 20;

    /** Claims up to {@code max} messages nobody works on, oldest first, for {@code lease}; fewer if they are large. */
    List<Claim> claim(String worker, int max, Duration lease, Instant now);

    /**
     * Work on a claim failed. It is tried again at {@code retryAt}; after the desk's number of tries it goes to the
     * quarantine, where staff see it with {@code why}.
     */
    void fail(Claim claim, String why, Instant retryAt);

    /** The newest {@code max} messages of the desk that failed every try, for staff to look at. */
    List<Quarantined> quarantined(String desk, int max);

    /** Lets a quarantined message be tried again from the start; false if the desk has no such one. */
    boolean release(String desk, long id);

    /** A message that was given up. {@code why}: the last failure. */
    record Quarantined(long id, MessageKey key, Instant receivedAt, int tries, String why) {}

    /** A recorded message under lease. {@code tries} counts this one. Finished through {@link Transaction#finish}. */
    record Claim(long id, RawMessage message, int tries) {}
}
