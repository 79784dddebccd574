package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.Enclosures;
import dev.parley.core.port.Enclosures.Enclosure;
import dev.parley.core.port.RawMessage;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Messages;
import dev.parley.testkit.StorageContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Kept files are collected when they stand in no message any more, and never before. */
class KeptFilesTest {
    private static final String FIRST = "a1".repeat(32);
    private static final String SECOND = "b2".repeat(32);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final JdbcTemplate owner = new JdbcTemplate(database.owner());
    private final PostgresStorage storage = Storages.on(database);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aFileStaysWhileAnyMessageHasIt() throws IOException {
        record("1", FIRST, SECOND);
        record("2", FIRST);
        forget("1");

        assertThat(collect(10)).isEqualTo(1);

        assertThat(kept(FIRST)).isTrue();
        assertThat(kept(SECOND)).isFalse();
        forget("2");
        assertThat(collect(10)).isEqualTo(1);
        assertThat(owner.queryForList("select * from kept_file_piece")).isEmpty();
    }

    @Test
    void whatWasBroughtLatelyStaysAndSoManyGoAtATime() {
        record("1", FIRST, SECOND);
        forget("1");

        assertThat(storage.leftovers().collect(Instant.parse("2020-01-01T00:00:00Z"), 10))
                .isZero();
        assertThat(collect(1)).isEqualTo(1);
        assertThat(collect(10)).isEqualTo(1);
        assertThat(collect(10)).isZero();
    }

    @Test
    void whoeverBringsAFileAgainMakesItYoung() {
        record("1", FIRST);
        forget("1");
        owner.execute("update kept_file set kept_at = '2000-01-01'");
        record("2", FIRST);
        forget("2");

        assertThat(storage.leftovers().collect(Instant.parse("2020-01-01T00:00:00Z"), 10))
                .isZero();
        assertThat(collect(10)).isEqualTo(1);
    }

    @Test
    void theSameMailAgainRefersToNothing() {
        record("1", FIRST);
        record("1", SECOND);

        assertThat(owner.queryForList("select sha256 from kept_file_of", String.class))
                .containsExactly(FIRST);
        assertThat(collect(10)).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfRefusesToForgetWhatStandsInAMessage() {
        record("1", FIRST);

        assertThatThrownBy(() -> owner.execute("delete from kept_file"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("kept_file_of");
    }

    @Test
    void whoBringsAFileThatIsBeingForgottenKeepsItAnew() throws Exception {
        record("1", FIRST);
        forget("1");
        try (Connection collector = database.owner().getConnection()) {
            execute(collector, "begin; delete from kept_file");
            Thread bringer = Thread.ofVirtual().start(() -> record("2", FIRST));
            awaitWaiting();
            execute(collector, "commit");
            assertThat(bringer.join(Duration.ofSeconds(20))).isTrue();
        }
        assertThat(kept(FIRST)).isTrue();
        assertThat(collect(10)).isZero();
    }

    @Test
    void whatIsBeingBroughtIsNotCollected() throws Exception {
        record("1", FIRST);
        forget("1");
        try (Connection bringer = database.owner().getConnection()) {
            execute(bringer, "begin; update kept_file set kept_at = clock_timestamp()");
            assertThat(collect(10)).isZero();
            execute(bringer, "rollback");
        }
        assertThat(collect(10)).isEqualTo(1);
    }

    @Test
    void theBotMayDoAllThisAndNothingMore() {
        assertThat(owner.queryForObject("""
            select has_table_privilege('parley_bot', 'kept_file', 'delete')
               and has_column_privilege('parley_bot', 'kept_file', 'kept_at', 'update')
               and not has_column_privilege('parley_bot', 'kept_file', 'size', 'update')
               and has_table_privilege('parley_bot', 'kept_file_of', 'insert')
               and not has_table_privilege('parley_bot', 'kept_file_of', 'delete')
               and not has_table_privilege('parley_bot', 'inbox', 'delete')
               and has_table_privilege('parley_bot', 'checkpoint', 'delete')
            """, Boolean.class)).isTrue();
    }

    private void record(String id, String... hashes) {
        RawMessage plain = Messages.raw(Desks.SUPPORT, id, StorageContract.NOW);
        List<Enclosure> files = Arrays.stream(hashes)
                .map(hash -> new Enclosure(hash, 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .toList();
        int _ = storage.inbox()
                .record(List.of(new RawMessage(
                        plain.desk(),
                        plain.key(),
                        plain.receivedAt(),
                        plain.recipients(),
                        plain.raw(),
                        new Enclosures("mark", files, false))));
    }

    private void forget(String id) {
        assertThat(owner.update("delete from inbox where native_id = ?", id)).isEqualTo(1);
    }

    private int collect(int max) {
        return storage.leftovers().collect(LATER, max);
    }

    private boolean kept(String hash) throws IOException {
        return storage.keptFiles().write(Desks.SUPPORT, hash, new ByteArrayOutputStream());
    }

    private void awaitWaiting() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            Integer waiting = owner.queryForObject(
                    "select count(*)::integer from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'",
                    Integer.class);
            if (waiting != null && waiting > 0) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nobody waits");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            boolean ignored = statement.execute(sql);
        }
    }
}
