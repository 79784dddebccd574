package dev.parley.storage;

import dev.parley.core.message.Party;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.OutgoingMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The table {@code outbox}. A ticket's messages are written under its row lock, so ids are in the order of saving. */
final class PostgresOutbox implements Outbox {
    private static final int WHY_LENGTH_MAX = 2000;
    private static final String NO_REASON = "no reason was given";

    private final Transactions transactions;
    private final int triesMax;

    PostgresOutbox(Transactions transactions, int triesMax) {
        this.transactions = transactions;
        this.triesMax = triesMax;
    }

    @Override
    public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
        List<Claim> claims = transactions.run(jdbc -> jdbc.query(
                """
                with turn as (
                  select o.desk, o.id from outbox o
                   where o.status = 'PENDING' and o.free_at <= ?
                     and (o.ticket = 0 or not exists (
                       select from outbox e where e.desk = o.desk and e.ticket = o.ticket and e.status = 'PENDING'
                          and e.id < o.id))
                   order by o.id limit ? for update of o skip locked)
                update outbox o set tries = o.tries + 1, worker = ?, free_at = ?
                  from turn, message m
                 where o.desk = turn.desk and o.id = turn.id and m.desk = o.desk and m.id = o.message
                returning o.desk, o.id, o.tries, o.ticket, o.channel, m.from_name, m.from_address, m.to_names,
                  m.to_addresses, o.reply_to, m.message_id, o.in_reply_to, o.refs, o.automatic, m.subject, m.text,
                  o.html
                """, (row, _) -> claimed(row), Columns.time(now), max, worker, Columns.time(now.plus(lease))));
        return claims.stream().sorted(Comparator.comparingLong(Claim::id)).toList();
    }

    private static Claim claimed(ResultSet row) throws SQLException {
        OutgoingMessage message = new OutgoingMessage(
                Columns.string(row, "desk"),
                row.getLong("ticket"),
                Columns.string(row, "channel"),
                new Party(Columns.string(row, "from_name"), Columns.string(row, "from_address")),
                Columns.parties(row, "to_names", "to_addresses"),
                Columns.string(row, "reply_to"),
                Columns.string(row, "message_id"),
                row.getString("in_reply_to"),
                Columns.strings(row, "refs"),
                row.getBoolean("automatic"),
                Columns.string(row, "subject"),
                Columns.string(row, "text"),
                row.getString("html"));
        return new Claim(row.getLong("id"), message, row.getInt("tries"));
    }

    /** Whoever says it was sent is believed, also after the lease: it cannot be taken back. */
    @Override
    public void sent(Claim claim, String providerId, Instant now) {
        transactions.run(jdbc -> jdbc.update(
                """
                update outbox set status = 'SENT', done_at = ?, provider_id = ?, why = ''
                 where desk = ? and id = ? and status <> 'SENT'
                """, Columns.time(now), Columns.id(providerId), claim.message().desk(), claim.id()));
    }

    @Override
    public void retry(Claim claim, String why, Instant retryAt) {
        transactions.run(jdbc -> jdbc.update(
                """
                update outbox set free_at = ?, why = ?, status = case when tries < ? then 'PENDING' else 'DEAD' end,
                       done_at = case when tries < ? then null else ?::timestamptz end
                 where desk = ? and id = ? and tries = ? and status = 'PENDING'
                """,
                Columns.time(retryAt),
                why(why),
                triesMax,
                triesMax,
                Columns.time(retryAt),
                claim.message().desk(),
                claim.id(),
                claim.tries()));
    }

    @Override
    public void dead(Claim claim, String why, Instant now) {
        transactions.run(jdbc ->
                jdbc.update("""
                    update outbox set status = 'DEAD', done_at = ?, why = ?
                     where desk = ? and id = ? and status = 'PENDING'
                    """, Columns.time(now), why(why), claim.message().desk(), claim.id()));
    }

    private static String why(String why) {
        return why.isEmpty() ? NO_REASON : Columns.cut(why, WHY_LENGTH_MAX);
    }

    @Override
    public Duration backlog(Instant now) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select queued_at from outbox where status = 'PENDING' order by id limit 1",
                        (row, _) -> Duration.between(Columns.instant(row, "queued_at"), now))
                .stream()
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(Duration.ZERO));
    }
}
