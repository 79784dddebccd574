package dev.parley.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.OrderState.ChargedBack;
import dev.parley.core.purchase.OrderState.Paid;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.Purchase.Settlement;
import dev.parley.core.purchase.Purchase.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C-05, C-30, T99: what becomes of an order. */
class PurchaseTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");
    private static final Offer OFFER = new Offer(50, new Money(USD, 150_00));
    private static final Payment PAYMENT = new Payment(How.CHECKOUT, "pi_1");
    private static final Order ORDER = new Order(12, new CustomerId("pro-support", 7), OFFER, NOW);
    private static final Purchase OPEN =
            Purchase.placed(ORDER, new Purchase.Terms("k", How.CHECKOUT, NOW.plus(Duration.ofDays(1)), 0, 0));

    @Test
    void c05MoneyForTheWholePriceBringsTheLot() {
        assertThat(OPEN.settle(PAYMENT, OFFER.price(), NOW)).isEqualTo(new Settlement.Settled(paid(), ORDER.paid(NOW)));
        assertThat(paid().status(NOW)).isEqualTo(Status.PAID);
    }

    @ParameterizedTest
    @CsvSource({"14999, USD", "15001, USD", "15000, EUR", "0, USD"})
    void anotherAmountOrCurrencyBringsNothing(long minor, String currency) {
        assertThat(OPEN.settle(PAYMENT, new Money(Currency.getInstance(currency), minor), NOW))
                .isInstanceOfSatisfying(
                        Settlement.Odd.class, odd -> assertThat(odd.why()).endsWith("its price is 150.00 USD"));
    }

    @Test
    void theSamePaymentAgainIsKnownAndAnotherOneIsOdd() {
        Payment other = new Payment(How.CHECKOUT, "pi_2");
        Purchase back = allowed(paid().chargeBack(NOW));
        assertThat(paid().settle(PAYMENT, OFFER.price(), NOW)).isEqualTo(new Settlement.Known());
        assertThat(back.settle(PAYMENT, OFFER.price(), NOW)).isEqualTo(new Settlement.Known());
        assertThat(paid().settle(other, OFFER.price(), NOW)).isInstanceOf(Settlement.Odd.class);
        assertThat(back.settle(other, OFFER.price(), NOW)).isInstanceOf(Settlement.Odd.class);
        assertThat(cancelled().settle(PAYMENT, OFFER.price(), NOW)).isInstanceOf(Settlement.Odd.class);
    }

    @Test
    void anOpenOrderExpiresAndCanStillBePaid() {
        Instant end = OPEN.terms().payBy();
        assertThat(OPEN.status(end.minusNanos(1))).isEqualTo(Status.OPEN);
        assertThat(OPEN.status(end)).isEqualTo(Status.EXPIRED);
        assertThat(OPEN.settle(PAYMENT, OFFER.price(), end)).isInstanceOf(Settlement.Settled.class);
    }

    @Test
    void onlyWhatIsNotPaidIsCancelled() {
        assertThat(cancelled().status(NOW)).isEqualTo(Status.CANCELLED);
        assertThat(cancelled().cancel(NOW.plusSeconds(9))).isEqualTo(new Allowed<>(cancelled()));
        assertThat(paid().cancel(NOW)).isInstanceOf(Refused.class);
        assertThat(allowed(paid().chargeBack(NOW)).cancel(NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void c30CreditsAreTakenBackUntilNoneIsLeft() {
        Purchase part = allowed(paid().refund(20));
        assertThat(part.status(NOW)).isEqualTo(Status.PAID);
        assertThat(part.refund(31)).isEqualTo(new Refused<Purchase>("31 credits of order 12", "1 to 30"));
        assertThat(part.refund(0)).isInstanceOf(Refused.class);
        assertThat(part.refund(-1)).isInstanceOf(Refused.class);
        assertThat(allowed(part.refund(30)).status(NOW)).isEqualTo(Status.REFUNDED);
        assertThat(allowed(part.refund(30)).refund(1)).isInstanceOf(Refused.class);
        assertThat(OPEN.refund(1)).isInstanceOf(Refused.class);
        assertThat(allowed(paid().chargeBack(NOW)).refund(1)).isInstanceOf(Refused.class);
    }

    @Test
    void t99OnlyWhatWasPaidIsChargedBackAndOnce() {
        Purchase back = allowed(paid().chargeBack(NOW));
        assertThat(back.state()).isEqualTo(new ChargedBack(new Paid(PAYMENT, NOW, 0), NOW));
        assertThat(back.status(NOW)).isEqualTo(Status.CHARGED_BACK);
        assertThat(back.chargeBack(NOW.plusSeconds(9))).isEqualTo(new Allowed<>(back));
        assertThat(OPEN.chargeBack(NOW)).isInstanceOf(Refused.class);
        assertThat(cancelled().chargeBack(NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void aPaymentPageIsKeptWithTheOrder() {
        Checkout page = new Checkout(1, "cs_1", "https://pay.example/cs_1", NOW);
        assertThat(OPEN.with(page)).isEqualTo(new Purchase(ORDER, OPEN.terms(), OPEN.state(), page));
    }

    @Test
    void whatMakesNoSenseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Payment(How.INVOICE, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payment(How.INVOICE, "x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkout(0, "cs", "url", NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> new Paid(PAYMENT, NOW, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> terms(" ", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> terms("x".repeat(201), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> terms("k", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> terms("k", 0, -1));
    }

    private static Purchase.Terms terms(String key, long ticket, int automatic) {
        return new Purchase.Terms(key, How.INVOICE, NOW, ticket, automatic);
    }

    private static Purchase paid() {
        return ((Settlement.Settled) OPEN.settle(PAYMENT, OFFER.price(), NOW)).paid();
    }

    private static Purchase cancelled() {
        return allowed(OPEN.cancel(NOW));
    }

    private static Purchase allowed(Ruling<Purchase> ruling) {
        return ((Allowed<Purchase>) ruling).value();
    }
}
