package dev.parley.core.policy;

/** A number of days, calendar or business (Monday to Friday in the desk's zone), at the same time of day. */
public record Delay(int days, boolean business) {
    public Delay {
        if (days < 1) {
            throw new IllegalArgumentException("a delay of " + days + " days is below 1");
        }
    }
}
