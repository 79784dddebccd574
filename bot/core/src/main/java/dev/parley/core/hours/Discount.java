package dev.parley.core.hours;

/**
 * The discount for a long contract (H-07).
 *
 * @param fromMonths the shortest term it is for
 * @param percent 1 to 100, off the package fee alone (H-08)
 */
public record Discount(int fromMonths, int percent) {
    private static final int WHOLE = 100;

    public Discount {
        if (fromMonths < 1 || percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException(percent + " percent from " + fromMonths + " months on");
        }
    }
}
