package dev.parley.core.purchase;

import java.time.Duration;

/**
 * Keeps automatic orders from running away.
 *
 * @param ordersMax how many automatic orders any {@code window} may hold, failed ones included, 1 to
 *     {@value #ORDERS_MAX}
 */
public record BurstGuard(int ordersMax, Duration window) {
    /** More orders than that in a window guard nothing. */
    public static final int ORDERS_MAX = 100;

    public BurstGuard {
        if (ordersMax < 1 || ordersMax > ORDERS_MAX || !window.isPositive()) {
            throw new IllegalArgumentException("at most " + ordersMax + " orders in " + window);
        }
    }
}
