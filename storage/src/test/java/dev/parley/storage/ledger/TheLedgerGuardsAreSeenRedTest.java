package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.storage.ledger.LedgerOutcome.Booked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/**
 * Each guard of the ledger is taken away once (ledger-guards.sql), in a transaction that is rolled back. With the
 * guard a misdeed of the database's owner fails, or leaves nothing wrong; without it an invariant must find it.
 */
class TheLedgerGuardsAreSeenRedTest {
    private static final TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private static final int GUARDS = 34;
    private static final long WAIT_MAX_SECONDS = 20;

    record Guard(String name, List<String> found, String sabotage, String misdeed) {
        static Guard in(String block) {
            var parts = block.split("\n-- misdeed\n", 2);
            var lines = parts[0].split("\n", 3);
            var found = Arrays.asList(lines[1].replace("-- found: ", "").split(" "));
            return new Guard(lines[0], found, lines[2], parts[1]);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static String file() {
        try (var in = TheLedgerGuardsAreSeenRedTest.class.getResourceAsStream("/ledger-guards.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static List<Guard> guards() {
        return Stream.of(file().split("\n-- guard: ")).skip(1).map(Guard::in).toList();
    }

    @Test
    void noGuardIsForgotten() {
        assertThat(guards()).hasSize(GUARDS);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void withoutItAnInvariantFindsTheMisdeed(Guard guard) throws SQLException {
        try (var at = scene()) {
            assertThat(foundAfter(at, guard.misdeed())).as("with the guard").isEmpty();
        }
        try (var at = scene()) {
            at.jdbc.execute(guard.sabotage());
            at.jdbc.execute(guard.misdeed());
            assertThat(codes(at)).as("without the guard").containsAll(guard.found());
        }
    }

    private static TryLedger scene() throws SQLException {
        var at = TryLedger.on(DATABASE.owner());
        long wallet = at.wallet(5, 100);
        id(at.ledger.post(anew(), at.held(2, wallet, 10)));
        id(at.ledger.refund(anew(), 2, 2));
        at.held(1, wallet, 20);
        at.offer(3, wallet, 10);
        at.agreed(4, wallet, 10);
        var sql = file();
        at.jdbc.execute(sql.substring(sql.indexOf("-- setup"), sql.indexOf("-- guard:")));
        assertThat(codes(at)).isEmpty();
        return at;
    }

    private static List<String> foundAfter(TryLedger at, String misdeed) {
        try {
            at.jdbc.execute(misdeed);
        } catch (DataAccessException prevented) {
            return List.of();
        }
        return codes(at);
    }

    private static List<String> codes(TryLedger at) {
        return at.ledger.violations().stream().map(Violation::code).toList();
    }

    /** Two holds of 70 on 100 credits; the second starts while the first is not yet committed. */
    @ParameterizedTest
    @ValueSource(strings = {"intact", "no lock", "no lock, no check"})
    void withoutTheLockOnTheWalletTheCheckSavesTheMoneyAndWithoutBothAnInvariantFindsTheLoss(String state)
            throws Exception {
        var database = PostgresFixture.freshDatabase();
        try (var first = TryLedger.on(database.owner());
                var second = new TryLedger(database.owner())) {
            long wallet = first.wallet(100);
            long one = first.agreed(wallet, 70);
            long two = first.agreed(wallet, 70);
            if (!state.equals("intact")) {
                first.jdbc.execute(withoutLock(first));
            }
            if (state.endsWith("no check")) {
                first.jdbc.execute("alter table ledger.account drop constraint never_negative");
            }
            first.commit();

            id(first.ledger.hold(anew(), one));
            var racer = CompletableFuture.supplyAsync(() -> second.ledger.hold(anew(), two));
            waitUntilSomebodyWaits(database);
            first.commit();

            assertThat(outcome(racer))
                    .isEqualTo(
                            switch (state) {
                                case "intact" -> "Shortfall[units=40]";
                                case "no lock" -> "never_negative";
                                default -> "Booked";
                            });
            second.commit();
            assertThat(codes(first)).isEqualTo(state.endsWith("no check") ? List.of("I03") : List.of());
        }
    }

    private static String withoutLock(TryLedger at) {
        var body = at.jdbc.queryForObject(
                "select pg_get_functiondef('ledger.lock_wallet(text, bigint)'::regprocedure)", String.class);
        assertThat(body).contains("for no key update");
        return Objects.requireNonNull(body).replace("for no key update", "");
    }

    private static void waitUntilSomebodyWaits(TestDatabase database) throws SQLException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_MAX_SECONDS);
        try (var at = new TryLedger(database.owner())) {
            Long waiting = 0L;
            while (Objects.equals(waiting, 0L)) {
                assertThat(System.nanoTime()).as("nobody waits for a lock").isLessThan(giveUp);
                Thread.onSpinWait();
                waiting = at.jdbc.queryForObject(
                        "select count(*) from pg_locks l join pg_database d on d.datname = current_database()"
                                + " where not l.granted",
                        Long.class);
            }
        }
    }

    private static String outcome(CompletableFuture<LedgerOutcome> racer) throws Exception {
        try {
            var outcome = racer.get(WAIT_MAX_SECONDS, TimeUnit.SECONDS);
            return outcome instanceof Booked ? "Booked" : outcome.toString();
        } catch (ExecutionException refused) {
            assertThat(refused).hasMessageContaining("never_negative");
            return "never_negative";
        }
    }
}
