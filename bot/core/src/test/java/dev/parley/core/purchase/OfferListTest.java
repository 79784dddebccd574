package dev.parley.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C-01 to C-03, C-06 and C-30: packages, orders, and the lots they become. */
class OfferListTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final CustomerId CUSTOMER = new CustomerId("pro-support", 7);
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");
    private static final OfferList LIST = new OfferList(List.of(
            offer(25, 100_00),
            offer(50, 150_00),
            offer(100, 200_00),
            offer(200, 275_00),
            offer(300, 350_00),
            offer(400, 425_00),
            offer(500, 500_00)));

    @ParameterizedTest
    @ValueSource(longs = {25, 50, 100, 200, 300, 400, 500})
    void c01EachOfTheSevenPackagesCanBeBought(long units) {
        assertThat(LIST.sized(units))
                .isInstanceOfSatisfying(
                        Allowed.class,
                        allowed -> assertThat(allowed.value())
                                .isInstanceOfSatisfying(
                                        Offer.class,
                                        offer -> assertThat(offer.units()).isEqualTo(units)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -25, 1, 24, 26, 75, 499, 501, 1_000})
    void c01NoOtherSizeCanBeBought(long units) {
        assertThat(LIST.sized(units))
                .isEqualTo(new Refused<Offer>(
                        "there is no package of " + units, "one of 25, 50, 100, 200, 300, 400, 500"));
    }

    @ParameterizedTest
    @CsvSource({"25, 4.0000", "50, 3.0000", "100, 2.0000", "200, 1.3750", "300, 1.1667", "400, 1.0625", "500, 1.0000"})
    void c02EachPackageHasItsOwnPriceForACredit(long units, String perUnit) {
        assertThat(LIST.covering(units).perUnit()).isEqualTo(perUnit);
    }

    @ParameterizedTest
    @CsvSource({"1, 25", "25, 25", "26, 50", "150, 200", "500, 500", "501, 500"})
    void whatIsMissingIsCoveredByTheSmallestPackageThatCan(long missing, long units) {
        assertThat(LIST.covering(missing).units()).isEqualTo(units);
    }

    @Test
    void c06AnOrderPaidTwiceIsTheSameLotAndHasNoEnd() {
        var order = new Order(12, CUSTOMER, offer(200, 275_00), NOW);
        assertThat(order.paid(NOW)).isEqualTo(new Lot("order:12", CUSTOMER, 200, new Money(USD, 275_00), NOW));
        assertThat(order.paid(NOW.plusSeconds(9)).key())
                .isEqualTo(order.paid(NOW).key());
        assertThat(Lot.class.getRecordComponents()).extracting(c -> c.getName()).doesNotContain("expiresAt");
    }

    @Test
    void c30UnusedCreditsAreWorthTheirShareOfTheLotsCost() {
        var lot = new Order(12, CUSTOMER, offer(300, 350_00), NOW).paid(NOW);
        assertThat(lot.worth(0, 300)).isEqualTo(new Money(USD, 350_00));
        assertThat(lot.worth(0, 1)).isEqualTo(new Money(USD, 117));
        assertThat(lot.worth(1, 1)).isEqualTo(new Money(USD, 116));
        assertThatIllegalArgumentException().isThrownBy(() -> lot.worth(0, 301));
        assertThatIllegalArgumentException().isThrownBy(() -> lot.worth(300, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> lot.worth(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> lot.worth(0, 0));
    }

    @Test
    void c30HoweverCreditsAreGivenBackAllTogetherAreWorthTheCost() {
        var random = new Random(30);
        for (var i = 0; i < 2_000; i++) {
            var lot =
                    new Order(i, CUSTOMER, offer(1 + random.nextLong(500), 1 + random.nextLong(500_00)), NOW).paid(NOW);
            var sum = Money.zero(USD);
            for (var before = 0L; before < lot.units(); ) {
                var back = 1 + random.nextLong(lot.units() - before);
                var worth = lot.worth(before, back);
                assertThat(worth.minor()).isNotNegative();
                sum = sum.plus(worth);
                before += back;
            }
            assertThat(sum).isEqualTo(lot.cost());
        }
    }

    @Test
    void aListThatMakesNoSenseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OfferList(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> offers(51));
        assertThat(offers(50).offers()).hasSize(50);
        var falling = new ArrayList<>(LIST.offers());
        Collections.reverse(falling);
        assertThatIllegalArgumentException().isThrownBy(() -> new OfferList(falling));
        var twice = List.of(offer(25, 1), offer(25, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new OfferList(twice));
        var mixed = List.of(offer(25, 1), new Offer(50, new Money(Currency.getInstance("EUR"), 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new OfferList(mixed));
        assertThatIllegalArgumentException().isThrownBy(() -> offer(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> offer(1_000_001, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> offer(1, 0));
    }

    private static OfferList offers(int count) {
        var offers = new ArrayList<Offer>();
        for (var units = 1; units <= count; units++) {
            offers.add(offer(units, 100));
        }
        return new OfferList(offers);
    }

    private static Offer offer(long units, long minor) {
        return new Offer(units, new Money(USD, minor));
    }
}
