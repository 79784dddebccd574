package dev.parley.core.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.StandingOrder.Consent;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An agreement on automatic purchases, and what may become of it. */
class StandingOrderTest {
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Saved CARD = new Saved("cus_1", "pm_1");
    private static final Offer OFFER = new Offer(50, new Money(Currency.getInstance("USD"), 150_00));
    private static final Terms TERMS = new Terms(20, OFFER, 2, 10);
    private static final StandingOrder ASKED =
            new StandingOrder(3, new CustomerId("support", 7), TERMS, consent("I agree."), new State.Asked());

    private static Consent consent(String words) {
        return new Consent(new ContactId("support", 9), "alice@customer.example", words, NOW, 1001);
    }

    private static StandingOrder on() {
        return saved(ASKED);
    }

    private static StandingOrder saved(StandingOrder order) {
        return ((Allowed<StandingOrder>) order.saved(CARD, LATER)).value();
    }

    @Test
    void bothGuardsOfTheTermsAreKept() {
        assertThat(TERMS.topUp())
                .isEqualTo(new TopUp(
                        20,
                        OFFER,
                        List.of(new BurstGuard(2, Duration.ofDays(1)), new BurstGuard(10, Duration.ofDays(30)))));
    }

    @Test
    void aSavedCardSwitchesItOnAndTwiceChangesNothing() {
        assertThat(on().state()).isEqualTo(new State.On(CARD, LATER));
        assertThat(saved(on())).isEqualTo(on());
        StandingOrder paused = on().paused("declined", LATER);
        assertThat(saved(paused)).isEqualTo(paused);
    }

    @Test
    void aCardThatComesAfterItWasSwitchedOffIsRefused() {
        assertThat(ASKED.off("by hand", NOW).saved(CARD, LATER)).isInstanceOf(Refused.class);
    }

    @Test
    void onlyWhatIsOnPauses() {
        assertThat(on().paused("declined", LATER).state()).isEqualTo(new State.Paused(CARD, "declined", LATER));
        assertThat(ASKED.paused("declined", LATER)).isEqualTo(ASKED);
    }

    @Test
    void whatIsOverStaysAsItEnded() {
        StandingOrder off = on().off("by hand", LATER);
        assertThat(off.state()).isEqualTo(new State.Off("by hand", LATER));
        assertThat(off.off("again", LATER)).isEqualTo(off);
    }

    @Test
    void itIsLiveWhileItIsOnOrPauses() {
        assertThat(ASKED.live()).isFalse();
        assertThat(on().live()).isTrue();
        assertThat(on().paused("declined", LATER).live()).isTrue();
        assertThat(on().off("by hand", LATER).live()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void wordsThatAreNoneCannotBeAgreedTo(String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> consent(words));
        assertThatIllegalArgumentException().isThrownBy(() -> consent("x".repeat(2001)));
        assertThat(consent("x".repeat(2000)).words()).hasSize(2000);
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 10", "20, 0, 10", "20, 2, 101"})
    void termsThatGuardNothingCannotBeAgreedTo(long below, int perDay, int perMonth) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Terms(below, OFFER, perDay, perMonth));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "1, 101"})
    void limitsOfADeskThatMakeNoSenseCannotBeMade(int perDay, int perMonth) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AutomaticLimits(perDay, perMonth));
    }

    @Test
    void limitsOfADeskMayBeEqual() {
        assertThat(new AutomaticLimits(100, 100).perDay()).isEqualTo(100);
    }
}
