package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.by;
import static dev.parley.storage.ledger.TryLedger.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.ledger.LedgerOutcome.Booked;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories from a seed: every answer, every lot and every balance as the oracle says, and no invariant broken
 * after any step. Steps are repeated with their keys at random later times, and some are rolled back and done again.
 */
class LedgerModelTest {
    private static final int STEPS = 200;
    private static final int TICKETS = 5;
    private static final Instant NEVER = Instant.MAX;
    private static final Map<String, Integer> SEEN = new TreeMap<>();

    private final LedgerOracle oracle = new LedgerOracle();
    private final List<Done> done = new ArrayList<>();
    private Random random = new Random(0);
    private Instant now = NOW;
    private @Nullable TryLedger opened;

    /** A call that was booked and may be repeated with the same key. */
    private record Done(Supplier<LedgerOutcome> call, LedgerOutcome outcome) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void theLedgerAnswersAsTheOracleAfterEveryStep(long seed) throws SQLException {
        random = new Random(seed);
        try (var ledger = TryLedger.on(PostgresFixture.freshDatabase().owner())) {
            opened = ledger;
            var wallets = List.of(
                    at().ledger.openWallet(DESK, new LedgerSql.Wallet(1, "CREDIT", null), NOW),
                    at().ledger.openWallet(DESK, new LedgerSql.Wallet(2, "CREDIT", null), NOW),
                    at().ledger.openWallet(DESK, new LedgerSql.Wallet(3, "MINUTE", null), NOW));
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(30)));
                step(wallets.get(random.nextInt(3)));
                repeatSomething();
                at().commit();
                compare(wallets, "seed " + seed + " step " + step);
            }
        }
    }

    @AfterAll
    static void theHistoriesWereWorthSomething() {
        assertThat(SEEN)
                .containsKeys("Booked", "Shortfall", "QuoteNotOpen", "HoldSettled", "RefundTooLarge", "TicketHeld")
                .containsKeys("QuoteDecided", "QuoteExpired", "WalletBlocked", "AlreadyChargedBack", "LotExpired");
    }

    private void step(long wallet) throws SQLException {
        long ticket = wallet * 1000 + random.nextInt(TICKETS);
        switch (random.nextInt(12)) {
            case 0 -> grant(wallet);
            case 1, 2 -> offer(ticket, wallet);
            case 3, 4 -> decide();
            case 5, 6 -> hold();
            case 7 -> settle(true);
            case 8 -> settle(random.nextBoolean());
            case 9 -> refund();
            case 10 -> close();
            default -> rareThings(wallet);
        }
    }

    private void grant(long wallet) {
        boolean lasting = wallet < 3;
        var from = lasting ? Instant.MIN : now.plus(Duration.ofMinutes(random.nextInt(60)));
        var until = lasting ? NEVER : from.plus(Duration.ofHours(1 + random.nextInt(30)));
        var lot = new Lot(wallet, amount(60), key(), lasting ? null : from, lasting ? null : until, null);
        var by = by(key(), now);
        book(() -> at().ledger.grant(by, lot), LedgerOracle.BOOKED);
        oracle.grant(lot, from, until);
    }

    private void offer(long ticket, long wallet) {
        var expiresAt = now.plus(Duration.ofHours(1 + random.nextInt(20)));
        var offer = new Offer(ticket, wallet, amount(40), 2, "k", "", random.nextInt(3) == 0, expiresAt);
        var by = by(key(), now);
        oracle.offer(book(() -> at().ledger.offerQuote(by, offer), LedgerOracle.BOOKED), offer);
    }

    private void decide() {
        Long quote = any(oracle.quotes.keySet());
        if (quote != null) {
            var received = now.minus(Duration.ofMinutes(random.nextInt(600)));
            var decision = decision(quote, random.nextInt(5) > 0, key(), received);
            var when = now;
            book(() -> at().ledger.decide(DESK, decision, when), oracle.decide(decision));
        }
    }

    private void close() throws SQLException {
        Long quote = any(oracle.quotes.keySet());
        if (quote != null) {
            boolean expire = random.nextInt(3) > 0;
            var actual = expire
                    ? at().ledger.expireQuote(DESK, quote, now)
                    : at().ledger.withdrawQuote(DESK, quote, now);
            check(actual, oracle.close(quote, expire ? "EXPIRED" : "WITHDRAWN", now));
        }
    }

    private void hold() {
        Long quote = any(oracle.quotes.keySet());
        if (quote != null) {
            var expected = oracle.hold(quote, now);
            var by = by(key(), now);
            long id = book(() -> at().ledger.hold(by, quote), expected);
            if (expected instanceof Booked) {
                oracle.held(id, quote, now);
            }
        }
    }

    private void settle(boolean post) {
        Long hold = any(oracle.holds.keySet());
        if (hold != null) {
            var the = oracle.holds.get(hold);
            long amount = !post || the == null ? 0 : 1 + random.nextLong(the.amount());
            var by = by(key(), now);
            book(
                    () -> amount > 0
                            ? at().ledger.post(by, hold, amount)
                            : at().ledger.release(by, hold),
                    oracle.settle(hold, amount));
        }
    }

    private void refund() {
        Long ticket = any(oracle.tickets());
        if (ticket != null) {
            long amount = amount(15);
            var by = by(key(), now);
            book(() -> at().ledger.refund(by, ticket, amount), oracle.refund(ticket, amount, now));
        }
    }

    private void rareThings(long wallet) throws SQLException {
        var lot = any(oracle.lotsOf(wallet));
        if (lot != null && random.nextInt(3) == 0) {
            var by = by(key(), now);
            book(() -> at().ledger.chargeBack(by, lot.source), oracle.chargeBack(wallet, lot.source));
        } else if (random.nextBoolean()) {
            at().ledger.block(by(key(), now), wallet, false);
            oracle.unblock(wallet);
        } else {
            assertThat(at().ledger.expireDue(DESK, now, 1000)).isEqualTo(oracle.expireDue(now));
        }
    }

    /** Does it, sometimes after doing it and losing it, and remembers it for repetition. */
    private long book(Supplier<LedgerOutcome> call, LedgerOutcome expected) {
        if (random.nextInt(10) == 0) {
            check(call.get(), expected);
            try {
                at().rollback();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        var actual = call.get();
        check(actual, expected);
        if (actual instanceof Booked(long id)) {
            done.add(new Done(call, actual));
            return id;
        }
        return 0;
    }

    private void check(LedgerOutcome actual, LedgerOutcome expected) {
        SEEN.merge(actual.getClass().getSimpleName(), 1, Integer::sum);
        if (expected instanceof Booked) {
            assertThat(actual).isInstanceOf(Booked.class);
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private void repeatSomething() {
        for (int i = random.nextInt(3); i > 0 && !done.isEmpty(); i--) {
            var again = done.get(random.nextInt(done.size()));
            assertThat(again.call().get()).isEqualTo(again.outcome());
        }
    }

    private void compare(List<Long> wallets, String where) {
        assertThat(at().ledger.violations()).as(where).isEmpty();
        for (long wallet : wallets) {
            assertThat(at().lots(wallet))
                    .as("lots of wallet %d, %s", wallet, where)
                    .isEqualTo(oracle.lotsOf(wallet).stream()
                            .map(lot -> lot.available)
                            .toList());
            var expected = oracle.balance(wallet, now);
            assertThat(at().ledger.balance(DESK, wallet, now)).as(where).isEqualTo(expected);
            assertThat(at().ledger.balanceAsOf(DESK, wallet, now)).as(where).isEqualTo(expected);
        }
        for (long ticket : oracle.tickets()) {
            assertThat(at().ledger.netCharge(DESK, ticket)).as(where).isEqualTo(oracle.netCharge(ticket));
        }
    }

    private TryLedger at() {
        if (opened == null) {
            throw new IllegalStateException("no ledger is open");
        }
        return opened;
    }

    /** One of the newest, most of the time: old ones are settled and only say so. */
    private <T> @Nullable T any(Collection<T> things) {
        var all = new ArrayList<>(things);
        int newest = random.nextInt(5) == 0 ? all.size() : Math.min(all.size(), 8);
        return all.isEmpty() ? null : all.get(all.size() - 1 - random.nextInt(newest));
    }

    private long amount(int max) {
        return 1L + random.nextInt(max);
    }

    private static String key() {
        return "key-" + TryLedger.next();
    }
}
