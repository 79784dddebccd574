package dev.parley.core.servicelevel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is promised for one kind of matter.
 *
 * @param firstResponse in working time; null if nothing is promised
 * @param resolution in working time; null if nothing is promised
 * @param aroundTheClock true if every hour counts, false if only the open hours of the calendar do
 */
public record ServiceLevel(
        Matter matter,
        @Nullable Duration firstResponse,
        @Nullable Duration resolution,
        boolean aroundTheClock) {

    @Nullable
    Duration target(Promise promise) {
        return switch (promise) {
            case FIRST_RESPONSE -> firstResponse;
            case RESOLUTION -> resolution;
        };
    }
}
