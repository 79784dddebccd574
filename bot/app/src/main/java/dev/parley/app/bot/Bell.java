package dev.parley.app.bot;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells a loop of this process that there is work, so that it need not wait for its next look. Only a hint: what
 * another process left is found by looking.
 */
final class Bell {
    private final Semaphore rung = new Semaphore(0);

    /** There is work. */
    void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Waits until it rings, at most {@code time}. */
    void await(Duration time) throws InterruptedException {
        boolean ignored = rung.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        rung.drainPermits();
    }
}
