package dev.parley.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"quote", "buy", "points", "plan", "reviews"})
    void theSecretOfAPageIsNotShown(String page) {
        String address = "https://desk.example/" + page + "/pro-support/1042-1-7.abc_DEF-9";
        assertThat(OwnPages.masked("Agree here: " + address + "\nor reply (" + address + ")."))
                .isEqualTo("Agree here: https://desk.example/" + page
                        + "/pro-support/…\nor reply (https://desk.example/" + page + "/pro-support/…");
    }

    @Test
    void anyOtherAddressStaysAsItIs() {
        String text =
                "See https://shop.example/quote-guide and https://desk.example/buying/x/y, or http://a.example/plan.";
        assertThat(OwnPages.masked(text)).isEqualTo(text);
    }

    @Test
    void behindAPathTheyAreFoundToo() {
        assertThat(OwnPages.masked("http://127.0.0.1:8090/support/quote/desk/token"))
                .isEqualTo("http://127.0.0.1:8090/support/quote/desk/…");
    }
}
