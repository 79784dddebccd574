package dev.parley.mail.wire;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what has no way to tell. */
final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(10);

    private Await() {}

    static void until(Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come true within " + LIMIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
