package dev.parley.storage;

import dev.parley.core.port.ChatCards;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code chat_card} and {@code chat_change}; the latter is filled by triggers on what a card shows. */
final class PostgresChatCards implements ChatCards {
    private static final int WHY_LENGTH_MAX = 2000;

    /** Changes taken up at once; more are taken up at the next look. */
    private static final int CHANGES_MAX = 2000;

    private static final String COLUMNS =
            "c.desk, c.ticket, c.room, c.ts, c.list, c.shown, c.mirrored, c.begun, c.begun_at, c.changes, c.turn";

    private static final String CLAIM = """
        update chat_card c set turn = c.turn + 1, free_at = ?
         where (c.desk, c.ticket) in (
           select s.desk, s.ticket from chat_card s
            where s.desk = ? and s.changes > s.settled and s.free_at <= ?
            order by s.free_at, s.ticket limit ? for update skip locked)
        returning
        """ + COLUMNS;

    private final Transactions transactions;

    PostgresChatCards(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void watch(String desk, String room) {
        transactions.run(jdbc -> jdbc.update("""
            insert into chat_room (desk, room) values (?, ?)
            on conflict (desk) do update set room = excluded.room where chat_room.room <> excluded.room
            """, desk, room));
    }

    /** What changes while this runs has a row of its own, which the next look finds. */
    @Override
    public List<Entry> claim(String desk, int max, Duration lease, Instant now) {
        return transactions.run(jdbc -> {
            jdbc.update("""
                with gone as (
                  delete from chat_change where id in (
                    select id from chat_change where desk = ? order by id limit ? for update skip locked)
                  returning desk, ticket)
                insert into chat_card as c (desk, ticket, room)
                  select distinct g.desk, g.ticket, r.room from gone g join chat_room r on r.desk = g.desk
                on conflict (desk, ticket) do update set changes = c.changes + 1
                """, desk, CHANGES_MAX);
            return jdbc.query(
                    CLAIM, (row, _) -> entry(row), Columns.time(now.plus(lease)), desk, Columns.time(now), max);
        });
    }

    @Override
    public boolean save(Entry entry) {
        return transactions.run(jdbc -> jdbc.update(
                        """
                        update chat_card set ts = ?, list = ?, shown = ?, mirrored = ?, begun = ?, begun_at = ?
                         where desk = ? and ticket = ? and turn = ?
                        """,
                        entry.ts(),
                        entry.list(),
                        entry.shown(),
                        entry.mirrored(),
                        entry.begun(),
                        Columns.timeOrNull(entry.begunAt()),
                        entry.ticket().desk(),
                        entry.ticket().number(),
                        entry.turn()))
                == 1;
    }

    @Override
    public void done(Entry entry) {
        transactions.run(jdbc -> jdbc.update(
                """
                update chat_card set settled = ?, free_at = '-infinity', why = ''
                 where desk = ? and ticket = ? and turn = ?
                """, entry.changes(), entry.ticket().desk(), entry.ticket().number(), entry.turn()));
    }

    @Override
    public void later(Entry entry, String why, Instant retryAt) {
        transactions.run(jdbc -> jdbc.update(
                "update chat_card set free_at = ?, why = ? where desk = ? and ticket = ? and turn = ?",
                Columns.time(retryAt),
                Columns.cut(why, WHY_LENGTH_MAX),
                entry.ticket().desk(),
                entry.ticket().number(),
                entry.turn()));
    }

    @Override
    public Optional<Entry> find(TicketId ticket) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select " + COLUMNS + " from chat_card c where c.desk = ? and c.ticket = ?",
                        (row, _) -> entry(row),
                        ticket.desk(),
                        ticket.number())
                .stream()
                .findFirst());
    }

    @Override
    public Optional<TicketId> at(String desk, String room, String ts) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select ticket from chat_card where desk = ? and room = ? and ts = ? and ts <> ''",
                        (row, _) -> new TicketId(desk, row.getLong("ticket")),
                        desk,
                        room,
                        ts)
                .stream()
                .findFirst());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new TicketId(Columns.string(row, "desk"), row.getLong("ticket")),
                Columns.string(row, "room"),
                Columns.string(row, "ts"),
                Columns.string(row, "list"),
                Columns.string(row, "shown"),
                row.getLong("mirrored"),
                Columns.string(row, "begun"),
                Columns.instantOrNull(row, "begun_at"),
                row.getLong("changes"),
                row.getLong("turn"));
    }
}
