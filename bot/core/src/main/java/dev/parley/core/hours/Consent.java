package dev.parley.core.hours;

import java.time.Instant;

/**
 * That somebody agreed to something, kept as evidence.
 *
 * @param by who, never blank
 * @param message the message or note that says so, never blank
 */
public record Consent(String by, Instant at, String message) {
    public Consent {
        if (by.isBlank() || message.isBlank()) {
            throw new IllegalArgumentException(
                    "a consent needs somebody and a message, not ‘" + by + "’, ‘" + message + "’");
        }
    }
}
