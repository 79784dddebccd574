package dev.parley.app.explain;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/** Works on many things at once and hands the results on in the order of the things, holding only a few at a time. */
final class OrderedWork {

    /** Results that may wait for a slow one before them, for each worker. */
    private static final int WAITING_PER_WORKER = 8;

    private OrderedWork() {}

    /**
     * Applies {@code work} on {@code workers} threads.
     *
     * @param work never throws; what it throws all the same ends the run
     * @param results says false when it wants no more
     */
    static <T, R> void run(Iterator<T> things, int workers, Function<T, R> work, Predicate<R> results)
            throws InterruptedException {
        var underway = new ArrayDeque<Future<R>>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var wanted = true;
            while (wanted && (things.hasNext() || !underway.isEmpty())) {
                while (things.hasNext() && underway.size() < workers * WAITING_PER_WORKER) {
                    var thing = things.next();
                    underway.add(pool.submit(() -> work.apply(thing)));
                }
                wanted = results.test(underway.remove().get());
            }
            pool.shutdownNow();
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
    }
}
