package dev.parley.core.hours;

import org.jspecify.annotations.Nullable;

/**
 * What happens when a package is used up (H-10 to H-12).
 *
 * @param capMinutes the most minutes a cycle may go over, at which work stops; null for no such limit
 * @param askFirst true if the customer's yes is needed before any minute over
 */
public record Overage(HourlyRate rate, @Nullable Long capMinutes, boolean askFirst) {
    public Overage {
        if (capMinutes != null && capMinutes < 0) {
            throw new IllegalArgumentException("a cap of " + capMinutes + " minutes is below 0");
        }
    }

    /** How many minutes over may be billed in a cycle when the customer said yes to {@code agreed} of them. */
    long billable(long agreed) {
        var asked = askFirst ? agreed : Long.MAX_VALUE;
        return capMinutes == null ? asked : Math.min(asked, capMinutes);
    }
}
