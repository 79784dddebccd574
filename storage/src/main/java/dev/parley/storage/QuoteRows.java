package dev.parley.storage;

import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.TicketReads.Agreement;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The ledger's quotes with their decisions. */
final class QuoteRows {
    private QuoteRows() {}

    static List<Offer> offers(JdbcOperations jdbc, TicketId ticket) {
        return jdbc.query("""
            select q.version, q.amount, q.category, q.category_key, q.scope, q.status, q.offered_at, q.expires_at,
                   d.decision, c.name as contact, d.message_ref, d.reading_rule, d.words, d.decided_at,
                   t.per_hour_minor, t.currency, t.step_minutes
              from ledger.quote q
              left join quote_time t on t.desk = q.desk and t.ticket = q.ticket and t.version = q.version
              left join ledger.quote_decision d on d.desk = q.desk and d.quote_id = q.id
              left join contact c on c.desk = d.desk and c.number = d.contact_id
             where q.desk = ? and q.ticket = ? order by q.version
            """, (row, _) -> offer(row), ticket.desk(), ticket.number());
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getInt("version"),
                row.getLong("amount"),
                new CategoryKey(row.getInt("category"), Columns.string(row, "category_key")),
                Columns.string(row, "scope"),
                Offer.Status.valueOf(Columns.string(row, "status")),
                Columns.instant(row, "offered_at"),
                Columns.instant(row, "expires_at"),
                agreement(row),
                QuoteTimes.rate(row));
    }

    private static @Nullable Agreement agreement(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? null
                : new Agreement(
                        decision.equals("ACCEPT"),
                        Columns.string(row, "contact"),
                        Columns.string(row, "message_ref"),
                        Columns.string(row, "reading_rule"),
                        Columns.string(row, "words"),
                        Columns.instant(row, "decided_at"));
    }
}
