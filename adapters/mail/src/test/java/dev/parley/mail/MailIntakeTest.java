package dev.parley.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.DeliveryFailure;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field of a mail finds its place in the message the desk works on. */
class MailIntakeTest {
    private static final Instant RECEIVED_AT = Instant.parse("2026-03-02T08:59:00Z");
    private static final MessageKey KEY = new MessageKey("mail:support", "<1@customer.example> 00");

    private final MailIntake intake =
            new MailIntake("Support@vendor.example", List.of("help@vendor.example"), Set.of("mx.vendor.example"));

    private InboundMessage understand(List<String> envelope, String... lines) {
        var raw = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return intake.understand(new RawMessage("support", KEY, RECEIVED_AT, envelope, raw));
    }

    private InboundMessage understand(String... lines) {
        return understand(List.of(), lines);
    }

    private static String[] whole() {
        return new String[] {
            "Authentication-Results: mx.vendor.example; dmarc=pass header.from=customer.example",
            "From: =?utf-8?q?J=C3=B6rg?= <Joerg@Customer.example>",
            "To: Support <support@vendor.example>, other@elsewhere.example",
            "Cc: boss@customer.example",
            "Subject: Re: printing",
            "Message-ID: <3@customer.example>",
            "In-Reply-To: <2@vendor.example>",
            "References: <1@customer.example> <2@vendor.example>",
            "Date: Mon, 2 Mar 2026 09:00:00 +0100",
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Yes, go ahead.",
            "",
            "On Mon, 2 Mar 2026, Support wrote:",
            "> It costs 10 credits.",
            "-- ",
            "Jörg",
            "--b",
            "Content-Type: text/csv; name=\"log.csv\"",
            "Content-Disposition: attachment; filename=\"log.csv\"",
            "",
            "a,b",
            "--b--",
        };
    }

    @Test
    void whatIdentifiesAMessageIsThatOfTheRawOne() {
        var message = understand(whole());
        assertThat(message.desk()).isEqualTo("support");
        assertThat(message.key()).isEqualTo(KEY);
        assertThat(message.receivedAt()).isEqualTo(RECEIVED_AT);
        assertThat(message.messageId()).isEqualTo("3@customer.example");
        assertThat(message.subject()).isEqualTo("Re: printing");
        assertThat(message.kind()).isEqualTo(MessageKind.HUMAN);
        assertThat(message.auth()).isEqualTo(AuthVerdict.PASS);
        assertThat(message.failures()).isEmpty();
    }

    @Test
    void theSenderIsNamedAndTheAddressInLowerCase() {
        assertThat(understand(whole()).sender()).isEqualTo(new Party("Jörg", "joerg@customer.example"));
        assertThat(understand("From: Ann@customer.example", "", "Hello").sender())
                .isEqualTo(new Party("Ann@customer.example", "ann@customer.example"));
        assertThat(understand("Subject: nobody", "", "Hello").sender()).isNull();
    }

    @Test
    void theNearestMessageItAnswersComesFirst() {
        assertThat(understand(whole()).relatesTo()).containsExactly("2@vendor.example", "1@customer.example");
    }

    @Test
    void newTextQuotesAndSignatureAreToldApart() {
        var content = understand(whole()).content();
        assertThat(content.reply().strip()).isEqualTo("Yes, go ahead.");
        assertThat(content.elided()).contains("It costs 10 credits.");
        assertThat(content.signature()).contains("Jörg");
        assertThat(content.text()).contains("Yes, go ahead.", "It costs 10 credits.", "Jörg");
    }

    @Test
    void anAttachmentKeepsItsNameTypeAndSize() {
        assertThat(understand(whole()).attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("log.csv");
            assertThat(file.type()).isEqualTo("text/csv");
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.sha256()).matches("[0-9a-f]{64}");
            assertThat(file.inline()).isFalse();
            assertThat(file.contentId()).isNull();
        });
    }

    @Test
    void pitfall14EverybodyItWentToIsARecipientOnceAndTheEnvelopeComesFirst() {
        var signed = "Support+12-1-7-AbCd@vendor.example";
        assertThat(understand(
                                List.of(signed),
                                "From: ann@customer.example",
                                "Delivered-To: Box@vendor.example",
                                "To: support@vendor.example, Help@vendor.example",
                                "Cc: support@vendor.example, boss@customer.example",
                                "",
                                "Yes")
                        .recipients())
                .containsExactly(
                        "support+12-1-7-abcd@vendor.example",
                        "box@vendor.example",
                        "support@vendor.example",
                        "help@vendor.example",
                        "boss@customer.example");
    }

    @Test
    void pitfall14ASignedAddressInToOrCcIsFoundAsItWasWritten() {
        assertThat(understand("From: ann@customer.example", "To: \"S\" <support+12-1-7-abcd@vendor.example>", "", "Yes")
                        .recipients())
                .containsExactly("support+12-1-7-abcd@vendor.example");
    }

    @ParameterizedTest
    @CsvSource({
        "mx.vendor.example; dmarc=pass header.from=customer.example, PASS",
        "mx.vendor.example; dmarc=fail header.from=customer.example, FAIL",
        "mx.evil.example; dmarc=pass header.from=customer.example, NONE",
        "mx.vendor.example; none, NONE",
    })
    void onlyTheDesksOwnServerProvesASender(String results, AuthVerdict verdict) {
        assertThat(understand("Authentication-Results: " + results, "From: ann@customer.example", "", "Yes")
                        .auth())
                .isEqualTo(verdict);
    }

    @Test
    void aMailWithoutAnyResultIsProvenByNobody() {
        assertThat(understand("From: ann@customer.example", "", "Yes").auth()).isEqualTo(AuthVerdict.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted: auto-replied, AUTO_REPLY",
        "Subject: Out of office: Ann, OUT_OF_OFFICE",
        "List-Id: <news.customer.example>, LIST",
        "X-Nothing: special, HUMAN",
    })
    void automaticMailIsNoPersonsWord(String header, MessageKind kind) {
        assertThat(understand(header, "From: ann@customer.example", "To: support@vendor.example", "", "Yes")
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"support@vendor.example", "SUPPORT@vendor.example", "help@vendor.example"})
    void mailFromAnyOfTheDesksAddressesIsItsOwn(String from) {
        assertThat(understand("From: " + from, "To: ann@customer.example", "", "Hello")
                        .kind())
                .isEqualTo(MessageKind.OWN);
    }

    @Test
    void pitfall08ABounceNamesWhoFailedAndTheMailThatCameBack() {
        var message = understand(
                "Return-Path: <>",
                "From: MAILER-DAEMON@mx.example",
                "To: support+12-1-7-abcd@vendor.example",
                "Subject: Undelivered Mail Returned to Sender",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "It could not be delivered.",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; Bob@Customer.example",
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 5.1.1 no such user",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <t12@vendor.example>",
                "--b--");
        assertThat(message.kind()).isEqualTo(MessageKind.BOUNCE);
        assertThat(message.relatesTo()).startsWith("t12@vendor.example");
        assertThat(message.failures())
                .containsExactly(new DeliveryFailure("bob@customer.example", "5.1.1", true, "userunknown"));
    }

    @Test
    void aBrokenMailIsUnderstoodAsFarAsItGoes() {
        var message = understand("");
        assertThat(message.sender()).isNull();
        assertThat(message.recipients()).isEmpty();
        assertThat(message.relatesTo()).isEmpty();
        assertThat(message.content().text()).isEmpty();
        assertThat(message.desk()).isEqualTo("support");
    }

    @Test
    void pitfall19WhomAListReplacedIsTheSenderAndUnproven() {
        InboundMessage message = understand(
                "Authentication-Results: mx.vendor.example; dmarc=pass header.from=list.example",
                "From: 'Alice' via Users <users@list.example>",
                "Reply-To: Alice <Alice@customer.example>",
                "X-Original-From: Alice <alice@customer.example>",
                "",
                "Yes.");

        assertThat(message.sender()).isEqualTo(new Party("Alice", "alice@customer.example"));
        assertThat(message.auth()).isEqualTo(AuthVerdict.NONE);
    }

    @Test
    void pitfall19AReplyToAloneIsNotTheSender() {
        InboundMessage message =
                understand("From: Alice <alice@customer.example>", "Reply-To: mallory@else.example", "", "Yes.");

        assertThat(message.sender()).isEqualTo(new Party("Alice", "alice@customer.example"));
    }
}
