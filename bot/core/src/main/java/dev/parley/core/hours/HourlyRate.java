package dev.parley.core.hours;

import dev.parley.core.money.Money;
import java.util.Currency;

/**
 * What an hour costs that no package pays for.
 *
 * @param perHour not negative
 * @param stepMinutes bills are rounded up to a multiple of this, 1 to 60
 */
public record HourlyRate(Money perHour, int stepMinutes) {
    private static final int STEP_MINUTES_MAX = 60;

    public HourlyRate {
        if (perHour.minor() < 0 || stepMinutes < 1 || stepMinutes > STEP_MINUTES_MAX) {
            throw new IllegalArgumentException(perHour + " an hour in steps of " + stepMinutes + " minutes");
        }
    }

    /** As {@link #read} reads it: minor units, currency and step. */
    public String written() {
        return perHour.minor() + " " + perHour.currency().getCurrencyCode() + " " + stepMinutes;
    }

    /**
     * What {@link #written} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static HourlyRate read(String written) {
        String[] parts = written.split(" ", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("‘" + written + "’ is no rate");
        }
        Money perHour = new Money(Currency.getInstance(parts[1]), Long.parseLong(parts[0]));
        return new HourlyRate(perHour, Integer.parseInt(parts[2]));
    }

    /** The minutes billed for all the {@code minutes} of a cycle together: rounded up to the step, once (H-11). */
    public long billed(long minutes) {
        return Math.ceilDiv(minutes, stepMinutes) * stepMinutes;
    }

    /** What all the {@code minutes} of a cycle cost together. */
    public Money cost(long minutes) {
        return perHour.forMinutes(billed(minutes));
    }
}
