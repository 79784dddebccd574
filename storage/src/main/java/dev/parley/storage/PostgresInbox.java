package dev.parley.storage;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Enclosures;
import dev.parley.core.port.Enclosures.Enclosure;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Quarantine;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code inbox}. */
final class PostgresInbox implements Inbox, Quarantine {
    static final int WHY_LENGTH_MAX = 2000;

    private final Transactions transactions;
    private final int triesMax;

    PostgresInbox(Transactions transactions, int triesMax) {
        this.transactions = transactions;
        this.triesMax = triesMax;
    }

    @Override
    public int record(List<RawMessage> messages) {
        if (messages.isEmpty()) {
            return 0;
        }
        List<RawMessage> sorted = messages.stream()
                .sorted(Comparator.comparing(RawMessage::desk).thenComparing(PostgresInbox::key))
                .toList();
        return transactions.run(jdbc -> {
            files(messages).forEach(file -> PostgresKeptFiles.keep(jdbc, file.desk, file.file));
            int[] added = jdbc.batchUpdate(
                    """
                    insert into inbox (desk, key, channel, native_id, received_at, recipients, raw, mark, cut_off)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (desk, key) do nothing
                    """, sorted.stream().map(PostgresInbox::row).toList());
            for (int i = 0; i < added.length; i++) {
                if (added[i] == 1) {
                    refer(jdbc, sorted.get(i));
                }
            }
            return Arrays.stream(added).sum();
        });
    }

    private static void refer(JdbcTemplate jdbc, RawMessage message) {
        message.enclosures().files().forEach(file -> PostgresKeptFiles.refer(jdbc, message.desk(), key(message), file));
    }

    private record DeskFile(String desk, Enclosure file) {}

    /** In one order everywhere, so that nobody waits for somebody who waits for them. */
    private static List<DeskFile> files(List<RawMessage> messages) {
        return messages.stream()
                .flatMap(message ->
                        message.enclosures().files().stream().map(file -> new DeskFile(message.desk(), file)))
                .sorted(Comparator.comparing(DeskFile::desk)
                        .thenComparing(file -> file.file().sha256()))
                .toList();
    }

    private static String key(RawMessage message) {
        return Columns.id(message.key().toString());
    }

    private static Object[] row(RawMessage message) {
        return new Object[] {
            message.desk(),
            key(message),
            Columns.text(message.key().channel()),
            Columns.text(message.key().nativeId()),
            Columns.time(message.receivedAt()),
            Columns.array(message.recipients()),
            message.raw(),
            message.enclosures().mark(),
            message.enclosures().cutOff()
        };
    }

    /**
     * Does not wait for the disk: a lease that a crash of the server takes back was not worked off either, and the
     * decision that works it off is kept at once with its mark. See docs/adr/0010-leases-need-no-flush.md.
     */
    @Override
    public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
        List<Claim> claims = transactions.run(jdbc -> jdbc.query(
                """
                with free as (
                  select desk, id, octet_length(raw) as bytes from inbox where status = 'NEW' and free_at <= ?
                   order by id limit ? for update skip locked),
                turn as (
                  select desk, id from (select *, sum(bytes) over (order by id) - bytes as before from free) as f
                   where before < ?)
                update inbox i set tries = i.tries + 1, worker = ?, free_at = ?
                  from turn, (select set_config('synchronous_commit', 'off', true)) as unflushed
                 where i.desk = turn.desk and i.id = turn.id
                returning i.desk, i.id, i.tries, i.channel, i.native_id, i.received_at, i.recipients, i.raw,
                          i.mark, i.cut_off
                """,
                (row, _) -> claimed(row),
                Columns.time(now),
                max,
                CLAIM_BYTES_MAX,
                worker,
                Columns.time(now.plus(lease))));
        return claims.stream().sorted(Comparator.comparingLong(Claim::id)).toList();
    }

    private static Claim claimed(ResultSet row) throws SQLException {
        return new Claim(row.getLong("id"), message(row), row.getInt("tries"));
    }

    static RawMessage message(ResultSet row) throws SQLException {
        return new RawMessage(
                Columns.string(row, "desk"),
                new MessageKey(Columns.string(row, "channel"), Columns.string(row, "native_id")),
                Columns.instant(row, "received_at"),
                Columns.strings(row, "recipients"),
                Objects.requireNonNull(row.getBytes("raw")),
                new Enclosures(Columns.string(row, "mark"), List.of(), row.getBoolean("cut_off")));
    }

    @Override
    public List<Quarantined> quarantined(String desk, int max) {
        return transactions.run(jdbc -> jdbc.query("""
            select id, channel, native_id, received_at, tries, why from inbox
             where desk = ? and status in ('QUARANTINED', 'MISSED') order by id desc limit ?
            """, (row, _) -> quarantined(row), desk, max));
    }

    static Quarantined quarantined(ResultSet row) throws SQLException {
        return new Quarantined(
                row.getLong("id"),
                new MessageKey(Columns.string(row, "channel"), Columns.string(row, "native_id")),
                Columns.instant(row, "received_at"),
                row.getInt("tries"),
                Columns.string(row, "why"));
    }

    @Override
    public boolean release(String desk, long id) {
        return transactions.run(jdbc -> jdbc.update("""
            update inbox set status = case status when 'MISSED' then 'WANTED' else 'NEW' end,
                   tries = case status when 'MISSED' then tries else 0 end, free_at = '-infinity'
             where desk = ? and id = ? and status in ('QUARANTINED', 'MISSED')
            """, desk, id) == 1);
    }

    @Override
    public Optional<RawMessage> find(String desk, long id) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select * from inbox where desk = ? and id = ? and status = 'QUARANTINED'",
                        (row, _) -> message(row),
                        desk,
                        id)
                .stream()
                .findFirst());
    }

    @Override
    public Optional<Claim> take(String desk, long id, String worker, Duration lease, Instant now) {
        return transactions.run(jdbc ->
                jdbc.query("""
                    update inbox set status = 'NEW', tries = tries + 1, worker = ?, free_at = ?
                     where desk = ? and id = ? and status = 'QUARANTINED' returning *
                    """, (row, _) -> claimed(row), worker, Columns.time(now.plus(lease)), desk, id).stream()
                        .findFirst());
    }

    @Override
    public void fail(Claim claim, String why, Instant retryAt) {
        transactions.run(jdbc -> jdbc.update(
                """
                update inbox set status = case when tries < ? then 'NEW' else 'QUARANTINED' end, free_at = ?, why = ?
                 where desk = ? and id = ? and tries = ? and status = 'NEW'
                """,
                triesMax,
                Columns.time(retryAt),
                Columns.cut(why, WHY_LENGTH_MAX),
                claim.message().desk(),
                claim.id(),
                claim.tries()));
    }

    /** The try that claimed it is the fence: whoever claims it later has a higher one. */
    static void finish(Statements statements, Claim claim, Transaction.Outcome outcome) {
        statements.later(
                changed -> {
                    if (changed == 0) {
                        throw new ClaimLost(claim.id(), claim.tries());
                    }
                },
                "update inbox set status = ? where desk = ? and id = ? and tries = ? and status = 'NEW'",
                outcome.name(),
                claim.message().desk(),
                claim.id(),
                claim.tries());
    }
}
