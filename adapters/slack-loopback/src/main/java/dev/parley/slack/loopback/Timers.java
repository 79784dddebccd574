package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Runs things when the loopback's clock reaches their time; a clock that is moved moves them too. */
final class Timers implements AutoCloseable {

    private static final long LOOK_MILLIS = 10;

    private record Due(Instant at, long order, Runnable work) {}

    private final InstantSource clock;
    private final PriorityQueue<Due> waiting =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Thread thread;
    private long order;
    private volatile boolean closed;

    Timers(InstantSource clock) {
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("loopback-slack-timers").start(this::run);
    }

    synchronized void after(Duration wait, Runnable work) {
        waiting.add(new Due(clock.instant().plus(wait), order++, work));
    }

    private void run() {
        while (!closed) {
            Optional<Runnable> due = due();
            if (due.isPresent()) {
                due.get().run();
            } else {
                pause();
            }
        }
    }

    private synchronized Optional<Runnable> due() {
        Due first = waiting.peek();
        if (first == null || first.at().isAfter(clock.instant())) {
            return Optional.empty();
        }
        waiting.remove(first);
        return Optional.of(first.work());
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
