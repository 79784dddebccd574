package dev.parley.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    /** Begins at {@code start}. */
    public SettableClock(Instant start) {
        this.now = start;
    }

    /** Begins on a Monday morning at nine, UTC. */
    public static SettableClock onAMonday() {
        return new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Goes to {@code instant}, also backwards. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Goes {@code duration} on; returns the new time. */
    public synchronized Instant advance(Duration duration) {
        now = now.plus(duration);
        return now;
    }
}
