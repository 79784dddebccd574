package dev.parley.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.ledger.Funds;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.TopUp.Automatic;
import dev.parley.core.purchase.TopUp.Automatic.State;
import dev.parley.core.purchase.TopUp.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The low-balance notice and the standing order, whose burst guard nothing gets around. */
class TopUpTest {
    private static final Offer OFFER = new Offer(50, new Money(Currency.getInstance("USD"), 150_00));
    private static final Duration DAY = Duration.ofDays(1);
    private static final BurstGuard GUARD = new BurstGuard(2, DAY);
    private static final TopUp TOP_UP = new TopUp(20, OFFER, List.of(GUARD));
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"30, 20, false", "30, 19, true", "20, 19, true", "19, 5, false", "10, 40, false", "20, 20, false"})
    void aLowBalanceIsToldWhenItFallsBelowTheThreshold(long before, long after, boolean told) {
        assertThat(new LowBalance(20)
                        .notice(funds(before), funds(after), "order:12")
                        .isPresent())
                .isEqualTo(told);
    }

    @Test
    void aLowBalanceIsToldOnceForEachPurchase() {
        var low = new LowBalance(20);
        assertThat(low.notice(funds(30), funds(10), "order:12")).contains("low-balance:order:12");
        assertThat(low.notice(new Funds(30, 10, false), new Funds(30, 11, false), "order:13"))
                .contains("low-balance:order:13");
        assertThatIllegalArgumentException().isThrownBy(() -> new LowBalance(0));
    }

    @Test
    void belowTheThresholdAPackageIsOrdered() {
        assertThat(TOP_UP.next(funds(19), List.of(), NOW)).isEqualTo(new Step.Buy(OFFER, 1));
        assertThat(TOP_UP.next(funds(20), List.of(), NOW)).isEqualTo(new Step.Nothing());
    }

    @Test
    void whatIsReservedIsNotThereToSpend() {
        assertThat(TOP_UP.next(new Funds(30, 11, false), List.of(), NOW)).isInstanceOf(Step.Buy.class);
    }

    @Test
    void aBlockedWalletOrdersNothing() {
        assertThat(TOP_UP.next(new Funds(0, 0, true), List.of(), NOW)).isEqualTo(new Step.Nothing());
    }

    @Test
    void anOpenOrderIsWaitedFor() {
        assertThat(TOP_UP.next(funds(0), List.of(order(1, "2026-03-01T10:00:00Z", State.OPEN)), NOW))
                .isEqualTo(new Step.Wait(1));
    }

    @Test
    void twoThatDecideOnTheSameFactsOrderUnderTheSameKey() {
        var made = List.of(order(7, "2026-03-19T11:00:00Z", State.PAID), order(6, "2026-03-01T10:00:00Z", State.PAID));
        assertThat(TOP_UP.next(funds(0), made, NOW)).isEqualTo(new Step.Buy(OFFER, 8));
    }

    @Test
    void theBurstGuardCountsFailedOrdersTooAndSaysUntilWhen() {
        var made = List.of(
                order(1, "2026-03-19T10:00:00Z", State.PAID),
                order(2, "2026-03-19T10:00:01Z", State.FAILED),
                order(3, "2026-03-20T09:00:00Z", State.PAID));
        assertThat(TOP_UP.next(funds(0), made, NOW))
                .isEqualTo(new Step.TooMany(2, GUARD, Instant.parse("2026-03-20T10:00:01Z")));
        assertThat(TOP_UP.next(funds(0), made, NOW.plusSeconds(1))).isEqualTo(new Step.Buy(OFFER, 4));
    }

    @Test
    void aGuardMadeStricterWaitsUntilEnoughOrdersHaveLeftTheWindow() {
        var made = List.of(
                order(1, "2026-03-20T07:00:00Z", State.PAID),
                order(2, "2026-03-20T08:00:00Z", State.PAID),
                order(3, "2026-03-20T09:00:00Z", State.PAID));
        assertThat(TOP_UP.next(funds(0), made, NOW))
                .isEqualTo(new Step.TooMany(3, GUARD, Instant.parse("2026-03-21T08:00:00Z")));
    }

    @Test
    void whateverIsSpentNoWindowEverHoldsMoreOrdersThanAllowed() {
        var random = new Random(6);
        for (var i = 0; i < 300; i++) {
            var day = new BurstGuard(1 + random.nextInt(4), Duration.ofHours(1 + random.nextInt(48)));
            var month = new BurstGuard(2 + random.nextInt(8), Duration.ofDays(1 + random.nextInt(9)));
            var topUp = new TopUp(20, OFFER, List.of(day, month));
            var made = new ArrayList<Automatic>();
            var sequences = new HashSet<Integer>();
            var now = NOW;
            for (var step = 0; step < 200; step++) {
                now = now.plusSeconds(random.nextLong(7_200));
                if (!made.isEmpty() && random.nextInt(3) > 0) {
                    var last = made.removeLast();
                    made.add(new Automatic(
                            last.sequence(), last.at(), random.nextInt(4) > 0 ? State.PAID : State.FAILED));
                }
                if (topUp.next(funds(random.nextLong(40)), made, now) instanceof Step.Buy(var _, var seq)) {
                    assertThat(made).noneMatch(order -> order.state() == State.OPEN);
                    assertThat(sequences.add(seq)).isTrue();
                    made.add(new Automatic(seq, now, State.OPEN));
                }
            }
            for (var guard : topUp.guards()) {
                assertThat(most(made, guard)).isLessThanOrEqualTo(guard.ordersMax());
            }
        }
    }

    private static long most(List<Automatic> made, BurstGuard guard) {
        return made.stream()
                .mapToLong(order -> made.stream()
                        .filter(o -> !o.at().isBefore(order.at())
                                && o.at().isBefore(order.at().plus(guard.window())))
                        .count())
                .max()
                .orElse(0);
    }

    @Test
    void ofTwoGuardsTheOneThatWaitsLongerIsTold() {
        var week = new BurstGuard(3, Duration.ofDays(7));
        var made = List.of(
                order(1, "2026-03-18T10:00:00Z", State.PAID),
                order(2, "2026-03-20T08:00:00Z", State.PAID),
                order(3, "2026-03-20T09:00:00Z", State.PAID));
        assertThat(new TopUp(20, OFFER, List.of(GUARD, week)).next(funds(0), made, NOW))
                .isEqualTo(new Step.TooMany(3, week, Instant.parse("2026-03-25T10:00:00Z")));
    }

    @Test
    void aStandingOrderThatMakesNoSenseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopUp(0, OFFER, List.of(GUARD)));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopUp(20, OFFER, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstGuard(101, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstGuard(0, DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new BurstGuard(1, Duration.ZERO));
    }

    private static Funds funds(long available) {
        return new Funds(available, 0, false);
    }

    private static Automatic order(int sequence, String at, State state) {
        return new Automatic(sequence, Instant.parse(at), state);
    }
}
