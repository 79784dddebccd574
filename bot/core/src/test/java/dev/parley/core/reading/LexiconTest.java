package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    @ParameterizedTest
    @ValueSource(strings = {"a | ", "( a", "a )", "[a)", "| a", "a | | b", "", "()"})
    void aLineThatIsNotWellFormedIsNamed(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notation.parse(line, Map.of()))
                .withMessage("Brackets or bars do not fit in the line: " + line);
    }

    @Test
    void aPartThatIsNotDefinedIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.parse("== yes\n$nobody said yes"))
                .withMessage("No part $nobody is defined above the line: $nobody said yes");
    }

    @Test
    void aPhraseAboveTheFirstHeadingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.parse("yes"))
                .withMessage("A phrase stands above the first heading: yes");
    }

    @Test
    void aPhraseThatCanBeEmptyIsNamedBecauseItWouldExplainNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lexicon.parse("== courtesy\n[for] [us]"))
                .withMessage("A phrase can be empty: [for] [us]");
    }

    @Test
    void remarksAndBlankLinesMeanNothing() {
        assertThat(Lexicon.parse("// a remark\n\n== yes\n  yes | aye\n").words())
                .containsExactlyInAnyOrder("yes", "aye");
    }

    @Test
    void noSingleWordThatChangesAMeaningIsExplainedByAYes() {
        ReplyReader reader = new ReplyReader();
        Lexicon all = Lexicon.parse(English.PHRASES, German.PHRASES);
        List<String> harmful = List.of(
                "for to from with on at by of in if but not no never without until after before once only later soon"
                        .split(" "));
        assertThat(all.words()).contains("if", "wenn", "not", "nicht");
        for (String word : harmful) {
            assertThat(reader.read("yes " + word).kind()).as(word).isNotEqualTo(ReplyKind.YES);
        }
    }
}
