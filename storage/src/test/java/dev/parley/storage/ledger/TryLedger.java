package dev.parley.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.ledger.LedgerOutcome.Booked;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A desk with one connection of its own and short words for what tests do all the time. Commits when told to. */
final class TryLedger implements AutoCloseable {
    static final String DESK = "acme";
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Instant QUOTE_END = NOW.plus(Duration.ofDays(14));
    private static final AtomicLong NUMBER = new AtomicLong();

    final LedgerSql ledger;
    final JdbcTemplate jdbc;
    private final Connection connection;

    TryLedger(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        ledger = new LedgerSql(jdbc);
    }

    /** A connection on which the desk is registered and committed. */
    static TryLedger on(DataSource database) throws SQLException {
        var it = new TryLedger(database);
        it.ledger.registerDesk(DESK, NOW);
        it.commit();
        return it;
    }

    static long next() {
        return NUMBER.incrementAndGet();
    }

    static Booking by(String key) {
        return by(key, NOW);
    }

    static Booking by(String key, Instant at) {
        return new Booking(DESK, key, "tester", "because", at);
    }

    static Booking anew() {
        return by("key-" + next());
    }

    static long id(LedgerOutcome outcome) {
        assertThat(outcome).isInstanceOf(Booked.class);
        return ((Booked) outcome).id();
    }

    long emptyWallet() {
        return ledger.openWallet(DESK, new LedgerSql.Wallet(next(), "CREDIT", null), NOW);
    }

    /** A new customer's wallet with one lot of credits for each amount. */
    long wallet(long... lots) {
        long wallet = emptyWallet();
        for (long lot : lots) {
            grant(wallet, lot);
        }
        return wallet;
    }

    void grant(long wallet, long amount) {
        id(ledger.grant(anew(), Lot.lasting(wallet, amount, "order-" + next())));
    }

    long offer(long ticket, long wallet, long amount) {
        return offer(ticket, wallet, amount, false);
    }

    long offer(long ticket, long wallet, long amount, boolean auto) {
        return id(ledger.offerQuote(anew(), new Offer(ticket, wallet, amount, 2, "settings", "", auto, QUOTE_END)));
    }

    static QuoteDecision yes(long quote, String message) {
        return decision(quote, true, message, NOW);
    }

    static QuoteDecision decision(long quote, boolean accept, String message, Instant receivedAt) {
        return new QuoteDecision(quote, accept, 5, "mail", message, "yes.word", "yes", 0, "PASS", receivedAt);
    }

    /** An offered and accepted quote on a new ticket. */
    long agreed(long wallet, long amount) {
        return agreed(next(), wallet, amount);
    }

    long agreed(long ticket, long wallet, long amount) {
        long quote = offer(ticket, wallet, amount);
        id(ledger.decide(DESK, yes(quote, "message-" + next()), NOW));
        return quote;
    }

    long held(long ticket, long wallet, long amount) {
        return id(ledger.hold(anew(), agreed(ticket, wallet, amount)));
    }

    /** A ticket that was charged this much. */
    long charged(long wallet, long amount) {
        long ticket = next();
        id(ledger.post(anew(), held(ticket, wallet, amount)));
        return ticket;
    }

    Balance balance(long wallet) {
        return ledger.balance(DESK, wallet, NOW);
    }

    /** Available units of each lot of a wallet, oldest first. */
    List<Long> lots(long wallet) {
        return jdbc.query(
                "select available from ledger.account where desk = ? and wallet_id = ? and kind = 'GRANT' order by id",
                (row, _) -> row.getLong(1),
                DESK,
                wallet);
    }

    String quoteStatus(long quote) {
        return String.valueOf(jdbc.queryForObject(
                "select status from ledger.quote where desk = ? and id = ?", String.class, DESK, quote));
    }

    long count(String table) {
        Long n = jdbc.queryForObject("select count(*) from ledger." + table, Long.class);
        return n == null ? 0 : n;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
