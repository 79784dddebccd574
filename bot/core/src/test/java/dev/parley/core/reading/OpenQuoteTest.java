package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenQuoteTest {
    private final ReplyReader reader = new ReplyReader();

    @ParameterizedTest
    @CsvSource({
        "Q-1042-2, Q-1042-2, YES",
        "Q-1042-2, q1042-2, YES",
        "Q-1042-2, Q-1042, YES",
        "Q-1042-2, Q-1042-1, AMBIGUOUS",
        "Q-1042-2, Q-1042-22, AMBIGUOUS",
        "Q-1042-2, Q-104, AMBIGUOUS",
        "Q-1042-2, Q-1042-2-1, AMBIGUOUS",
        "Q-1042, Q-1042, YES",
        "Q-1042, Q-1042-1, AMBIGUOUS",
        "Q-1042, Q-1043, AMBIGUOUS",
        ", Q-1042, AMBIGUOUS",
        "Q-1042-2, version 2, YES",
        "Q-1042-2, version 1, AMBIGUOUS",
        "Q-1042-2, version 02, AMBIGUOUS",
        "Q-1042, version 1, AMBIGUOUS",
        ", version 1, AMBIGUOUS",
    })
    void onlyTheNumberOfTheOpenQuoteIsAYes(String open, String named, ReplyKind expected) {
        OpenQuote quote = new OpenQuote(open, 10L);
        assertThat(reader.read("APPROVE " + named, quote).kind()).isEqualTo(expected);
        assertThat(reader.read("Yes, " + named, quote).kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, YES", "1200, '1,200', YES", "1200, 1.200, YES", "1200, 1200, YES"})
    void theAmountOfTheOpenQuoteMayBeNamed(long amount, String named, ReplyKind expected) {
        assertThat(reader.read("yes, " + named + " credits", new OpenQuote(null, amount))
                        .kind())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10.5",
        "'10,5'",
        "1.20",
        "010.000",
        "10-15",
        "-10",
        "10%",
        "10/2",
        "+10",
        "10:30",
        "1e1",
        "9999999999999999"
    })
    void aFigureThatIsNoPlainAmountIsNoYes(String named) {
        assertThat(reader.read("yes, " + named + " credits", new OpenQuote(null, 10L))
                        .kind())
                .isNotEqualTo(ReplyKind.YES);
    }

    @Test
    void anAmountNobodyKnowsIsNeitherAYesNorACounterOffer() {
        Reading reading = reader.read("yes for 10 credits");
        assertThat(reading.kind()).isEqualTo(ReplyKind.AMBIGUOUS);
        assertThat(reading.rule()).isEqualTo("amount-not-known");
        assertThat(reader.read("can you do it for 10?").amount()).isEqualTo(10L);
    }

    @Test
    void theNameOfSomebodyWhoTakesPartMayStandAlone() {
        String text = "yes please\nanna\n";
        assertThat(reader.read(text).kind()).isEqualTo(ReplyKind.AMBIGUOUS);
        OpenQuote quote = new OpenQuote(null, null, Set.of("Anna", "Müller"));
        assertThat(reader.read(text, quote).kind()).isEqualTo(ReplyKind.YES);
        assertThat(reader.read("Yes please\n- Anna Mueller", quote).kind()).isEqualTo(ReplyKind.YES);
        assertThat(reader.read("yes please anna", quote).kind()).isEqualTo(ReplyKind.AMBIGUOUS);
        assertThat(reader.read("yes please\nanna says", quote).kind()).isEqualTo(ReplyKind.AMBIGUOUS);
    }

    @Test
    void aNameThatIsAlsoAWordOfDoubtExplainsNothingByItself() {
        OpenQuote quote = new OpenQuote(null, null, Set.of("Zoltan", "Nein"));
        assertThat(reader.read("ja\nNein", quote).kind()).isNotEqualTo(ReplyKind.YES);
        assertThat(reader.read("ja\nViele Grüße\nZoltan Nein", quote).kind()).isEqualTo(ReplyKind.YES);
    }
}
