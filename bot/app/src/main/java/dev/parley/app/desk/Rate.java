package dev.parley.app.desk;

import java.time.Duration;

/** At most {@code count} within any {@code within}. */
public record Rate(int count, Duration within) {
    public Rate {
        if (count < 1 || !within.isPositive()) {
            throw new IllegalArgumentException(count + " per " + within + " allows nothing");
        }
    }
}
