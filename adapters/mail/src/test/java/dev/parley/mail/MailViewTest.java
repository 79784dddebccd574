package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.Attachment;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailViewTest {
    private static final String MAIL = """
        From: Alice <alice@customer.example>
        Subject: Look
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=r

        --r
        Content-Type: multipart/alternative; boundary=a

        --a
        Content-Type: text/plain

        Plain words.
        --a
        Content-Type: text/html

        <p>Rich <b>words</b>. <img src="cid:pic@x"></p>
        --a--
        --r
        Content-Type: image/png; name=pic.png
        Content-ID: <pic@x>
        Content-Transfer-Encoding: base64

        iVBORw0KGgo=
        --r--
        """;

    @Test
    void theHtmlAlternativeIsShownWherePlainTextIsRead() {
        RawMessage raw = raw(MAIL);
        InboundMessage read = new MailIntake("desk@desk.example", List.of(), Set.of()).understand(raw);
        assertThat(read.content().text()).contains("Plain words.").doesNotContain("Rich");

        MailView.Shown shown = MailView.of(raw).html(read.attachments(), index -> "files/" + index);

        assertThat(shown.body())
                .contains("<p>Rich <b>words</b>. <img src=\"files/0\"></p>")
                .doesNotContain("Plain words.");
        assertThat(shown.blockedPictures()).isZero();
        assertThat(shown.cut()).isFalse();
    }

    @Test
    void aFileThatStandsInTheMailIsFoundByWhatItHolds() {
        RawMessage raw = raw(MAIL);
        Attachment file = new MailIntake("desk@desk.example", List.of(), Set.of())
                .understand(raw)
                .attachments()
                .getFirst();

        assertThat(MailView.of(raw).file(file.sha256()).orElseThrow()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(MailView.of(raw).file("0".repeat(64))).isEmpty();
    }

    @Test
    void aMailWithoutHtmlIsShownAsItsText() {
        assertThat(MailView.of(raw("Subject: x\n\n1 < 2\n"))
                        .html(List.of(), index -> "files/" + index)
                        .body())
                .contains("1 &lt; 2");
    }

    private static RawMessage raw(String mail) {
        return new RawMessage(
                "support",
                new MessageKey("mail:support", "1"),
                Instant.EPOCH,
                List.of(),
                mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
