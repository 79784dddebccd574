package dev.parley.core.purchase;

/**
 * How many automatic purchases a desk lets a customer agree to at most.
 *
 * @param perDay in any 24 hours, 1 to {@link BurstGuard#ORDERS_MAX}
 * @param perMonth in any 30 days, {@code perDay} to {@link BurstGuard#ORDERS_MAX}
 */
public record AutomaticLimits(int perDay, int perMonth) {
    public AutomaticLimits {
        if (perDay < 1 || perMonth < perDay || perMonth > BurstGuard.ORDERS_MAX) {
            throw new IllegalArgumentException(perDay + " purchases a day, " + perMonth + " a month");
        }
    }
}
