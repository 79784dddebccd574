package dev.parley.storage;

import dev.parley.core.port.Features;
import dev.parley.core.ticket.TicketId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Wishes in PostgreSQL. */
final class PostgresFeatures implements Features {
    private final Transactions transactions;

    PostgresFeatures(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Line> list(Filter filter) {
        return transactions.run(jdbc -> rows(jdbc).list(filter));
    }

    @Override
    public Optional<View> find(TicketId ticket) {
        return transactions.run(jdbc -> {
            FeatureRows rows = rows(jdbc);
            return rows.line(ticket).map(line -> new View(line, rows.steps(ticket)));
        });
    }

    private static FeatureRows rows(JdbcOperations jdbc) {
        return new FeatureRows(new Statements(jdbc));
    }
}
