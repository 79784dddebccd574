package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.by;
import static dev.parley.storage.ledger.TryLedger.id;
import static dev.parley.storage.ledger.TryLedger.next;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.ledger.Lot.Cost;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key stands for one request: repeating it changes nothing, using it for another is refused. */
class LedgerKeysTest {
    private static final PostgresFixture.TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private TryLedger at;
    private long wallet;

    @BeforeEach
    void open() throws SQLException {
        at = TryLedger.on(DATABASE.owner());
        wallet = at.wallet(100);
    }

    @AfterEach
    void nothingIsWrong() throws SQLException {
        assertThat(at.ledger.violations()).isEmpty();
        at.close();
    }

    /** Two requests of each kind that differ in one input. */
    private Map<Function<Booking, LedgerOutcome>, Function<Booking, LedgerOutcome>> pairs() {
        Map<Function<Booking, LedgerOutcome>, Function<Booking, LedgerOutcome>> pairs = new LinkedHashMap<>();
        long other = at.wallet(100);
        var source = "lot-" + next();
        var lot = new Lot(wallet, 10, source, NOW, null, new Cost(100, "USD"));
        pairs.put(b -> at.ledger.grant(b, lot), b -> at.ledger.grant(b, Lot.lasting(wallet, 10, source)));
        pairs.put(b -> at.ledger.refundMoney(b, source, 1), b -> at.ledger.refundMoney(b, source, 2));
        long one = at.agreed(wallet, 10);
        long two = at.agreed(other, 10);
        pairs.put(b -> at.ledger.hold(b, one), b -> at.ledger.hold(b, two));
        long first = at.held(next(), wallet, 10);
        long second = at.held(next(), wallet, 10);
        pairs.put(b -> at.ledger.post(b, first, 5), b -> at.ledger.post(b, first, 6));
        pairs.put(b -> at.ledger.release(b, second), b -> at.ledger.post(b, second));
        long ticket = at.charged(wallet, 10);
        pairs.put(b -> at.ledger.refund(b, ticket, 3), b -> at.ledger.refund(b, ticket, 4));
        long minutes = at.ledger.openWallet(TryLedger.DESK, new LedgerSql.Wallet(next(), "MINUTE", null), NOW);
        at.grant(minutes, 60);
        pairs.put(b -> at.ledger.useMinutes(b, minutes, 99_001, 5), b -> at.ledger.useMinutes(b, minutes, 99_002, 5));
        pairs.put(b -> at.ledger.chargeBack(b, source), b -> at.ledger.refundMoney(b, source, 1));
        return pairs;
    }

    @Test
    void theSameKeyWithOtherInputsIsRefusedAndChangesNothing() {
        pairs().forEach((request, another) -> {
            var key = "key-" + next();
            id(request.apply(by(key)));
            var before = state();

            assertThat(another.apply(by(key))).isEqualTo(new LedgerRefusal.KeyReused(key));
            assertThat(state()).isEqualTo(before);
        });
    }

    @Test
    void aRepeatedRequestGivesTheFirstAnswerAtAnyLaterTimeByAnyoneInAnyTimeZone() {
        pairs().keySet().forEach(request -> {
            var key = "key-" + next();
            at.jdbc.execute("set local time zone 'UTC'");
            long first = id(request.apply(by(key)));
            var before = state();

            at.jdbc.execute("set local time zone 'Pacific/Kiritimati'");
            var later = new Booking(TryLedger.DESK, key, "somebody", "else", NOW.plusSeconds(86_400));
            assertThat(id(request.apply(later))).isEqualTo(first);
            assertThat(state()).isEqualTo(before);
        });
    }

    @Test
    void keysOfDifferentDesksHaveNothingToDoWithEachOther() {
        at.ledger.registerDesk("other", NOW);
        long theirs = at.ledger.openWallet("other", new LedgerSql.Wallet(1, "CREDIT", null), NOW);
        var here = anew();
        var there = new Booking("other", here.key(), here.actor(), here.reason(), NOW);

        long first = id(at.ledger.grant(here, Lot.lasting(wallet, 5, "same-source")));
        long second = id(at.ledger.grant(there, Lot.lasting(theirs, 7, "same-source")));

        assertThat(second).isNotEqualTo(first);
        assertThat(at.ledger.balance("other", theirs, NOW)).isEqualTo(new Balance(7, 0, 7, 0));
    }

    private String state() {
        return at.count("journal") + " journals, " + at.count("transfer") + " transfers, " + at.count("entry")
                + " entries, " + at.count("hold") + " holds, " + at.count("account") + " accounts";
    }
}
