package dev.parley.core.port;

import java.time.Duration;

/**
 * How often receipt is confirmed at most to people nobody could prove to be who they say (mail requirement 10).
 *
 * @param of whose acknowledgements count together
 * @param count at most so many, at least 1
 * @param within any time of this length, more than zero
 */
public record AcknowledgementCap(Scope of, int count, Duration within) {
    public AcknowledgementCap {
        if (count < 1 || !within.isPositive()) {
            throw new IllegalArgumentException(count + " within " + within + " allows nothing");
        }
    }

    /** Whose acknowledgements count together. */
    public enum Scope {
        /** Those to one address. */
        ADDRESS,
        /** Those to all addresses of one domain. */
        DOMAIN,
        /** All of the desk. */
        DESK
    }

    /** E.g. {@code 20 to one domain within PT1H}. */
    @Override
    public String toString() {
        String whose = switch (of) {
            case ADDRESS -> "to one address";
            case DOMAIN -> "to one domain";
            case DESK -> "in all";
        };
        return count + " " + whose + " within " + within;
    }
}
