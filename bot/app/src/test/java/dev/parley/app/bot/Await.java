package dev.parley.app.bot;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit; never for a time. */
public final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long GLANCE_NANOS = 20_000_000;

    private Await() {}

    /** Returns as soon as {@code condition} holds; fails after a minute, saying {@code what} did not happen. */
    public static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within " + LIMIT.toSeconds() + " s not seen: " + what);
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }
}
