package dev.parley.storage;

import dev.parley.core.port.DueWork;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Tickets by {@code due_at}. A decision frees the ticket by saving it. */
final class PostgresDueWork implements DueWork {
    private final Transactions transactions;

    PostgresDueWork(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<TicketId> claim(String worker, int max, Duration lease, Instant now) {
        List<Due> due = transactions.run(jdbc -> jdbc.query(
                """
                with turn as (
                  select desk, number from ticket where due_at <= ? and due_leased_until <= ?
                   order by due_at limit ? for no key update skip locked)
                update ticket t set due_leased_until = ?
                  from turn where t.desk = turn.desk and t.number = turn.number
                returning t.desk, t.number, t.due_at
                """,
                (row, _) -> new Due(TicketRows.id(row), Columns.instant(row, "due_at")),
                Columns.time(now),
                Columns.time(now),
                max,
                Columns.time(now.plus(lease))));
        return due.stream().sorted(Comparator.comparing(Due::at)).map(Due::id).toList();
    }

    private record Due(TicketId id, Instant at) {}
}
