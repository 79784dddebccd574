package dev.parley.core.points;

import dev.parley.core.customer.SiteId;
import dev.parley.core.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a customer has in points.
 *
 * @param perMonth for each site its own allowance, 0 to {@value #POINTS_MAX} (P-14)
 * @param extraPoint what one more point costs in a month whose points ran out; null if none can be bought (P-19)
 * @param acceptedUpTo the highest charge agreed to once and for all, in points; 0 to ask for each (P-20)
 */
public record PointTerms(
        Map<SiteId, Long> perMonth, @Nullable Money extraPoint, long acceptedUpTo) {
    /** The largest allowance of a site: above it is a slip of the keyboard. */
    public static final long POINTS_MAX = 1_000_000;

    public PointTerms {
        perMonth = Map.copyOf(perMonth);
        if (perMonth.values().stream().anyMatch(points -> points < 0 || points > POINTS_MAX)) {
            throw new IllegalArgumentException("an allowance is not 0 to " + POINTS_MAX + ": " + perMonth);
        }
        if (acceptedUpTo < 0 || (extraPoint != null && extraPoint.minor() <= 0)) {
            throw new IllegalArgumentException("accepted up to " + acceptedUpTo + ", an extra point for " + extraPoint);
        }
    }

    /** True if the customer is asked before {@code points} are charged. */
    public boolean asks(long points) {
        return points > acceptedUpTo;
    }
}
