package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreAgreementTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "I agree in advance.",
                "Hello,\n\nthe logo is gone.\n  We agree  in advance!\n\nBest",
                "Ich stimme im Voraus zu.",
                "Wir stimmen der Einstufung im Voraus zu"
            })
    void c14ALineOfItsOwnAgreesInAdvance(String text) {
        assertThat(PreAgreement.in(text)).contains(new PreAgreement(OptionalLong.empty()));
    }

    @Test
    void c14aTheCapIsTheOneTheCustomerNames() {
        assertThat(PreAgreement.in("I agree in advance, up to 50 credits."))
                .contains(new PreAgreement(OptionalLong.of(50)));
        assertThat(PreAgreement.in("Ich stimme im Voraus zu, höchstens 10 Credits."))
                .contains(new PreAgreement(OptionalLong.of(10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I do not agree in advance.",
                "Should I agree in advance?",
                "I agree in advance?",
                "I agree in advance if it is cheap.",
                "I agree in advance, up to 50 euros.",
                "My colleague wrote: I agree in advance.",
                "I agree in advance up to 1234567 credits",
                "I agree in advance.\nI agree in advance up to 20 credits."
            })
    void talkingAboutItIsNotSayingIt(String text) {
        assertThat(PreAgreement.in(text)).isEmpty();
    }
}
