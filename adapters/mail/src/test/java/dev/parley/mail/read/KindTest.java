package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.reading.OpenQuote;
import dev.parley.mail.kind.MailKind;
import dev.parley.mail.mime.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindTest {

    private final MailReader reader = new MailReader(new MailReadSettings(
            Set.of("Desk@vendor.example"),
            Set.of("mail.vendor.example"),
            Set.of("desk.vendor.example"),
            Set.of(),
            Limits.DEFAULT));

    private ReadMail read(String... lines) {
        return reader.read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private MailKind kindOf(String... headers) {
        return read(String.join("\n", headers), "From: Alice <alice@customer.example>", "", "Yes, please do it.")
                .kind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Subject: Re: Out of office does not work",
                "Subject: Absence of an error message",
                "Subject: Out of office hours support?",
                "Subject: Re: Undeliverable mails in our queue",
                "Auto-Submitted: no",
                "Precedence: normal",
                "X-Auto-Response-Suppress: DR",
                "List-Id: our desk <desk.vendor.example>",
                "X-Autoreply: no"
            })
    void peopleArePeople(String header) {
        assertThat(kindOf(header)).isEqualTo(MailKind.HUMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; owner-email=\"a@b.example\"",
                "Auto-Submitted: auto-notified",
                "X-Autoreply: yes",
                "X-Autorespond: Re",
                "Precedence: auto_reply",
                "Precedence: junk",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <>",
                "Subject: [Auto-Reply] Re: printer",
                "Subject: Automatische Antwort: Drucker",
                "Subject: 自動返信：お問い合わせ"
            })
    void pitfall01ProgramsAreNotPeople(String header) {
        assertThat(kindOf(header)).isEqualTo(MailKind.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied (vacation)",
                "Subject: Out of Office: Re: your ticket",
                "Subject: Abwesenheitsnotiz: Drucker",
                "Subject: Absence: de retour lundi",
                "Subject: Fuera de la oficina Re: x",
                "Subject: 不在: x",
                "X-Vacation: yes\nX-Autoreply: yes"
            })
    void absenceIsToldFromOtherAutomaticAnswers(String header) {
        assertThat(kindOf(header)).isEqualTo(MailKind.OUT_OF_OFFICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"List-Id: <news.other.example>", "Precedence: list", "List-Unsubscribe: <mailto:x@y.example>"})
    void listsAreLists(String header) {
        assertThat(kindOf(header)).isEqualTo(MailKind.LIST);
    }

    @Test
    void ourOwnMailIsOwn() {
        assertThat(read("From: desk@VENDOR.example", "", "x").kind()).isEqualTo(MailKind.OWN);
        assertThat(kindOf("Message-ID: <1.2@mail.vendor.example>")).isEqualTo(MailKind.OWN);
    }

    @Test
    void aContactFormSpeaksForItsReplyTo() {
        assertThat(read("From: noreply@site.example", "", "x").kind()).isEqualTo(MailKind.AUTO_REPLY);
        assertThat(read("From: noreply@site.example", "Reply-To: alice@customer.example", "", "x")
                        .kind())
                .isEqualTo(MailKind.HUMAN);
    }

    @Test
    void pitfall07APersonWhoQuotesABounceIsAPerson() {
        ReadMail mail = read(
                "From: Alice <alice@customer.example>",
                "Subject: Undeliverable mails",
                "",
                "Since Monday they say: your message could not be delivered, user unknown.");
        assertThat(mail.kind()).isEqualTo(MailKind.HUMAN);
    }

    @Test
    void pitfall07AnAttachedBounceIsNoBounce() {
        ReadMail mail = read(
                "From: Alice <alice@customer.example>",
                "Subject: why is this?",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "What does it mean?",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "From: MAILER-DAEMON@x.example",
                "Subject: Undelivered Mail",
                "",
                "could not be delivered",
                "--b--");
        assertThat(mail.kind()).isEqualTo(MailKind.HUMAN);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, BOUNCE",
        "delayed, 4.4.1, DELAYED",
        "delivered, 2.0.0, DELIVERED",
        "relayed, 2.0.0, DELIVERED"
    })
    void pitfall05TheActionOfAReportDecides(String action, String status, MailKind kind) {
        ReadMail mail = report(
                "delivery-status",
                "message/delivery-status",
                "Reporting-MTA: dns; x",
                "",
                "Final-Recipient: rfc822; Bob@customer.example",
                "Action: " + action,
                "Status: " + status,
                "Diagnostic-Code: smtp; 550 " + status + " User unknown");
        assertThat(mail.kind()).isEqualTo(kind);
        assertThat(mail.bounce()).isNotNull().satisfies(bounce -> {
            assertThat(bounce.messageId()).isEqualTo("t1@vendor.example");
            assertThat(bounce.recipients()).singleElement().satisfies(one -> {
                assertThat(one.address()).isEqualTo("Bob@customer.example");
                assertThat(one.hard()).isEqualTo(kind != MailKind.DELIVERED);
            });
        });
    }

    @Test
    void pitfall09ReceiptsAndComplaintsAreNeitherBouncesNorPeople() {
        assertThat(report("disposition-notification", "message/disposition-notification", "Disposition: x")
                        .kind())
                .isEqualTo(MailKind.MDN);
        assertThat(report("feedback-report", "message/feedback-report", "Feedback-Type: abuse")
                        .kind())
                .isEqualTo(MailKind.ABUSE_REPORT);
    }

    private ReadMail report(String reportType, String partType, String... part) {
        return read(
                "From: Mail <postmaster@customer.example>",
                "Subject: Report",
                "Content-Type: multipart/report; report-type=" + reportType + "; boundary=b",
                "",
                "--b",
                "",
                "About your message.",
                "--b",
                "Content-Type: " + partType,
                "",
                String.join("\n", part),
                "",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <t1@vendor.example>",
                "Subject: x",
                "--b--");
    }

    @Test
    void pitfall34AnInvitationAnswerIsCalendar() {
        ReadMail mail = read(
                "From: Alice <alice@customer.example>",
                "Subject: Accepted: Meeting",
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "Alice accepted.",
                "--b",
                "Content-Type: text/calendar; method=REPLY",
                "",
                "BEGIN:VCALENDAR",
                "--b--");
        assertThat(mail.kind()).isEqualTo(MailKind.CALENDAR);
    }

    @Test
    void pitfall06AFreeTextBounceNamesRecipientCodeAndMessage() {
        ReadMail mail = read(
                "From: MAILER-DAEMON@mx.example",
                "To: desk@vendor.example",
                "Subject: failure notice",
                "",
                "Hi. This is the program at mx.example. I wasn't able to deliver your message.",
                "",
                "<bob@customer.example>:",
                "192.0.2.1 does not like recipient.",
                "Remote host said: 550 5.1.1 <bob@customer.example>: User unknown",
                "Giving up on 192.0.2.1.",
                "",
                "--- Below this line is a copy of the message.",
                "",
                "Return-Path: <desk@vendor.example>",
                "Message-ID: <t2@vendor.example>",
                "To: bob@customer.example",
                "Subject: x",
                "",
                "Hello");
        assertThat(mail.kind()).isEqualTo(MailKind.BOUNCE);
        assertThat(mail.bounce()).isNotNull().satisfies(bounce -> {
            assertThat(bounce.messageId()).isEqualTo("t2@vendor.example");
            assertThat(bounce.recipients()).singleElement().satisfies(one -> {
                assertThat(one.address()).isEqualTo("bob@customer.example");
                assertThat(one.status()).isEqualTo("5.1.1");
                assertThat(one.smtpCode()).isEqualTo("550");
                assertThat(one.hard()).isTrue();
            });
        });
    }

    @Test
    void aFullMailboxIsNotTheAddressesFault() {
        ReadMail mail = read(
                "Return-Path: <>",
                "From: postmaster@mx.example",
                "Subject: Undeliverable: x",
                "",
                "Your message could not be delivered.",
                "bob@customer.example: 552 5.2.2 Mailbox full");
        assertThat(mail.bounce())
                .isNotNull()
                .satisfies(bounce -> assertThat(bounce.recipients())
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.hard()).isFalse();
                            assertThat(one.reason()).isEqualTo("mailboxfull");
                        }));
    }

    @Test
    void pitfall45OnlyPeopleDecide() {
        String yes = new ReadMailJson(OpenQuote.unknown())
                .line("a", read("From: alice@customer.example", "", "Yes, go ahead."));
        String away = new ReadMailJson(OpenQuote.unknown())
                .line("a", read("From: alice@customer.example", "Auto-Submitted: auto-replied", "", "Yes, go ahead."));
        assertThat(yes).contains("\"kind\":\"YES\"");
        assertThat(away).contains("\"kind\":\"OTHER\"").contains("not-a-person");
    }
}
