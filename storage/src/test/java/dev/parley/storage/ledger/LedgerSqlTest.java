package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.by;
import static dev.parley.storage.ledger.TryLedger.id;
import static dev.parley.storage.ledger.TryLedger.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.storage.PostgresFixture;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Grants, holds and what becomes of them. */
class LedgerSqlTest {
    private static final PostgresFixture.TestDatabase DATABASE = PostgresFixture.freshDatabase();
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

    @Test
    void c03ADeskAndAWalletAreMadeOnce() {
        at.ledger.registerDesk(DESK, NOW);

        assertThat(at.ledger.openWallet(DESK, new LedgerSql.Wallet(9001, "CREDIT", null), NOW))
                .isEqualTo(at.ledger.openWallet(DESK, new LedgerSql.Wallet(9001, "CREDIT", null), NOW));
        assertThat(at.ledger.openWallet(DESK, new LedgerSql.Wallet(9001, "USD", null), NOW))
                .isNotEqualTo(at.ledger.openWallet(DESK, new LedgerSql.Wallet(9001, "CREDIT", null), NOW));
        assertThat(at.jdbc.queryForObject(
                        "select count(*) from ledger.account where wallet_id is null and unit = 'CREDIT'", Long.class))
                .isEqualTo(4);
    }

    @Test
    void whatIsGrantedIsAvailable() {
        assertThat(at.balance(at.wallet(100, 50))).isEqualTo(new Balance(150, 0, 150, 0));
    }

    @Test
    void aSourceIsGrantedOnce() {
        long wallet = at.emptyWallet();
        id(at.ledger.grant(by("first-" + wallet), Lot.lasting(wallet, 100, "source-" + wallet)));

        var again = at.ledger.grant(by("second-" + wallet), Lot.lasting(wallet, 100, "source-" + wallet));

        assertThat(again).isEqualTo(new LedgerRefusal.AlreadyGranted("source-" + wallet));
        assertThat(at.balance(wallet).balance()).isEqualTo(100);
    }

    @Test
    void c06CreditsThatWouldExpireAreAMistake() throws SQLException {
        long wallet = at.emptyWallet();
        var lot = new Lot(wallet, 100, "lot-" + next(), NOW, NOW.plus(Duration.ofDays(365)), null);

        assertThatThrownBy(() -> at.ledger.grant(anew(), lot))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("credits_never_expire");
        at.rollback();
    }

    @Test
    void aHoldReservesWhatTheQuoteSaysInTheOrderTheLotsWereBought() {
        long wallet = at.wallet(5, 20, 100);

        at.held(next(), wallet, 30);

        assertThat(at.balance(wallet)).isEqualTo(new Balance(125, 30, 95, 0));
        assertThat(at.lots(wallet)).containsExactly(0L, 0L, 95L);
    }

    @Test
    void nothingIsHeldBeforeTheYes() {
        long wallet = at.wallet(100);

        assertThat(at.ledger.hold(anew(), at.offer(next(), wallet, 10)))
                .isEqualTo(new LedgerRefusal.QuoteNotOpen("SENT"));
        assertThat(at.balance(wallet).reserved()).isZero();
    }

    @Test
    void whatWasAgreedBeforehandIsHeldAtOnce() {
        long wallet = at.wallet(100);

        id(at.ledger.hold(anew(), at.offer(next(), wallet, 5, true)));

        assertThat(at.balance(wallet).reserved()).isEqualTo(5);
    }

    @Test
    void aHoldThatIsShortSaysByHowMuchAndTheSameKeyWorksAfterATopUp() throws SQLException {
        long wallet = at.wallet(7);
        long quote = at.agreed(wallet, 20);
        var journals = at.count("journal");

        assertThat(at.ledger.hold(by("hold-" + quote), quote)).isEqualTo(new LedgerRefusal.Shortfall(13));
        assertThat(at.count("journal")).isEqualTo(journals);
        at.commit();

        at.grant(wallet, 13);
        id(at.ledger.hold(by("hold-" + quote), quote));
        assertThat(at.balance(wallet)).isEqualTo(new Balance(20, 20, 0, 0));
    }

    @Test
    void aTicketHasOneActiveHold() {
        long wallet = at.wallet(100);
        long hold = at.held(77001, wallet, 10);
        long better = at.agreed(77001, wallet, 20);

        assertThat(at.ledger.hold(anew(), better)).isEqualTo(new LedgerRefusal.TicketHeld(hold));
    }

    @Test
    void aReassessmentReleasesAndHoldsInOneTransactionUpOrDown() throws SQLException {
        long wallet = at.wallet(20);
        long first = at.held(77002, wallet, 20);
        at.commit();

        id(at.ledger.release(anew(), first));
        long second = id(at.ledger.hold(anew(), at.offer(77002, wallet, 5, true)));
        at.commit();
        assertThat(at.balance(wallet)).isEqualTo(new Balance(20, 5, 15, 0));

        id(at.ledger.release(anew(), second));
        id(at.ledger.hold(anew(), at.agreed(77002, wallet, 20)));
        at.commit();
        assertThat(at.balance(wallet)).isEqualTo(new Balance(20, 20, 0, 0));
    }

    @Test
    void aQuoteIsHeldOnceEvenAfterItsHoldWasReleased() {
        long wallet = at.wallet(100);
        long quote = at.agreed(wallet, 10);
        id(at.ledger.release(anew(), id(at.ledger.hold(anew(), quote))));

        assertThat(at.ledger.hold(anew(), quote)).isEqualTo(new LedgerRefusal.QuoteNotOpen("SETTLED"));
    }

    @Test
    void postingChargesWhatWasHeld() {
        long wallet = at.wallet(100);
        long ticket = at.charged(wallet, 30);

        assertThat(at.balance(wallet)).isEqualTo(new Balance(70, 0, 70, 0));
        assertThat(at.ledger.netCharge(DESK, ticket)).isEqualTo(30);
    }

    @Test
    void postingAPartReleasesTheRestToTheLotsThatBurnLast() {
        long wallet = at.wallet(5, 20, 100);
        long hold = at.held(77003, wallet, 30);

        id(at.ledger.post(anew(), hold, 12));

        assertThat(at.balance(wallet)).isEqualTo(new Balance(113, 0, 113, 0));
        assertThat(at.lots(wallet)).containsExactly(0L, 13L, 100L);
        assertThat(at.ledger.netCharge(DESK, 77003)).isEqualTo(12);
    }

    @Test
    void postingMoreThanIsHeldOrNothingIsAMistake() throws SQLException {
        long hold = at.held(77004, at.wallet(100), 30);
        at.commit();

        for (long amount : new long[] {31, 0, -1}) {
            assertThatThrownBy(() -> at.ledger.post(anew(), hold, amount)).isInstanceOf(DataAccessException.class);
            at.rollback();
        }
    }

    @Test
    void aHoldIsSettledOnce() {
        long wallet = at.wallet(100);
        long posted = at.held(next(), wallet, 10);
        long released = at.held(next(), wallet, 10);
        id(at.ledger.post(anew(), posted));
        id(at.ledger.release(anew(), released));

        assertThat(at.ledger.release(anew(), posted)).isEqualTo(new LedgerRefusal.HoldSettled("POST"));
        assertThat(at.ledger.post(anew(), released)).isEqualTo(new LedgerRefusal.HoldSettled("VOID"));
        assertThat(at.balance(wallet)).isEqualTo(new Balance(90, 0, 90, 0));
    }

    @Test
    void c21aWhatIsHeldOrChargedAndGivenBackReturnsToTheSameLots() {
        long wallet = at.wallet(5, 20, 100);
        var before = at.lots(wallet);

        id(at.ledger.release(anew(), at.held(next(), wallet, 30)));
        assertThat(at.lots(wallet)).isEqualTo(before);

        long ticket = at.charged(wallet, 30);
        at.grant(wallet, 1);
        id(at.ledger.refund(anew(), ticket, 6));
        assertThat(at.lots(wallet)).as("newest leg first").containsExactly(0L, 1L, 100L, 1L);
        id(at.ledger.refund(anew(), ticket, 24));
        assertThat(at.lots(wallet)).containsExactly(5L, 20L, 100L, 1L);
        assertThat(at.ledger.netCharge(DESK, ticket)).isZero();
    }

    @Test
    void aRefundNeverExceedsTheNetCharge() {
        long wallet = at.wallet(100);
        long ticket = at.charged(wallet, 30);
        id(at.ledger.refund(anew(), ticket, 10));

        assertThat(at.ledger.refund(anew(), ticket, 21)).isEqualTo(new LedgerRefusal.RefundTooLarge(20));
        assertThat(at.ledger.refund(anew(), next(), 1)).isEqualTo(new LedgerRefusal.RefundTooLarge(0));
        assertThat(at.balance(wallet).available()).isEqualTo(80);
    }

    @Test
    void aRepricingAfterTheAnswerRefundsAndHoldsInOneTransaction() throws SQLException {
        long wallet = at.wallet(20);
        long ticket = at.charged(wallet, 10);
        long dearer = at.agreed(ticket, wallet, 20);
        at.commit();

        id(at.ledger.refund(anew(), ticket, 10));
        id(at.ledger.post(anew(), id(at.ledger.hold(anew(), dearer))));
        at.commit();

        assertThat(at.ledger.netCharge(DESK, ticket)).isEqualTo(20);
        assertThat(at.balance(wallet).balance()).isZero();
    }

    @Test
    void aRefusalLeavesTheTransactionUsable() throws SQLException {
        long wallet = at.wallet(1);
        long quote = at.agreed(wallet, 20);

        assertThat(at.ledger.hold(anew(), quote)).isEqualTo(new LedgerRefusal.Shortfall(19));
        at.commit();

        assertThat(at.quoteStatus(quote)).isEqualTo("ACCEPTED");
    }

    @Test
    void troubleOfTheMachineAndMistakesAreNoRefusals() throws SQLException {
        long quote = at.offer(next(), at.wallet(10), 5, true);
        at.commit();

        assertThatThrownBy(() -> at.ledger.hold(anew(), 999_999_999)).isInstanceOf(DataAccessException.class);
        at.rollback();
        at.jdbc.execute("set transaction isolation level serializable");
        assertThatThrownBy(() -> at.ledger.hold(anew(), quote)).hasMessageContaining("READ COMMITTED");
        at.rollback();
        for (var state : new String[] {"40001", "40P01", "08006", "57P01", "23505"}) {
            assertThat(LedgerRefusal.in(new SQLException("trouble", state))).isEmpty();
        }
    }
}
