package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTextTest {

    @Test
    void aYesInTheQuotedTextIsNotInTheReply() {
        SplitText split = ReplyText.ofPlain("""
                No, thank you.

                On 3 May 2024 at 10:00, Desk <desk@vendor.example> wrote:
                > Please answer YES to accept 10 credits.
                """);

        assertThat(split.reply()).isEqualTo("No, thank you.");
        assertThat(split.elided()).contains("> Please answer YES");
    }

    @Test
    void answersBetweenTheQuotedLinesStay() {
        SplitText split = ReplyText.ofPlain("""
                On 3 May 2024 at 10:00, Desk <desk@vendor.example> wrote:
                > Which version?
                4.3.1
                > Do you accept?
                yes
                """);

        assertThat(split.reply()).isEqualTo("4.3.1\nyes");
    }
}
