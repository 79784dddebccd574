package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.by;
import static dev.parley.storage.ledger.TryLedger.id;
import static dev.parley.storage.ledger.TryLedger.next;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.ledger.Lot.Cost;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to lots besides being spent: expiry, charge-back, money back; and balances as of a moment. */
class LedgerLotsTest {
    private static final PostgresFixture.TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private static final Duration MONTH = Duration.ofDays(30);
    private TryLedger at;

    @BeforeEach
    void open() throws SQLException {
        at = TryLedger.on(DATABASE.owner());
    }

    @AfterEach
    void nothingIsWrong() throws SQLException {
        assertThat(at.ledger.violations()).isEmpty();
        at.commit();
        at.close();
    }

    private long minutes(boolean overage) {
        Long wallet = at.jdbc.queryForObject(
                "select ledger.open_wallet(?, ?, 'MINUTE', now(), null, ?)", Long.class, DESK, next(), overage);
        return wallet == null ? 0 : wallet;
    }

    private String month(long wallet, long amount, Instant from) {
        var source = "cycle-" + next();
        id(at.ledger.grant(anew(), new Lot(wallet, amount, source, from, from.plus(MONTH), null)));
        return source;
    }

    private LedgerOutcome use(long wallet, long ticket, long minutes, Instant when) {
        return at.ledger.useMinutes(by("time-" + next(), when), wallet, ticket, minutes);
    }

    @Test
    void c04c06NoClockJumpExpiresACredit() {
        long wallet = at.wallet(100);
        var farFuture = Instant.parse("2999-01-01T00:00:00Z");

        at.ledger.expireDue(DESK, farFuture, 1000);

        assertThat(at.ledger.balance(DESK, wallet, farFuture).available()).isEqualTo(100);
    }

    @Test
    void theUnreservedRestExpiresOnceAndWhatIsHeldSurvives() {
        long wallet = minutes(false);
        month(wallet, 600, NOW);
        long hold = at.held(next(), wallet, 100);
        var end = NOW.plus(MONTH);

        assertThat(at.ledger.balance(DESK, wallet, end))
                .as("before the sweeper")
                .isEqualTo(new Balance(100, 100, 0, 0));
        assertThat(at.ledger.expireDue(DESK, end.minusMillis(1), 1000)).isZero();
        assertThat(at.ledger.expireDue(DESK, end, 1000)).isEqualTo(1);
        assertThat(at.ledger.expireDue(DESK, end, 1000)).isZero();
        assertThat(at.ledger.balance(DESK, wallet, end)).isEqualTo(new Balance(100, 100, 0, 0));

        id(at.ledger.post(by("post-" + hold, end), hold, 40));
        assertThat(at.ledger.expireDue(DESK, end, 1000)).as("what was released").isEqualTo(1);
        assertThat(at.ledger.balance(DESK, wallet, end)).isEqualTo(new Balance(0, 0, 0, 0));
    }

    @Test
    void expiringStopsAtTheLimitAndGoesOnNextTime() {
        for (int i = 0; i < 5; i++) {
            month(minutes(false), 60, NOW);
        }
        var end = NOW.plus(MONTH);

        assertThat(at.ledger.expireDue(DESK, end, 3)).isEqualTo(3);
        assertThat(at.ledger.expireDue(DESK, end, 3)).isEqualTo(2);
    }

    @Test
    void minutesOverThePackageAreOwedOnlyWhereAgreed() {
        long strict = minutes(false);
        long open = minutes(true);
        month(strict, 60, NOW);
        month(open, 60, NOW);

        assertThat(use(strict, next(), 90, NOW)).isEqualTo(new LedgerRefusal.Shortfall(30));
        id(use(open, next(), 90, NOW));

        assertThat(at.ledger.balance(DESK, strict, NOW)).isEqualTo(new Balance(60, 0, 60, 0));
        assertThat(at.ledger.balance(DESK, open, NOW)).isEqualTo(new Balance(0, 0, 0, 30));
    }

    @Test
    void aLotThatHasExpiredTakesNoRefund() {
        long wallet = minutes(false);
        var source = month(wallet, 60, NOW);
        long ticket = next();
        id(use(wallet, ticket, 30, NOW));

        assertThat(at.ledger.refund(by("refund-" + ticket, NOW.plus(MONTH)), ticket, 10))
                .isEqualTo(new LedgerRefusal.LotExpired(source));
        id(at.ledger.refund(by("refund-" + ticket, NOW), ticket, 10));
        assertThat(at.balance(wallet).available()).isEqualTo(40);
    }

    @Test
    void whatExpiresFirstBurnsFirst() {
        long wallet = minutes(false);
        month(wallet, 50, NOW.minus(Duration.ofDays(1)));
        month(wallet, 50, NOW.minus(Duration.ofDays(20)));

        id(use(wallet, next(), 60, NOW));

        assertThat(at.lots(wallet)).containsExactly(40L, 0L);
    }

    @Test
    void aChargeBackVoidsTheUnspentAndBlocksTheWallet() {
        long wallet = at.emptyWallet();
        var source = "order-" + next();
        id(at.ledger.grant(anew(), new Lot(wallet, 100, source, null, null, new Cost(20_000, "USD"))));
        long charged = at.charged(wallet, 10);
        long hold = at.held(next(), wallet, 20);
        long agreed = at.agreed(wallet, 5);

        id(at.ledger.chargeBack(by("dispute-" + wallet), source));

        assertThat(at.balance(wallet)).isEqualTo(new Balance(20, 20, 0, 0));
        assertThat(at.ledger.isBlocked(DESK, wallet)).isTrue();
        assertThat(at.ledger.hold(anew(), agreed)).isEqualTo(new LedgerRefusal.WalletBlocked("because"));
        assertThat(at.ledger.chargeBack(anew(), source)).isEqualTo(new LedgerRefusal.AlreadyChargedBack(source));
        assertThat(owed(source)).isEqualTo(30);

        id(at.ledger.release(anew(), hold));
        id(at.ledger.refund(anew(), charged, 4));
        assertThat(at.balance(wallet)).as("what comes back is void too").isEqualTo(new Balance(0, 0, 0, 0));
        assertThat(owed(source)).isEqualTo(6);

        at.grant(wallet, 50);
        at.ledger.block(anew(), wallet, false);
        id(at.ledger.hold(anew(), agreed));
    }

    private long owed(String source) {
        Long units = at.jdbc.queryForObject(
                "select units_owed from ledger.receivable where source_ref = ?", Long.class, source);
        return units == null ? 0 : units;
    }

    @Test
    void aChargeBackOfASpentLotOwesAllOfIt() {
        long wallet = at.emptyWallet();
        var source = "order-" + next();
        id(at.ledger.grant(anew(), Lot.lasting(wallet, 10, source)));
        at.charged(wallet, 10);

        id(at.ledger.chargeBack(anew(), source));

        assertThat(owed(source)).isEqualTo(10);
    }

    @Test
    void moneyBackIsRoundedOnceOverAllNotesOfALot() {
        long wallet = at.emptyWallet();
        var source = "order-" + next();
        id(at.ledger.grant(anew(), new Lot(wallet, 3, source, null, null, new Cost(1000, "USD"))));

        for (int i = 0; i < 3; i++) {
            id(at.ledger.refundMoney(anew(), source, 1));
        }

        assertThat(at.jdbc.query(
                        "select amount_minor from ledger.credit_note n join ledger.account a on a.id = n.account_id"
                                + " where a.source_ref = ? order by n.journal_id",
                        (row, _) -> row.getLong(1),
                        source))
                .containsExactly(333L, 334L, 333L);
        assertThat(at.ledger.refundMoney(anew(), source, 1)).isEqualTo(new LedgerRefusal.Shortfall(1));
    }

    @Test
    void theBalanceAtAMomentIsNeverChangedByWhatHappensLater() {
        long wallet = at.wallet(100);
        Map<Instant, Balance> seen = new LinkedHashMap<>();
        long ticket = next();
        seen.put(NOW, at.balance(wallet));
        var day = NOW;
        long hold = at.held(ticket, wallet, 30);
        seen.put(day, at.ledger.balance(DESK, wallet, day));
        day = day.plus(Duration.ofDays(1));
        id(at.ledger.post(by("p" + hold, day), hold, 20));
        seen.put(day, at.ledger.balance(DESK, wallet, day));
        day = day.plus(Duration.ofDays(1));
        id(at.ledger.refund(by("r" + hold, day), ticket, 5));
        seen.put(day, at.ledger.balance(DESK, wallet, day));

        assertThat(seen).containsEntry(day, new Balance(85, 0, 85, 0));
        seen.forEach((when, balance) ->
                assertThat(at.ledger.balanceAsOf(DESK, wallet, when)).isEqualTo(balance));
        assertThat(at.ledger.balanceAsOf(DESK, wallet, NOW.minusSeconds(1))).isEqualTo(new Balance(0, 0, 0, 0));
    }

    @Test
    void aClockThatRunsBehindDoesNotTurnTheHistoryAround() {
        long wallet = at.wallet(100);
        long hold = at.held(next(), wallet, 30);

        id(at.ledger.post(by("behind-" + hold, NOW.minus(Duration.ofHours(1))), hold));

        assertThat(at.ledger.balanceAsOf(DESK, wallet, NOW)).isEqualTo(new Balance(70, 0, 70, 0));
        assertThat(at.ledger.balanceAsOf(DESK, wallet, NOW.minusMillis(1))).isEqualTo(new Balance(0, 0, 0, 0));
    }
}
