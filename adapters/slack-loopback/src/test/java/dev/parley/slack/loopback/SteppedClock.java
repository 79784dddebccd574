package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
final class SteppedClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    void forward(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }
}
