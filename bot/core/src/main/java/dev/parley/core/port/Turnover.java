package dev.parley.core.port;

import dev.parley.core.report.Moved;
import java.time.Instant;
import java.util.List;

/** What went through the wallets of a desk. Reads only, locks nothing. */
public interface Turnover {
    /** Every wallet that ever had anything, from {@code from} (included) to {@code until} (excluded). */
    List<Moved> of(String desk, Instant from, Instant until);
}
