package dev.parley.app.bot;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one kind of work over and over, on a thread of its own, until it is closed. The only place where every failure
 * is caught: the loop goes on after a pause, and says what was wrong.
 */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Step step;
    private final Bell bell;
    private final Duration look;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread thread;

    /** Looks for work and does it; true if there was some, so that there may be more. */
    @FunctionalInterface
    interface Step {
        boolean run() throws InterruptedException;
    }

    /** Starts at once. {@code look}: how long it waits at most for the bell before it looks by itself. */
    @SuppressWarnings("ThisEscapedInObjectConstruction") // the thread starts last, with everything set
    Loop(String name, Step step, Bell bell, Duration look) {
        this.step = step;
        this.bell = bell;
        this.look = look;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
        thread.start();
    }

    /** Lets the step that is under way finish, and begins no other; returns at once. */
    void stop() {
        open.set(false);
        bell.ring();
    }

    /** Waits {@code nanos} at most for the step that is under way. */
    void awaitEnd(long nanos) {
        Bot.awaitEnd(thread, nanos);
    }

    private void run() {
        while (open.get()) {
            try {
                if (!step.run() && open.get()) {
                    bell.await(look);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("{} failed and goes on: {}", thread.getName(), e.toString(), e);
                pause();
            }
        }
        bell.ring();
    }

    private void pause() {
        try {
            bell.await(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException e) {
            open.set(false);
        }
    }
}
