package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.port.Wallets.Statement;
import dev.parley.core.report.Moved;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.storage.ledger.Booking;
import dev.parley.storage.ledger.LedgerOutcome;
import dev.parley.storage.ledger.LedgerSql;
import dev.parley.storage.ledger.Lot;
import dev.parley.storage.ledger.Offer;
import dev.parley.storage.ledger.QuoteDecision;
import dev.parley.testkit.Desks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What went through wallets in a month is what their statements say. */
class TurnoverTest {
    private static final String DESK = Desks.SUPPORT;
    private static final Instant FEBRUARY = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final CustomerId ALPHA = new CustomerId(DESK, 1);

    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final PostgresStorage storage = Storages.on(database);
    private final Connection connection = database.owner().getConnection();
    private final LedgerSql ledger = new LedgerSql(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
    private int number;

    TurnoverTest() throws SQLException {
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        storage.close();
    }

    private List<Moved> turnover(Instant from, Instant until) throws SQLException {
        connection.commit();
        return storage.turnover().of(DESK, from, until);
    }

    private Booking at(Instant at) {
        return new Booking(DESK, "key-" + ++number, "tester", "because", at);
    }

    private static long id(LedgerOutcome outcome) {
        assertThat(outcome).isInstanceOf(LedgerOutcome.Booked.class);
        return ((LedgerOutcome.Booked) outcome).id();
    }

    private long wallet(CustomerId customer, Unit unit) {
        return ledger.openWallet(DESK, new LedgerSql.Wallet(customer.number(), unit.name(), null), FEBRUARY);
    }

    private long held(long ticket, long wallet, long amount, Instant at) {
        long quote = id(ledger.offerQuote(
                at(at),
                new Offer(ticket, wallet, amount, 2, "settings", "", false, Instant.parse("2027-01-01T00:00:00Z"))));
        var yes = new QuoteDecision(quote, true, 5, "mail", "m" + ++number, "yes.word", "yes", 0, "PASS", at);
        id(ledger.decide(DESK, yes, at));
        return id(ledger.hold(at(at), quote));
    }

    private long sum(Statement statement, String... kinds) {
        return statement.movements().stream()
                .filter(movement -> List.of(kinds).contains(movement.kind()))
                .mapToLong(Movement::amount)
                .sum();
    }

    @Test
    void x04AMonthOfCreditsIsWhatTheStatementSays() throws SQLException {
        long wallet = wallet(ALPHA, Unit.CREDIT);
        id(ledger.grant(at(FEBRUARY), Lot.lasting(wallet, 100, "order-1")));
        id(ledger.post(at(FEBRUARY.plusSeconds(5)), held(1, wallet, 10, FEBRUARY.plusSeconds(4))));
        id(ledger.grant(at(MARCH), Lot.lasting(wallet, 50, "order-2")));
        id(ledger.post(at(MARCH.plusSeconds(20)), held(2, wallet, 20, MARCH.plusSeconds(10))));
        id(ledger.refund(at(MARCH.plusSeconds(30)), 2, 5));
        held(3, wallet, 7, APRIL.minusSeconds(1));
        id(ledger.grant(at(APRIL), Lot.lasting(wallet, 25, "order-3")));

        Moved march = turnover(MARCH, APRIL).getFirst();
        Statement statement = storage.wallets().statement(WalletKey.of(ALPHA, Unit.CREDIT), MARCH, APRIL);
        assertThat(march)
                .isEqualTo(new Moved(ALPHA, Unit.CREDIT, "", 90, 50, 20, 5, 0, 0, 125, 7, 0))
                .isEqualTo(new Moved(
                        ALPHA,
                        Unit.CREDIT,
                        "",
                        statement.opening(),
                        sum(statement, "GRANT"),
                        -sum(statement, "POST"),
                        sum(statement, "REFUND"),
                        0,
                        0,
                        statement.closing(),
                        statement.reserved(),
                        0));
        assertThat(storage.turnover().of(Desks.SALES, MARCH, APRIL)).isEmpty();
    }

    @Test
    void h10h13MinutesBeyondThePackageAreOverageAndWhatIsLeftExpires() throws SQLException {
        long busy = wallet(ALPHA, Unit.MINUTE);
        long calm = wallet(new CustomerId(DESK, 2), Unit.MINUTE);
        for (long wallet : new long[] {busy, calm}) {
            id(ledger.grant(at(MARCH), new Lot(wallet, 600, "cycle-" + wallet, MARCH, APRIL, null)));
        }
        id(ledger.useMinutes(at(MARCH.plusSeconds(9)), busy, 1, 500));
        id(ledger.useMinutes(at(MARCH.plusSeconds(19)), busy, 1, 200));
        id(ledger.useMinutes(at(MARCH.plusSeconds(9)), calm, 2, 100));
        assertThat(ledger.expireDue(DESK, APRIL, 9)).isEqualTo(1);
        assertThat(turnover(MARCH, APRIL))
                .containsExactly(
                        new Moved(ALPHA, Unit.MINUTE, "", 0, 600, 600, 0, 0, 0, 0, 0, 100),
                        new Moved(new CustomerId(DESK, 2), Unit.MINUTE, "", 0, 600, 100, 0, 0, 0, 500, 0, 0));
        assertThat(turnover(APRIL, MAY))
                .containsExactly(
                        new Moved(ALPHA, Unit.MINUTE, "", 0, 0, 0, 0, 0, 0, 0, 0, 0),
                        new Moved(new CustomerId(DESK, 2), Unit.MINUTE, "", 500, 0, 0, 0, 500, 0, 0, 0, 0));
    }

    @Test
    void h14TimeThatIsTakenBackIsReturnedAndWhatWasOverLeavesTheOverage() throws SQLException {
        long wallet = wallet(ALPHA, Unit.MINUTE);
        id(ledger.grant(at(MARCH), new Lot(wallet, 600, "cycle", MARCH, APRIL, null)));
        id(ledger.useMinutes(piece(1, MARCH.plusSeconds(9)), wallet, 1, 500));
        id(ledger.useMinutes(piece(2, MARCH.plusSeconds(19)), wallet, 1, 200));
        corrected("select ledger.give_back_time(?, ?, 1, 'time:1:1', 'staff:kim', 'wrong', ?)", wallet, MARCH);
        assertThat(turnover(MARCH, APRIL))
                .containsExactly(new Moved(ALPHA, Unit.MINUTE, "", 0, 600, 600, 500, 0, 0, 500, 0, 100));
        corrected(
                "select ledger.shift_time(?, ?, 1, 'time:2:1', 'cycle', 60, 1, 'staff:kim', ?, '2026-04-02')",
                wallet,
                MARCH.plusSeconds(20));
        assertThat(turnover(MARCH, APRIL))
                .containsExactly(new Moved(ALPHA, Unit.MINUTE, "", 0, 600, 660, 500, 0, 0, 440, 0, 100));
        assertThat(turnover(APRIL, MAY))
                .as("given back when it was found, used when it was worked")
                .containsExactly(new Moved(ALPHA, Unit.MINUTE, "", 440, 0, 0, 0, 0, 0, 440, 0, -60));
    }

    private Booking piece(int entry, Instant at) {
        return new Booking(DESK, "time:" + entry + ":1", "staff:kim", "because", at);
    }

    private void corrected(String sql, long wallet, Instant when) {
        new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                .queryForList(sql, DESK, wallet, Columns.time(when));
    }

    @Test
    void h05WorkOnDemandIsUsedOfItsMonthsLineAndTheRestExpires() throws SQLException {
        long wallet = wallet(ALPHA, Unit.DEMAND);
        id(ledger.grant(at(MARCH), new Lot(wallet, 6000, "demand:2026-03", MARCH, APRIL, null)));
        id(ledger.post(at(MARCH.plusSeconds(20)), held(1, wallet, 120, MARCH.plusSeconds(10))));
        held(2, wallet, 60, MARCH.plusSeconds(30));
        assertThat(ledger.expireDue(DESK, APRIL, 9)).isEqualTo(1);
        assertThat(turnover(MARCH, APRIL))
                .containsExactly(new Moved(ALPHA, Unit.DEMAND, "", 0, 6000, 120, 0, 0, 0, 5880, 60, 0));
        assertThat(turnover(APRIL, MAY))
                .containsExactly(new Moved(ALPHA, Unit.DEMAND, "", 5880, 0, 0, 0, 5820, 0, 60, 60, 0));
    }
}
