package dev.parley.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H-08 and H-11: sums, shares, and the one rounding. */
class MoneyTest {
    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({"100, 10, 10", "104, 10, 10", "105, 10, 11", "99999, 10, 10000", "0, 10, 0", "1, 100, 1", "5, 0, 0"})
    void h08APercentageRoundsHalfUp(long minor, int percent, long share) {
        assertThat(usd(minor).percent(percent)).isEqualTo(usd(share));
    }

    @ParameterizedTest
    @CsvSource({"6000, 60, 6000", "6000, 1, 100", "100, 1, 2", "30, 1, 1", "29, 1, 0", "7999, 125, 16665", "50, 0, 0"})
    void h11MinutesCostTheirShareOfAnHourRoundedHalfUp(long perHour, long minutes, long cost) {
        assertThat(usd(perHour).forMinutes(minutes)).isEqualTo(usd(cost));
    }

    @Test
    void sumsAndMultiplesAreExact() {
        assertThat(usd(110).plus(usd(15).negated())).isEqualTo(usd(95));
        assertThat(usd(15).times(3)).isEqualTo(usd(45));
        assertThat(Money.zero(USD)).isEqualTo(usd(0));
    }

    @Test
    void whatDoesNotAddUpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> usd(1).plus(new Money(Currency.getInstance("EUR"), 1)))
                .withMessage("USD and EUR do not add up");
        assertThatIllegalArgumentException().isThrownBy(() -> usd(Money.MINOR_MAX + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> usd(-Money.MINOR_MAX - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> usd(-1).percent(10));
        assertThatIllegalArgumentException().isThrownBy(() -> usd(1).forMinutes(-1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> usd(Money.MINOR_MAX).times(Long.MAX_VALUE));
    }

    @Test
    void anAmountIsWrittenWithItsCurrency() {
        assertThat(usd(1990)).hasToString("19.90 USD");
        assertThat(new Money(Currency.getInstance("JPY"), 500)).hasToString("500 JPY");
    }

    private static Money usd(long minor) {
        return new Money(USD, minor);
    }
}
