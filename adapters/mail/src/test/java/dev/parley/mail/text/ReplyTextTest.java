package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

    @Test
    void pitfall45AYesInTheQuotedTextIsNotInTheReply() {
        SplitText split = ReplyText.ofPlain("""
            No, thank you.

            On 3 May 2024 at 10:00, Desk <desk@vendor.example> wrote:
            > Please answer YES to accept 10 credits.
            """);

        assertThat(split.reply()).isEqualTo("No, thank you.");
        assertThat(split.elided()).contains("> Please answer YES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\u00A0", "\uFEFF"})
    void anEmptyMailHasEmptyParts(String text) {
        SplitText split = ReplyText.ofPlain(text);

        assertThat(List.of(split.full(), split.reply(), split.elided(), split.signature()))
                .containsOnly("");
        assertThat(split.nothingNew()).isFalse();
        assertThat(split.forward()).isNull();
    }

    @Test
    void pitfall24AQuoteAloneIsShownWholeAndDecidesNothing() {
        SplitText split = ReplyText.ofPlain("> yes\n");

        assertThat(split.reply()).isEqualTo("> yes");
        assertThat(split.nothingNew()).isTrue();
        assertThat(split.replyWithoutClosing()).isEmpty();
    }

    @Test
    void aFooterAloneIsShownWholeAndDecidesNothing() {
        SplitText split = ReplyText.ofPlain("Sent from my iPhone\n\n> yes\n");

        assertThat(split.reply()).isEqualTo(split.full());
        assertThat(split.nothingNew()).isTrue();
    }

    static List<String> mobileFooters() {
        return Resource.lines("mobile-footers.txt");
    }

    @ParameterizedTest
    @MethodSource("mobileFooters")
    void theFooterOfAPhoneIsASignature(String footer) {
        SplitText split = ReplyText.ofPlain("No.\n\n" + footer + "\n\n> YES\n");

        assertThat(split.reply()).isEqualTo("No.");
        assertThat(split.signature()).isEqualTo(footer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from the office, I will answer the rest tomorrow.",
                "Sent from my desk, is much easier than my phone.",
                "I sent it from my iPhone but it did not arrive",
                "Sent from my iPhone, it did not arrive",
                "Why was it sent from my iPhone?",
                "Sent from my heart",
                "Get the download from my phone company: it fails"
            })
    void aLastSentenceThatMentionsAPhoneIsNoFooter(String sentence) {
        SplitText split = ReplyText.ofPlain("Yes.\n\n" + sentence + "\n\n> YES\n");

        assertThat(split.reply()).isEqualTo("Yes.\n\n" + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "+1", "👍", "是的", "no"})
    void twoCharactersAreAReply(String words) {
        SplitText split = ReplyText.ofPlain(words + "\n\n> Answer YES\n");

        assertThat(split.reply()).isEqualTo(words);
        assertThat(split.nothingNew()).isFalse();
    }

    @Test
    void allLineEndsAreRead() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            SplitText split = ReplyText.ofPlain("one" + end + "two" + end + end + "> three" + end);

            assertThat(split.reply()).isEqualTo("one\ntwo");
            assertThat(split.full()).isEqualTo("one\ntwo\n\n> three");
        }
    }

    @Test
    void theClosingWordsAreInTheReplyAndInTheSignature() {
        SplitText split = ReplyText.ofPlain("Yes, please.\n\nBest regards,\nAlice Miller\nTel. +49 30 1234567\n");

        assertThat(split.reply()).endsWith("Tel. +49 30 1234567");
        assertThat(split.signature()).isEqualTo("Best regards,\nAlice Miller\nTel. +49 30 1234567");
        assertThat(split.replyWithoutClosing()).isEqualTo("Yes, please.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes\n\nThanks, but only for five",
                "Yes\n\nThanks,\nbut only for five",
                "Yes\n\nThank you.\nOnly for 5 credits",
                "Yes\n\nOnly On Monday",
                "Ja\n\nDanke,\naber nur für fünf",
                "Ja\n\nViele Grüße\nNur Bis Montag",
                "Yes\n\nBest regards to your boss, he may say no",
                "Yes\n\nThanks,\nNot Before Monday"
            })
    void aConditionBelowTheClosingWordsIsNeverCutOff(String text) {
        assertThat(ReplyText.ofPlain(text).replyWithoutClosing()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yes\n\nThanks,\nAlice",
                "Yes\n\nMit freundlichen Grüßen\n\nAlice Müller",
                "Yes\n\nCordialement,\nAlice de la Tour",
                "Yes\nRegards, Alice",
                "Yes\n\nBest,\nA. Miller\nCustomer Ltd\nalice@customer.example"
            })
    void theClosingIsCutForReadingTheDecision(String text) {
        assertThat(ReplyText.ofPlain(text).replyWithoutClosing()).isEqualTo("Yes");
    }

    @Test
    void aMarkThatPointsAtSomethingIsNoQuote() {
        String text = "Visit us:\n>>> www.customer.example <<<\nToday";

        assertThat(ReplyText.ofPlain(text).reply()).isEqualTo(text);
    }

    @Test
    void theIntroductionOnTheLastLineOfTheAnswerLeavesTheAnswer() {
        SplitText split = ReplyText.ofPlain("No thanks--- On Wed, Jan 8, 2024 at 3:59 PM, a@b.example wrote:\n> YES\n");

        assertThat(split.reply()).isEqualTo("No thanks");
        assertThat(split.elided()).isEqualTo("--- On Wed, Jan 8, 2024 at 3:59 PM, a@b.example wrote:\n> YES");
    }
}
