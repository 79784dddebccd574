package dev.parley.storage;

import dev.parley.core.port.Histories;
import dev.parley.core.port.Levels;
import dev.parley.core.standing.History;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Histories from the tables {@code ticket}, {@code ticket_event} and {@code ticket_classification}. */
final class PostgresHistories implements Histories {
    /** Tickets read in one transaction. */
    static final int PAGE = 500;

    private static final String TICKETS = "select " + TicketRows.COLUMNS + " from ticket t where desk = ? ";
    private static final String NOT_ENDED = "state not in ('CLOSED', 'CLOSED_UNPAID', 'MERGED') ";
    private static final String OLDEST_FIRST = "and number > ? order by number limit " + PAGE;

    private final Transactions transactions;

    PostgresHistories(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<History> find(TicketId ticket) {
        return read(ticket.desk(), TICKETS + "and number = ?", ticket.desk(), ticket.number()).stream()
                .findFirst();
    }

    @Override
    public List<Levels.Told> told(TicketId ticket) {
        return transactions.run(jdbc -> jdbc.query(
                "select key, told, due_at, silent, at from level_notice where desk = ? and ticket = ? order by id",
                (row, _) -> new Levels.Told(
                        Columns.string(row, "key"),
                        Columns.string(row, "told"),
                        Columns.instant(row, "due_at"),
                        row.getBoolean("silent"),
                        Columns.instant(row, "at")),
                ticket.desk(),
                ticket.number()));
    }

    @Override
    public Stream<History> open(String desk) {
        return paged(after -> read(desk, TICKETS + "and " + NOT_ENDED + OLDEST_FIRST, desk, after));
    }

    @Override
    public Stream<History> between(String desk, Instant from, Instant until) {
        return paged(after -> read(
                desk,
                TICKETS + "and created_at < ? and (" + NOT_ENDED + "or exists (select from ticket_event e "
                        + "where e.desk = t.desk and e.ticket = t.number and e.at >= ?)) " + OLDEST_FIRST,
                desk,
                Columns.time(until),
                Columns.time(from),
                after));
    }

    /** {@code page}: what comes after a number. */
    private static Stream<History> paged(LongFunction<List<History>> page) {
        return Stream.iterate(
                        page.apply(0),
                        read -> !read.isEmpty(),
                        read -> page.apply(read.getLast().ticket().id().number()))
                .flatMap(List::stream);
    }

    private List<History> read(String desk, String sql, Object... arguments) {
        return transactions.run(jdbc -> {
            Statements statements = new Statements(jdbc);
            List<Ticket> tickets = statements.query(sql, (row, _) -> TicketRows.ticket(row), arguments);
            return new LevelRows(statements).histories(desk, tickets);
        });
    }
}
