package dev.parley.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once, told in order, few in memory. */
@Timeout(30)
class OrderedWorkTest {

    private static final int WORKERS = 4;

    @Test
    void resultsComeInTheOrderOfTheThingsThoughTheFirstTakesLongest() throws InterruptedException {
        var othersDone = new CountDownLatch(3);
        var results = new ArrayList<Integer>();
        OrderedWork.run(
                List.of(1, 2, 3, 4).iterator(),
                2,
                thing -> {
                    if (thing == 1) {
                        assertThat(awaited(othersDone)).isTrue();
                    } else {
                        othersDone.countDown();
                    }
                    return thing;
                },
                results::add);
        assertThat(results).containsExactly(1, 2, 3, 4);
    }

    @Test
    void onlyAFewThingsAreTakenBeforeTheirResultsAreWanted() throws InterruptedException {
        var taken = new AtomicInteger();
        var told = new AtomicInteger();
        var aheadMost = new AtomicInteger();
        var things =
                IntStream.range(0, 10_000).peek(_ -> taken.incrementAndGet()).iterator();
        OrderedWork.run(things, WORKERS, thing -> thing, _ -> {
            aheadMost.accumulateAndGet(taken.get() - told.getAndIncrement(), Math::max);
            return true;
        });
        assertThat(told).hasValue(10_000);
        assertThat(aheadMost).hasValueLessThanOrEqualTo(100);
    }

    @Test
    void whoWantsNoMoreGetsNoMore() throws InterruptedException {
        var results = new ArrayList<Integer>();
        OrderedWork.run(IntStream.iterate(0, n -> n + 1).iterator(), WORKERS, thing -> thing, result -> {
            results.add(result);
            return results.size() < 5;
        });
        assertThat(results).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aDefectInTheWorkEndsTheRun() {
        assertThatThrownBy(() -> OrderedWork.run(
                        List.of(1).iterator(),
                        WORKERS,
                        _ -> {
                            throw new UnsupportedOperationException("broken");
                        },
                        _ -> true))
                .hasMessageContaining("broken");
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
