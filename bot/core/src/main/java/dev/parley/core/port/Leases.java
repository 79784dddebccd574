package dev.parley.core.port;

import java.time.Duration;
import java.time.Instant;

/** Who alone may do a thing, such as reading a mailbox. */
public interface Leases {
    /** Takes or renews the lease {@code name} for {@code worker}; false while somebody else has it. */
    boolean hold(String name, String worker, Duration lease, Instant now);

    /** Gives it back early; nothing happens if it is not held. */
    void release(String name, String worker);
}
