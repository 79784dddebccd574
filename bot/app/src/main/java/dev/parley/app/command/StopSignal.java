package dev.parley.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or a polite kill, seen by a command that runs until then. The process waits until the command has closed
 * what it holds, but no longer than the given time. Named first in a try-with-resources, so that it is closed last.
 */
public final class StopSignal implements AutoCloseable {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private StopSignal() {}

    /** Listens from now on; the process waits for {@link #close} at most {@code stopWithin}. */
    public static StopSignal listen(Duration stopWithin) {
        var signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            signal.asked.countDown();
            signal.awaitClosed(stopWithin);
        }));
        return signal;
    }

    /** Returns when the process is asked to end. */
    public void await() throws InterruptedException {
        asked.await();
    }

    /** Interrupts {@code thread} when the process is asked to end: for a command that waits for something else. */
    public void interrupt(Thread thread) {
        Thread ignored = Thread.ofVirtual().start(() -> {
            try {
                await();
                thread.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Everything is closed; the process may end. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void awaitClosed(Duration limit) {
        try {
            closed.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
