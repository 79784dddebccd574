package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Turnover;
import dev.parley.core.report.Moved;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The ledger's entries, added up by wallet. */
final class PostgresTurnover implements Turnover {
    /** What was used beyond the lots is on an account of its own, which owes: its entries are negative. */
    private static final String SUMS = """
        with moved as (
          select w.customer_id, w.unit, w.site_id, a.kind = 'GRANT' as lot, j.kind,
                 j.effective_at < ? as before, e.posted, e.pending
            from ledger.entry e
            join ledger.account a on a.desk = e.desk and a.id = e.account_id
            join ledger.wallet w on w.desk = a.desk and w.id = a.wallet_id
            join ledger.transfer t on t.desk = e.desk and t.id = e.transfer_id
            join ledger.journal j on j.desk = t.desk and j.id = t.journal_id
           where e.desk = ? and j.effective_at < ?)
        select customer_id, unit, site_id,
               coalesce(sum(posted) filter (where lot and before), 0) as opening,
               coalesce(sum(posted) filter (where lot and not before and kind = 'GRANT'), 0) as granted,
               coalesce(-sum(posted) filter (where lot and not before and kind in ('POST', 'TIME')), 0) as used,
               coalesce(sum(posted) filter (where lot and not before and kind = 'REFUND'), 0) as returned,
               coalesce(-sum(posted) filter (where lot and not before and kind = 'EXPIRE'), 0) as expired,
               coalesce(sum(posted) filter (where lot and not before
                 and kind not in ('GRANT', 'POST', 'TIME', 'REFUND', 'EXPIRE')), 0) as other,
               coalesce(sum(posted) filter (where lot), 0) as closing,
               coalesce(-sum(pending) filter (where lot), 0) as held,
               coalesce(-sum(posted) filter (where not lot and not before), 0) as overage
          from moved group by customer_id, unit, site_id order by customer_id, unit, site_id
        """;

    private final Transactions transactions;

    PostgresTurnover(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Moved> of(String desk, Instant from, Instant until) {
        return transactions.run(
                jdbc -> jdbc.query(SUMS, (row, _) -> moved(row, desk), Columns.time(from), desk, Columns.time(until)));
    }

    private static Moved moved(ResultSet row, String desk) throws SQLException {
        String site = row.getString("site_id");
        return new Moved(
                new CustomerId(desk, row.getLong("customer_id")),
                Unit.valueOf(Columns.string(row, "unit")),
                site == null ? "" : site,
                row.getLong("opening"),
                row.getLong("granted"),
                row.getLong("used"),
                row.getLong("returned"),
                row.getLong("expired"),
                row.getLong("other"),
                row.getLong("closing"),
                row.getLong("held"),
                row.getLong("overage"));
    }
}
