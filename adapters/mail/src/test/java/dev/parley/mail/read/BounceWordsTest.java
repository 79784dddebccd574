package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.kind.Bounce;
import dev.parley.mail.kind.BounceRecipient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers say decides whether an address is dead or may be tried again. */
class BounceWordsTest {
    private static List<BounceRecipient> recipients(String... lines) {
        var raw = "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nSubject: Returned mail: see below\r\n"
                + String.join("\r\n", lines) + "\r\n";
        var mail = new MailReader(MailReadSettings.DEFAULT).read(raw.getBytes(StandardCharsets.UTF_8));
        Bounce bounce = Objects.requireNonNull(mail.bounce());
        return bounce.recipients();
    }

    @ParameterizedTest
    @CsvSource({
        "'Host or domain name not found. Name service error for name=x.example: Host not found, try again', false",
        "'Host or domain name not found. Name service error for name=x.example type=A: Host not found', true",
        "'an MX or SRV record indicated no SMTP service', true",
        "'550 5.1.1 no user here', true",
        "'550 5.1.0 Benutzer existiert nicht', true",
        "'552 5.2.2 Postfach ist voll', false",
        "'451 4.7.1 greylisted, try again later', false",
    })
    void aDeadAddressIsToldFromOneThatMayBeTriedAgain(String words, boolean hard) {
        assertThat(recipients("", "This message could not be delivered.", "<bob@customer.example>: " + words))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.address()).isEqualTo("bob@customer.example");
                    assertThat(one.hard()).as(one.toString()).isEqualTo(hard);
                });
    }

    @Test
    void eachLineOfATranscriptSpeaksOfItsOwnRecipient() {
        var found = recipients(
                "",
                "   ----- Transcript of session follows -----",
                "554 <ann@one.example>... Remote protocol error: Connection reset by peer",
                "550 two.example (smtp)... 550 Host unknown",
                "554 <bob@two.example>... 550 Host unknown (Authoritative answer from name server)",
                ">>> RCPT To:<cid@three.example>",
                "<<< 550 Mailbox not found.",
                "550 <cid@three.example>... User unknown");
        assertThat(found)
                .extracting(BounceRecipient::address)
                .containsExactly("ann@one.example", "bob@two.example", "cid@three.example");
        assertThat(found).extracting(BounceRecipient::hard).containsExactly(false, true, true);
    }

    @Test
    void theWordsOfTheMailboxsOwnAgentCountMoreThanTheCodeAroundThem() {
        var found = recipients(
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "Your message to <bob@customer.example> was automatically rejected:",
                "Not enough disk space",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; bob@customer.example",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
                "--b--");
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.reason()).isEqualTo("mailboxfull");
            assertThat(one.hard()).isFalse();
        });
    }
}
