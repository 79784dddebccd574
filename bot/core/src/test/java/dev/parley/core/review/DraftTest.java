package dev.parley.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import org.junit.jupiter.api.Test;

/** What can be said in a review. */
class DraftTest {
    private static final String TEXT = "Quick and clear.";

    @Test
    void blanksAroundAndKindsOfLineEndsAreNoPartOfIt() {
        assertThat(Draft.of(5, " Alice ", "\r\nQuick\r\nand\rclear. \t with\ttabs \n"))
                .isEqualTo(new Allowed<>(new Draft(5, "Alice", "Quick\nand\nclear. \t with\ttabs")));
    }

    @Test
    void starsAreFromOneToFive() {
        assertThat(Draft.of(0, "Alice", TEXT)).isEqualTo(new Refused<>("0 stars", "1 to 5"));
        assertThat(Draft.of(1, "Alice", TEXT)).isInstanceOf(Allowed.class);
        assertThat(Draft.of(5, "Alice", TEXT)).isInstanceOf(Allowed.class);
        assertThat(Draft.of(6, "Alice", TEXT)).isEqualTo(new Refused<>("6 stars", "1 to 5"));
    }

    @Test
    void aNameHasOneToEightyCharactersAndIsNoMailAddress() {
        assertThat(Draft.of(5, " ", TEXT)).isEqualTo(new Refused<>("a name of 0 characters", "1 to 80"));
        assertThat(Draft.of(5, "x".repeat(80), TEXT)).isInstanceOf(Allowed.class);
        assertThat(Draft.of(5, "x".repeat(81), TEXT)).isEqualTo(new Refused<>("a name of 81 characters", "1 to 80"));
        assertThat(Draft.of(5, "alice@customer.example", TEXT)).isInstanceOf(Refused.class);
    }

    @Test
    void aTextHasOneToFiveThousandCharactersOnAHundredLines() {
        assertThat(Draft.of(5, "Alice", "\n")).isEqualTo(new Refused<>("a text of 0 characters", "1 to 5000"));
        assertThat(Draft.of(5, "Alice", "x".repeat(5_000))).isInstanceOf(Allowed.class);
        assertThat(Draft.of(5, "Alice", "x".repeat(5_001)))
                .isEqualTo(new Refused<>("a text of 5001 characters", "1 to 5000"));
        assertThat(Draft.of(5, "Alice", "x\n".repeat(100))).isInstanceOf(Allowed.class);
        assertThat(Draft.of(5, "Alice", "x\n".repeat(101)))
                .isEqualTo(new Refused<>("a text of 101 lines", "at most 100"));
    }

    @Test
    void whatNobodySeesIsRefused() {
        assertThat(Draft.of(5, "Al\0ice", TEXT)).isInstanceOf(Refused.class);
        assertThat(Draft.of(5, "Al\nice", TEXT)).isInstanceOf(Refused.class);
        assertThat(Draft.of(5, "Alice", "Qui\u001bck")).isInstanceOf(Refused.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new Draft(5, "Alice", "a\0b"));
    }
}
