package dev.parley.core.hours;

import java.time.YearMonth;

/** Who pays for a minute of work. */
public sealed interface Place {
    /** A package, and beyond it its overage, in the cycle of {@code month}. */
    record InPackage(Pool pool, YearMonth month) implements Place {}

    /** No package: work on demand, quoted and billed by itself, after packages (H-05, H-06). {@code why} in words. */
    record OnDemand(String why) implements Place {}
}
