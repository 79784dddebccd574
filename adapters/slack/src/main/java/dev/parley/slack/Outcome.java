package dev.parley.slack;

import java.time.Duration;

/** How a call of Slack's API ended. */
sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Not now, and nobody knows whether it was done. {@code pause}: how long Slack wants to be left alone. */
    record Later<T>(String why, Duration pause) implements Outcome<T> {}

    /** Never, as it is. {@code why}: Slack's error code. */
    record Never<T>(String why) implements Outcome<T> {}

    /** Why it was not done, "" if it was. */
    default String problem() {
        return switch (this) {
            case Done<T> _ -> "";
            case Later<T>(var why, var _) -> why;
            case Never<T>(var why) -> why;
        };
    }
}
