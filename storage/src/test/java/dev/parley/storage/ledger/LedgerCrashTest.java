package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.DurablePostgres;
import dev.parley.storage.PostgresFixture;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** PostgreSQL is stopped at once under load, as by a power cut for its processes, and started again. */
class LedgerCrashTest {
    private static final int HANDS = 8;
    private static final int COMMITS_BEFORE_THE_STOP = 150;
    private static final int ROUNDS = 3;
    private static final long WAIT_MAX_SECONDS = 60;

    @Test
    void afterAnImmediateStopUnderLoadNothingAcknowledgedIsLostAndNothingIsWrong(@TempDir Path directory)
            throws Exception {
        var data = directory.resolve("data");
        List<Long> wallets = new ArrayList<>();
        Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (var postgres = DurablePostgres.startOn(data)) {
                PostgresFixture.migrate(postgres.getPostgresDatabase());
                check(postgres, acknowledged);
                if (round == 0) {
                    wallets.addAll(openWallets(postgres));
                }
                stopUnderLoad(postgres, data, wallets, acknowledged);
            }
        }
        try (var postgres = DurablePostgres.startOn(data)) {
            check(postgres, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * COMMITS_BEFORE_THE_STOP / 4);
    }

    private static List<Long> openWallets(EmbeddedPostgres postgres) throws SQLException {
        try (var at = TryLedger.on(postgres.getPostgresDatabase())) {
            var wallets = IntStream.range(0, LedgerTraffic.WALLETS)
                    .mapToObj(_ -> at.wallet(100, 100))
                    .toList();
            at.commit();
            return wallets;
        }
    }

    private static void stopUnderLoad(
            EmbeddedPostgres postgres, Path data, List<Long> wallets, Queue<Long> acknowledged) throws Exception {
        var commits = new CountDownLatch(COMMITS_BEFORE_THE_STOP);
        try (var threads = Executors.newFixedThreadPool(HANDS)) {
            for (int i = 0; i < HANDS; i++) {
                long seed = i;
                threads.execute(() -> work(postgres, wallets, seed, acknowledged, commits));
            }
            assertThat(commits.await(WAIT_MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
            stopAtOnce(data);
        }
    }

    /** Until the server is gone. */
    private static void work(
            EmbeddedPostgres postgres,
            List<Long> wallets,
            long seed,
            Queue<Long> acknowledged,
            CountDownLatch commits) {
        try (var at = new TryLedger(postgres.getPostgresDatabase())) {
            var traffic = new LedgerTraffic(at, wallets, seed);
            while (true) {
                Long grant = grantedIn(at, wallets.getFirst(), commits.getCount());
                acknowledged.add(grant);
                traffic.transaction();
                commits.countDown();
            }
        } catch (SQLException | DataAccessException serverGone) {
            assertThat(commits.getCount()).as("%s", serverGone).isZero();
        }
    }

    private static long grantedIn(TryLedger at, long wallet, long amount) throws SQLException {
        long journal = TryLedger.id(
                at.ledger.grant(TryLedger.anew(), Lot.lasting(wallet, 1 + amount, "ack-" + TryLedger.next())));
        at.commit();
        return journal;
    }

    /** What {@code pg_ctl stop -m immediate} sends: no checkpoint, no good-bye to clients. */
    private static void stopAtOnce(Path data) throws IOException, InterruptedException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        assertThat(new ProcessBuilder("kill", "-QUIT", pid).inheritIO().start().waitFor())
                .isZero();
        var server = ProcessHandle.of(Long.parseLong(pid));
        if (server.isPresent()) {
            server.get().onExit().orTimeout(WAIT_MAX_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private static void check(EmbeddedPostgres postgres, Queue<Long> acknowledged) throws SQLException {
        try (var at = new TryLedger(postgres.getPostgresDatabase())) {
            assertThat(at.ledger.violations()).isEmpty();
            assertThat(at.jdbc.query("select id from ledger.journal where desk = ?", (row, _) -> row.getLong(1), DESK))
                    .containsAll(acknowledged);
        }
    }
}
