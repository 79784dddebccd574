package dev.parley.storage;

import dev.parley.core.port.StandingWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The standing orders that are on, with when to look at them. */
final class PostgresStandingWork implements StandingWork {
    private final Transactions transactions;

    PostgresStandingWork(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Due> claim(int max, Duration lease, Instant now) {
        return transactions.run(jdbc -> jdbc.query(
                """
                with turn as (
                  select desk, number from standing_order where state = 'ON' and look_at <= ? and leased_until <= ?
                   order by look_at limit ? for no key update skip locked)
                update standing_order s set leased_until = ?
                  from turn where s.desk = turn.desk and s.number = turn.number
                returning s.desk, s.number
                """,
                (row, _) -> new Due(Columns.string(row, "desk"), row.getLong("number")),
                Columns.time(now),
                Columns.time(now),
                max,
                Columns.time(now.plus(lease))));
    }

    @Override
    public void wind(Due due, Instant next) {
        transactions.run(jdbc -> jdbc.update(
                "update standing_order set look_at = ?, leased_until = '-infinity' where desk = ? and number = ?",
                Columns.time(next),
                due.desk(),
                due.number()));
    }
}
