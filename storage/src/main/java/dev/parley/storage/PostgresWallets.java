package dev.parley.storage;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Wallets;
import dev.parley.core.ticket.TicketId;
import dev.parley.storage.ledger.Balance;
import dev.parley.storage.ledger.LedgerSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ledger's balances and movements by customer. */
final class PostgresWallets implements Wallets {
    private final Transactions transactions;

    PostgresWallets(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Funds funds(WalletKey key, Instant now) {
        return transactions.run(jdbc -> wallet(jdbc, key)
                .map(wallet -> {
                    LedgerSql ledger = new LedgerSql(jdbc);
                    Balance balance = ledger.balance(key.customer().desk(), wallet, now);
                    return new Funds(
                            balance.balance(),
                            balance.reserved(),
                            ledger.isBlocked(key.customer().desk(), wallet));
                })
                .orElse(Funds.NONE));
    }

    @Override
    public Statement statement(WalletKey key, Instant from, Instant until) {
        return transactions.run(jdbc -> wallet(jdbc, key)
                .map(wallet -> statement(jdbc, key.customer().desk(), wallet, new Period(from, until)))
                .orElse(new Statement(0, List.of(), 0, 0)));
    }

    private static Statement statement(JdbcTemplate jdbc, String desk, long wallet, Period period) {
        List<Movement> before = movements(jdbc, desk, wallet, period.until);
        List<Movement> shown =
                before.stream().filter(m -> !m.at().isBefore(period.from)).toList();
        long closing = before.stream().mapToLong(Movement::amount).sum();
        long moved = shown.stream().mapToLong(Movement::amount).sum();
        long reserved = before.stream().mapToLong(Movement::reserved).sum();
        return new Statement(closing - moved, shown, closing, reserved);
    }

    private static List<Movement> movements(JdbcTemplate jdbc, String desk, long wallet, Instant until) {
        return jdbc.query("""
            select desk, kind, ticket, quote_version, at, amount, reserved, reference from ledger.movement
             where desk = ? and wallet_id = ? and at < ? order by at, journal_id, quote_version
            """, (row, _) -> movement(row), desk, wallet, Columns.time(until));
    }

    private static Movement movement(ResultSet row) throws SQLException {
        Long ticket = Columns.longOrNull(row, "ticket");
        return new Movement(
                Columns.instant(row, "at"),
                Columns.string(row, "kind"),
                ticket == null ? null : new TicketId(Columns.string(row, "desk"), ticket),
                row.getInt("quote_version"),
                row.getLong("amount"),
                row.getLong("reserved"),
                Columns.string(row, "reference"));
    }

    private static Optional<Long> wallet(JdbcTemplate jdbc, WalletKey key) {
        return jdbc
                .query(
                        """
                        select id from ledger.wallet
                         where desk = ? and customer_id = ? and unit = ? and site_id is not distinct from ?
                        """,
                        (row, _) -> row.getLong("id"),
                        key.customer().desk(),
                        key.customer().number(),
                        key.unit().name(),
                        key.site())
                .stream()
                .findFirst();
    }

    @Override
    public List<Violation> violations() {
        return transactions.run(jdbc -> new LedgerSql(jdbc)
                .violations().stream()
                        .map(v -> new Violation(v.code(), v.desk(), v.subject(), v.count()))
                        .toList());
    }

    private record Period(Instant from, Instant until) {}
}
