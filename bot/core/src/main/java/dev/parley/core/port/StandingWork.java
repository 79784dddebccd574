package dev.parley.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Standing orders that are on and to be looked at. */
public interface StandingWork {
    /** Claims up to {@code max} that are due and nobody works on, for {@code lease}. */
    List<Due> claim(int max, Duration lease, Instant now);

    /** All that was due is done; looked at again at {@code next}. */
    void wind(Due due, Instant next);

    /** A standing order, by its number in its desk. */
    record Due(String desk, long number) {}
}
