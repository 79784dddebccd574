package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of many programs and languages that introduce a quotation, and the writer's own words that look like them. */
class IntroductionTest {

    /** No program wraps a line before this column. */
    private static final int FIRST_WRAP = 25;

    static List<String> introductions() {
        return Resource.lines("introductions.txt");
    }

    static List<String> ownWords() {
        return Resource.lines("own-words.txt");
    }

    @ParameterizedTest
    @MethodSource("introductions")
    void pitfall23WhatAnIntroductionQuotesIsNotNewHoweverItIsWrapped(String introduction) {
        for (String line : wrapped(introduction.split("\t", 2)[1])) {
            for (String gap : List.of("\n", "\n\n")) {
                assertReply(line + gap + "> Answer YES to accept.\n> Bye\n");
                assertReply(line + gap + "Answer YES to accept.\nBye\n");
            }
        }
    }

    private static void assertReply(String quotation) {
        SplitText split = ReplyText.ofPlain("No thanks.\n\n" + quotation);

        assertThat(split.reply()).as(quotation).isEqualTo("No thanks.");
        assertThat(split.elided()).isEqualTo(quotation.strip());
    }

    private static List<String> wrapped(String line) {
        List<String> forms = new ArrayList<>();
        forms.add(line);
        for (int i = line.indexOf(' ', FIRST_WRAP); i > 0; i = line.indexOf(' ', i + 1)) {
            forms.add(line.substring(0, i) + "\n" + line.substring(i + 1));
        }
        int address = line.indexOf('<');
        if (address > 0) {
            forms.add(line.substring(0, address + 1) + "\n" + line.substring(address + 1));
        }
        return forms;
    }

    @ParameterizedTest
    @MethodSource("introductions")
    void pitfall23AnswersBelowAndBetweenAreNewWhateverTheLanguage(String introduction) {
        SplitText split = ReplyText.ofPlain(introduction.split("\t", 2)[1]
                + "\n> Which version?\n4.3.1\n\n> Do you accept?\n> Bye\n\nNo, too dear.\n");

        assertThat(split.written()).isEqualTo("4.3.1\n\nNo, too dear.");
        assertThat(split.reply()).isEqualTo("> Which version?\n4.3.1\n\n> Do you accept?\n> Bye\n\nNo, too dear.");
    }

    @ParameterizedTest
    @MethodSource("ownWords")
    void theWritersOwnWordsStayInTheReply(String words) {
        String text = "Hello,\n\n" + words.replace("\\n", "\n") + "\n\nAnd there is more: only for 5 credits.";

        SplitText split = ReplyText.ofPlain(text);

        assertThat(split.reply()).isEqualTo(text);
        assertThat(split.elided()).isEmpty();
    }
}
