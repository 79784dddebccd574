package dev.parley.storage.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/** Many at once, each on a connection of its own, all let go at the same moment. */
final class Crowd {
    private Crowd() {}

    /** What one of the crowd does with its connection; it commits by itself. */
    @FunctionalInterface
    interface Part<T> {
        T play(TryLedger at) throws Exception;
    }

    static <T> List<T> of(int size, DataSource database, IntFunction<Part<T>> parts) throws Exception {
        var ready = new CountDownLatch(size);
        List<Future<T>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(size)) {
            for (int i = 0; i < size; i++) {
                var part = parts.apply(i);
                Callable<T> task = () -> {
                    try (var at = new TryLedger(database)) {
                        ready.countDown();
                        ready.await();
                        return part.play(at);
                    }
                };
                futures.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
