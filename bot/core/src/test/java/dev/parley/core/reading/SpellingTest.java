package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "aproved, approved, true",
        "approvved, approved, true",
        "appoved, approved, true",
        "approvde, approved, true",
        "approve, approved, false",
        "approver, approve, false",
        "papproved, approved, false",
        "epproved, approved, false",
        "approxed, approved, false",
        "approvxd, approved, false",
        "unapproved, approved, false",
        "approved, approved, false",
        "aprovedd, approved, false",
        "approvedd, approved, true",
    })
    void oneSlipIsALetterDoubledMissedOrSwapped(String written, String meant, boolean slip) {
        assertThat(Spelling.isSlip(written, meant)).isEqualTo(slip);
    }

    @Test
    void aWordIsMendedOnlyWhereNoOtherWordIsAsNear() {
        Spelling spelling = new Spelling(Set.of("expect", "except", "agree", "reject"), Set.of("expect", "agree"));
        assertThat(spelling.mend("expct")).isEqualTo("expect");
        assertThat(spelling.mend("agreee")).isEqualTo("agree");
        assertThat(spelling.mend("reejct")).isEqualTo("reejct");
        assertThat(spelling.mend("except")).isEqualTo("except");
        assertThat(spelling.mend("agre")).isEqualTo("agre");
        assertThat(new Spelling(Set.of("martin", "marvin", "mavrin"), Set.of("marvin")).mend("marivn"))
                .isEqualTo("marvin");
        assertThat(new Spelling(Set.of("abcde", "abecd"), Set.of("abcde")).mend("abced"))
                .isEqualTo("abced");
    }

    @Test
    void aSlipInAYesIsForgivenAndAHiddenNoIsNot() {
        ReplyReader reader = new ReplyReader();
        assertThat(reader.read("yes, aproved").kind()).isEqualTo(ReplyKind.YES);
        assertThat(reader.read("Pleease go ahaed").kind()).isEqualTo(ReplyKind.YES);
        assertThat(reader.read("Eiverstanden, bitte begginnen").kind()).isEqualTo(ReplyKind.YES);
        assertThat(reader.read("ok, approver").kind()).isNotEqualTo(ReplyKind.YES);
        assertThat(reader.read("disapproved").kind()).isNotEqualTo(ReplyKind.YES);
        assertThat(reader.read("yes, nciht").kind()).isNotEqualTo(ReplyKind.YES);
    }
}
