package dev.parley.core.hours;

import dev.parley.core.money.Money;
import java.util.Set;

/**
 * One version of what an hours package is.
 *
 * @param minutes what a cycle holds, 1 to {@value #MINUTES_MAX} (H-18)
 * @param fee what a cycle costs, without discount; not negative
 * @param work what may be done from it (H-01)
 */
public record HourTerms(long minutes, Money fee, Set<WorkKind> work, Overage overage) {
    /** 100 people at work around the clock for a month: above it is a slip of the keyboard. */
    public static final long MINUTES_MAX = 4_464_000;

    public HourTerms {
        work = Set.copyOf(work);
        if (minutes < 1 || minutes > MINUTES_MAX || fee.minor() < 0) {
            throw new IllegalArgumentException("a package of " + minutes + " minutes for " + fee);
        }
        if (!fee.currency().equals(overage.rate().perHour().currency())) {
            throw new IllegalArgumentException(
                    "a fee of " + fee + ", and " + overage.rate().perHour() + " an hour");
        }
    }
}
