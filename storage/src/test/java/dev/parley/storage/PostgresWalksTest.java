package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.policy.DeskPolicy;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Ports;
import dev.parley.testkit.SettableClock;
import dev.parley.testkit.simulate.Simulate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The random walks of {@code ./parley simulate} on PostgreSQL, all invariants of the ledger asked after every step. One
 * short walk with every run; {@code -Dparley.walks=N} and {@code -Dparley.walk.steps=M} make it more, {@code
 * -Dparley.walk.from=SEED} others. A walk that broke something is tried shorter {@code -Dparley.walk.tries=N} times.
 */
class PostgresWalksTest {
    private static final int WALKS = Integer.getInteger("parley.walks", 1);
    private static final int STEPS = Integer.getInteger("parley.walk.steps", 60);
    private static final long FROM = Long.getLong("parley.walk.from", 20_260_302);
    private static final int TRIES = Integer.getInteger("parley.walk.tries", 40);

    private final List<PostgresStorage> opened = new ArrayList<>();

    static List<Long> seeds() {
        return LongStream.range(FROM, FROM + WALKS).boxed().toList();
    }

    @AfterEach
    void close() {
        opened.forEach(PostgresStorage::close);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensTheBooksAreRight(long seed) {
        assertThat(Simulate.walk(seed, STEPS, TRIES, this::empty)).isEmpty();
    }

    private Ports empty(InstantSource clock) {
        opened.forEach(PostgresStorage::close);
        opened.clear();
        TestDatabase database = PostgresFixture.freshDatabase();
        PostgresStorage storage = PostgresStorage.open(Storages.settings(database), clock);
        opened.add(storage);
        for (DeskPolicy desk : Simulate.desks()) {
            storage.register(desk, SettableClock.onAMonday().instant());
        }
        return Storages.ports(storage);
    }
}
