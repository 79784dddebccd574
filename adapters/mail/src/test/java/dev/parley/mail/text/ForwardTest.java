package dev.parley.mail.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class ForwardTest {

    @Test
    void aForwardOfGmailIsReadWithItsHeaders() {
        ForwardedText forward = forwardIn("forward-gmail-en.txt");

        assertThat(forward.marked()).isTrue();
        assertThat(forward.from()).isEqualTo("Carol <carol@customer.example>");
        assertThat(forward.date()).isEqualTo("Mon, Jan 8, 2024 at 12:00 PM");
        assertThat(forward.subject()).isEqualTo("Printer");
        assertThat(forward.to()).isEqualTo("Alice <alice@customer.example>");
        assertThat(forward.text()).isEqualTo("It is broken. YES, really.");
    }

    @Test
    void aForwardOfGmailIsReadFromItsHtmlToo() {
        ForwardedText forward = forwardIn("forward-gmail.html");

        assertThat(forward.marked()).isTrue();
        assertThat(forward.from()).isEqualTo("Carol <carol@customer.example>");
        assertThat(forward.subject()).isEqualTo("Printer");
        assertThat(forward.text()).isEqualTo("It is broken. YES.");
    }

    @Test
    void aQuotedForwardLosesItsQuoteMarks() {
        ForwardedText forward = forwardIn("forward-apple-de.txt");

        assertThat(forward.marked()).isTrue();
        assertThat(forward.from()).isEqualTo("Carol <carol@customer.example>");
        assertThat(forward.subject()).isEqualTo("Drucker");
        assertThat(forward.date()).isEqualTo("8. Januar 2024 um 12:00:00 MEZ");
        assertThat(forward.text()).isEqualTo("Er ist kaputt.");
    }

    @Test
    void tabbedHeadersOfThunderbirdAreRead() {
        ForwardedText forward = forwardIn("forward-thunderbird-de.txt");

        assertThat(forward.from()).isEqualTo("Carol <carol@customer.example>");
        assertThat(forward.subject()).isEqualTo("Drucker");
        assertThat(forward.text()).isEqualTo("Er ist kaputt.");
    }

    @Test
    void aHeaderBlockOfOutlookIsReadButNotMarkedAsAForward() {
        ForwardedText forward = forwardIn("outlook-pl-wrapped-subject.txt");

        assertThat(forward.marked()).isFalse();
        assertThat(forward.from()).isEqualTo("Vendor Desk <desk@vendor.example>");
        assertThat(forward.to()).endsWith("carol@customer.example");
        assertThat(forward.subject()).isEqualTo("Oferta na bardzo długą sprawę");
    }

    @Test
    void anOrdinaryReplyHoldsNoForward() {
        assertThat(ReplyText.ofPlain(Resource.read("mails/nested-quotes.txt")).forward())
                .isNull();
    }

    @Test
    void aForwardWithoutAWordIsShownWholeAndDecidesNothing() {
        SplitText split = ReplyText.ofPlain("Begin forwarded message:\n\n> From: a@customer.example\n>\n> YES\n");

        assertThat(split.nothingNew()).isTrue();
        assertThat(split.reply()).isEqualTo(split.full());
        assertThat(split.replyWithoutClosing()).isEmpty();
        assertThat(split.forward()).isNotNull();
    }

    private static ForwardedText forwardIn(String name) {
        String mail = Resource.read("mails/" + name);
        SplitText split = name.endsWith(".html") ? ReplyText.ofHtml(mail) : ReplyText.ofPlain(mail);
        return Objects.requireNonNull(split.forward());
    }
}
