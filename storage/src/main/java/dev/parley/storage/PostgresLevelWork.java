package dev.parley.storage;

import dev.parley.core.port.LevelWork;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tickets by {@code look_at}. A decision, a classification and a look set it anew and free the ticket. */
final class PostgresLevelWork implements LevelWork {
    private final Transactions transactions;

    PostgresLevelWork(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<TicketId> claim(Set<String> desks, int max, Duration lease, Instant now) {
        return transactions.run(jdbc -> jdbc.query(
                """
                with turn as (
                  select desk, number from ticket where desk = any (?) and look_at <= ? and look_leased_until <= ?
                   order by look_at, number limit ? for no key update skip locked)
                update ticket t set look_leased_until = ?
                  from turn where t.desk = turn.desk and t.number = turn.number
                returning t.desk, t.number
                """,
                (row, _) -> TicketRows.id(row),
                desks.toArray(String[]::new),
                Columns.time(now),
                Columns.time(now),
                max,
                Columns.time(now.plus(lease))));
    }
}
