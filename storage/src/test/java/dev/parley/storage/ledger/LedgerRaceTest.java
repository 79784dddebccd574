package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.by;
import static dev.parley.storage.ledger.TryLedger.next;
import static dev.parley.storage.ledger.TryLedger.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.ledger.LedgerOutcome.Booked;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once: a fixed number of attempts each, never a fixed time. Any deadlock or database error fails the test. */
class LedgerRaceTest {
    private final PostgresFixture.TestDatabase database = PostgresFixture.freshDatabase();
    private TryLedger at;

    @BeforeEach
    void open() throws SQLException {
        at = TryLedger.on(database.owner());
    }

    @AfterEach
    void nothingIsWrong() throws SQLException {
        assertThat(at.ledger.violations()).isEmpty();
        assertThat(at.jdbc.queryForObject(
                        "select deadlocks from pg_stat_database where datname = current_database()", Long.class))
                .as("deadlocks")
                .isZero();
        at.close();
    }

    @Test
    void ofSixtyHoldsOfTenOnAHundredExactlyTenSucceed() throws Exception {
        long wallet = at.wallet(30, 30, 40);
        var quotes = IntStream.range(0, 60).mapToObj(_ -> at.agreed(wallet, 10)).toList();
        at.commit();

        var outcomes = Crowd.of(60, database.as("parley_bot"), i -> one -> {
            var outcome = one.ledger.hold(anew(), quotes.get(i));
            one.commit();
            return outcome;
        });

        assertThat(outcomes.stream().filter(Booked.class::isInstance)).hasSize(10);
        assertThat(outcomes.stream().filter(new LedgerRefusal.Shortfall(10)::equals))
                .hasSize(50);
        assertThat(at.balance(wallet)).isEqualTo(new Balance(100, 100, 0, 0));
    }

    @Test
    void twoHundredCopiesOfOneConfirmationAreOneDecisionAndOneHold() throws Exception {
        long wallet = at.wallet(100);
        long quote = at.offer(next(), wallet, 10);
        at.commit();

        var outcomes = Crowd.of(20, database.as("parley_bot"), _ -> one -> {
            List<LedgerOutcome> mine = new ArrayList<>();
            for (int copy = 0; copy < 10; copy++) {
                mine.add(one.ledger.decide(DESK, yes(quote, "the-mail"), NOW));
                mine.add(one.ledger.hold(by("hold-" + quote), quote));
                one.commit();
            }
            return mine;
        });

        assertThat(outcomes.stream().flatMap(List::stream).distinct()).hasSize(2);
        assertThat(outcomes.stream().flatMap(List::stream)).allMatch(Booked.class::isInstance);
        assertThat(at.count("quote_decision")).isEqualTo(1);
        assertThat(at.count("hold")).isEqualTo(1);
        assertThat(at.balance(wallet)).isEqualTo(new Balance(100, 10, 90, 0));
    }

    @Test
    void ofManyDifferentAnswersToOneQuoteOneDecides() throws Exception {
        long quote = at.offer(next(), at.wallet(100), 10);
        at.commit();

        var outcomes = Crowd.of(24, database.as("parley_bot"), i -> one -> {
            var answer = TryLedger.decision(quote, i % 2 == 0, "mail-" + i, NOW);
            var outcome = one.ledger.decide(DESK, answer, NOW);
            one.commit();
            return outcome;
        });

        assertThat(outcomes.stream().filter(Booked.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(LedgerRefusal.QuoteDecided.class::isInstance))
                .hasSize(23);
    }

    @Test
    void ofTwentyPostsAndTwentyReleasesOfOneHoldOneWins() throws Exception {
        long wallet = at.wallet(4, 100);
        long hold = at.held(next(), wallet, 10);
        at.commit();

        var outcomes = Crowd.of(40, database.as("parley_bot"), i -> one -> {
            var outcome = switch (i % 4) {
                case 0 -> one.ledger.post(anew(), hold);
                case 1 -> one.ledger.post(anew(), hold, 7);
                default -> one.ledger.release(anew(), hold);
            };
            one.commit();
            return outcome;
        });

        assertThat(outcomes.stream().filter(Booked.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(LedgerRefusal.HoldSettled.class::isInstance))
                .hasSize(39);
        assertThat(at.balance(wallet).reserved()).isZero();
    }

    @Test
    void manyHandsOnFewWalletsLeaveNothingWrongAndNeverDeadlock() throws Exception {
        var wallets = IntStream.range(0, LedgerTraffic.WALLETS)
                .mapToObj(_ -> at.wallet(10, 10))
                .toList();
        at.commit();

        var seen = Crowd.of(24, database.owner(), i -> one -> {
            var traffic = new LedgerTraffic(one, wallets, 7000 + i);
            for (int n = 0; n < 100; n++) {
                traffic.transaction();
            }
            return traffic.seen;
        });

        Map<String, Integer> all = new TreeMap<>();
        seen.forEach(some -> some.forEach((what, times) -> all.merge(what, times, Integer::sum)));
        assertThat(all).containsKeys("Booked", "HoldSettled", "Shortfall", "TicketHeld", "RefundTooLarge");
    }
}
