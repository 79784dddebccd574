package dev.parley.core.hours;

import static dev.parley.core.hours.Contracts.APRIL;
import static dev.parley.core.hours.Contracts.FREELY;
import static dev.parley.core.hours.Contracts.MANAGER;
import static dev.parley.core.hours.Contracts.MARCH;
import static dev.parley.core.hours.Contracts.RATE;
import static dev.parley.core.hours.Contracts.allowed;
import static dev.parley.core.hours.Contracts.consent;
import static dev.parley.core.hours.Contracts.terms;
import static dev.parley.core.hours.Contracts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.hours.Invoice.Kind;
import dev.parley.core.hours.Invoice.Line;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-05, H-07, H-08, H-10 and H-11: what a cycle costs. */
class InvoiceTest {
    @Test
    void h10OverageIsALineOfItsOwn() {
        var invoice = Invoice.of(Contracts.of(terms(600), 12), MARCH, 50);
        assertThat(invoice.lines())
                .containsExactly(new Line(Kind.PACKAGE, 600, usd(1_000_00)), new Line(Kind.OVERAGE, 60, usd(120_00)));
        assertThat(invoice.total()).isEqualTo(usd(1_120_00));
    }

    @Test
    void withoutOverageThePackageIsAllThereIs() {
        assertThat(Invoice.of(Contracts.of(terms(600), 12), MARCH, 0).lines())
                .containsExactly(new Line(Kind.PACKAGE, 600, usd(1_000_00)));
    }

    @Test
    void h07AYearCostsTenPercentLess() {
        assertThat(Invoice.of(yearly(1_000_00), MARCH, 0).lines())
                .containsExactly(new Line(Kind.PACKAGE, 600, usd(1_000_00)), new Line(Kind.DISCOUNT, 0, usd(-100_00)));
    }

    @ParameterizedTest
    @CsvSource({"100, 90", "104, 94", "105, 94", "109, 98", "5, 4", "4, 4", "0, 0"})
    void h08TheDiscountIsRoundedHalfUpOnceOnThePackageLine(long fee, long total) {
        assertThat(Invoice.of(yearly(fee), MARCH, 0).total()).isEqualTo(usd(total));
    }

    @Test
    void h08TheDiscountIsNotOnOverage() {
        var with = Invoice.of(yearly(1_000_00), MARCH, 60);
        assertThat(with.lines()).contains(new Line(Kind.OVERAGE, 60, usd(120_00)));
        assertThat(with.total()).isEqualTo(usd(1_020_00));
    }

    @Test
    void h11MinutesAreRoundedOnceForTheCycleAndNotForEachEntry() {
        assertThat(RATE.billed(1)).isEqualTo(15);
        assertThat(RATE.billed(15)).isEqualTo(15);
        assertThat(RATE.billed(16)).isEqualTo(30);
        // Three entries of 5 minutes are one step, not three.
        assertThat(RATE.cost(5 + 5 + 5)).isEqualTo(usd(30_00));
        assertThat(new HourlyRate(usd(100), 1).cost(1)).isEqualTo(usd(2));
        assertThat(new HourlyRate(usd(100), 1).cost(2)).isEqualTo(usd(3));
    }

    @Test
    void h05WorkOnDemandIsBilledByItselfWithoutDiscount() {
        var invoice = new Invoice(MARCH, List.of(Invoice.demand(RATE, 100)));
        assertThat(invoice.lines()).containsExactly(new Line(Kind.ON_DEMAND, 105, usd(210_00)));
    }

    @Test
    void p15EachCycleIsBilledByItsOwnVersion() {
        var dearer = new HourTerms(
                900,
                usd(1_400_00),
                Set.of(WorkKind.TRAINING),
                new Overage(new HourlyRate(usd(200_00), 1), null, false));
        var contract = Contracts.active(allowed(
                Contracts.of(terms(600), 12).contract().amend(Instant.parse("2026-03-20T10:00:00Z"), APRIL, dearer)));
        assertThat(Invoice.of(contract, MARCH, 60).total()).isEqualTo(usd(1_120_00));
        assertThat(Invoice.of(contract, APRIL, 60).total()).isEqualTo(usd(1_600_00));
    }

    @Test
    void h08AnInvoiceIsNeverMoreThanHalfACentForEachLineFromTheExactAmount() {
        var random = new Random(8);
        for (var i = 0; i < 20_000; i++) {
            var fee = random.nextLong(1_000_000);
            var rate = random.nextLong(100_000);
            var over = random.nextLong(5_000);
            var overage = new Overage(new HourlyRate(usd(rate), 1), null, false);
            var contract = discounted(new HourTerms(600, usd(fee), Set.of(), overage));
            var exact = fee * 0.9 + rate * over / 60.0;
            assertThat(Math.abs(Invoice.of(contract, MARCH, over).total().minor() - exact))
                    .isLessThanOrEqualTo(1.0);
        }
    }

    @Test
    void h05WorkOnDemandIsALineOfTheCyclesInvoiceAndWhatIsGivenBackTakesOff() {
        var invoice = Invoice.of(yearly(1_000_00), MARCH, 0).with(List.of(Invoice.demand(RATE, 100)));
        assertThat(invoice.lines()).hasSize(3).endsWith(new Line(Kind.ON_DEMAND, 105, usd(210_00)));
        assertThat(invoice.total()).isEqualTo(usd(1_110_00));
        assertThat(Invoice.demand(RATE, -15)).isEqualTo(new Line(Kind.ON_DEMAND, 15, usd(-30_00)));
    }

    @Test
    void h14AnAdjustmentSettlesWhatTheEarlierInvoiceWouldHaveBeen() {
        var contract = Contracts.of(terms(600), 12);
        var march = Invoice.of(contract, MARCH, 50);
        var other = Invoice.of(contract, APRIL, 10);
        assertThat(Invoice.adjustment(contract, MARCH, 50, List.of(march))).isEmpty();
        assertThat(Invoice.adjustment(contract, MARCH, 60, List.of(march)))
                .as("the same step")
                .isEmpty();
        var less =
                Invoice.adjustment(contract, MARCH, 20, List.of(march, other)).orElseThrow();
        assertThat(less).isEqualTo(new Line(Kind.ADJUSTMENT, 0, usd(-60_00), MARCH));
        var april = Invoice.of(contract, APRIL, 0).with(List.of(less));
        assertThat(Invoice.adjustment(contract, MARCH, 20, List.of(march, april)))
                .isEmpty();
        assertThat(Invoice.adjustment(contract, MARCH, 0, List.of(march, april)))
                .contains(new Line(Kind.ADJUSTMENT, 0, usd(-60_00), MARCH));
    }

    @Test
    void h14OnlyAnAdjustmentIsOfAnotherCycle() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Line(Kind.ADJUSTMENT, 0, usd(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Line(Kind.PACKAGE, 0, usd(1), MARCH));
    }

    @Test
    void anInvoiceWithoutLinesCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Invoice(MARCH, List.of()));
    }

    private static HoursContract yearly(long fee) {
        return discounted(new HourTerms(600, usd(fee), Set.of(), FREELY));
    }

    private static HoursContract discounted(HourTerms terms) {
        return allowed(
                Contracts.of(terms, 12).discounted(new Discount(12, 10), consent(MANAGER, "2026-03-01T10:00:00Z")));
    }
}
