package dev.parley.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is written, the reader answers, and soon. */
class AnyTextTest {
    private final ReplyReader reader = new ReplyReader();

    @Test
    void anyUnicodeIsReadWithoutAnException() {
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(anyCharacter(random));
            }
            assertThat(reader.read(text.toString(), Replies.QUOTE).rule()).isNotEmpty();
        }
    }

    @Test
    void piecesOfYesInAnyOrderAreReadWithoutAnException() {
        String[] pieces = {
            "yes", "no", "\n", ",", ".", "10", "Q-1042-2", "Best", "Anna", "?", "J", "if", "thanks", "-", "for"
        };
        Random random = new Random(43);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(100); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(' ');
            }
            assertThat(reader.read(text.toString(), Replies.QUOTE)).isNotNull();
        }
    }

    @Test
    void aTextLongerThanTheLimitIsNeverAYesOrANo() {
        String blanks = " ".repeat(ReplyReader.MAX_LENGTH);
        assertThat(reader.read("yes" + blanks).kind()).isEqualTo(ReplyKind.AMBIGUOUS);
        assertThat(reader.read("no." + blanks).kind()).isEqualTo(ReplyKind.AMBIGUOUS);
        assertThat(reader.read("yes" + blanks.substring(3)).kind()).isEqualTo(ReplyKind.YES);
    }

    @Test
    void anEmptyTextSaysNothing() {
        assertThat(reader.read(" \u200B ")).isEqualTo(new Reading(ReplyKind.OTHER, null, "empty", ""));
    }

    @Test
    void invisibleSignsAndTypographyDoNotHideAYes() {
        assertThat(reader.read("\uFEFFyes\u200B,\u00A0let\u2019s do it\u00AD\r\n")
                        .kind())
                .isEqualTo(ReplyKind.YES);
        assertThat(reader.read("ja, bitte ausfu\u0308hren").kind()).isEqualTo(ReplyKind.YES);
        assertThat(reader.read("you have my go\u2011ahead \u2013 thanks :)").kind())
                .isEqualTo(ReplyKind.YES);
    }

    @Test
    void struckOutReversedAndLookAlikeLettersAreNoYes() {
        assertThat(reader.read("y\u0336e\u0336s\u0336").kind()).isNotEqualTo(ReplyKind.YES);
        assertThat(reader.read("\u202Eyes").kind()).isNotEqualTo(ReplyKind.YES);
        assertThat(reader.read("\u0443es").kind()).isNotEqualTo(ReplyKind.YES);
    }

    private static String anyCharacter(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> String.valueOf((char) random.nextInt(0x10000));
            case 1 -> Character.toString(random.nextInt(0x110000));
            case 2 -> String.valueOf((char) random.nextInt(0x250));
            default -> String.valueOf((char) (' ' + random.nextInt(0x5F)));
        };
    }
}
