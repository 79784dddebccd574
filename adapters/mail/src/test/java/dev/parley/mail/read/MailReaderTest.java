package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailReaderTest {

    private final MailReader reader = new MailReader(MailReadSettings.DEFAULT);

    private ReadMail read(String... lines) {
        return reader.read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void htmlSavedWithoutAnyHeaderIsReadAsHtml() {
        ReadMail mail = read("<div>Yes, go ahead.</div><blockquote type=\"cite\">10 credits</blockquote>");
        assertThat(mail.reply()).isEqualTo("Yes, go ahead.");
        assertThat(mail.text()).doesNotContain("<div>");
    }

    @Test
    void textWithAHeaderThatBeginsWithATagStaysText() {
        ReadMail mail = read("Subject: tags", "", "<div> is not closed");
        assertThat(mail.text()).isEqualTo("<div> is not closed");
    }

    @Test
    void aPlainMailIsReadWhole() {
        ReadMail mail = read(
                "From: Alice Example <alice@customer.example>",
                "To: desk@vendor.example, \"Doe, John\" <john@customer.example>",
                "Subject: Printer",
                "Message-ID: <1@customer.example>",
                "In-Reply-To: <0@vendor.example>",
                "References: <a@vendor.example>,\r\n <0@vendor.example>",
                "Date: Mon, 2 Nov 2026 10:00:00 +0100 (CET)",
                "",
                "It is broken.");
        assertThat(mail.from()).isEqualTo(new Mailbox("Alice Example", "alice@customer.example"));
        assertThat(mail.to()).extracting(Mailbox::name).containsExactly("", "Doe, John");
        assertThat(mail.messageId()).isEqualTo("1@customer.example");
        assertThat(mail.inReplyTo()).containsExactly("0@vendor.example");
        assertThat(mail.references()).containsExactly("a@vendor.example", "0@vendor.example");
        assertThat(mail.date()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(mail.text().strip()).isEqualTo("It is broken.");
        assertThat(mail.warnings()).isEmpty();
    }

    @Test
    void encodedWordsAreDecodedWhereverTheyStand() {
        ReadMail mail = read(
                "From: \"=?utf-8?Q?J=C3=B6rg_M=C3=BCller?=\" <j@customer.example>",
                "To: =?utf-8?B?SsO2cmcgPGpAY3VzdG9tZXIuZXhhbXBsZT4=?=",
                "Subject: =?utf-8?B?4oKs?==?utf-8?B?4oI=?= =?utf-8?B?rA==?= a=?iso-8859-1?Q?=FC?=b",
                "",
                "x");
        assertThat(mail.from()).isEqualTo(new Mailbox("Jörg Müller", "j@customer.example"));
        assertThat(mail.to()).containsExactly(new Mailbox("Jörg", "j@customer.example"));
        assertThat(mail.subject()).isEqualTo("€€ aüb");
    }

    @Test
    void aNameWithABareCommaIsOneMailbox() {
        ReadMail mail = read("From: Doe, John <john@customer.example>; bob@customer.example", "", "x");
        assertThat(mail.from()).isEqualTo(new Mailbox("Doe, John", "john@customer.example"));
    }

    @Test
    void groupsAndEmptyListsGiveNoRecipients() {
        assertThat(read("To: undisclosed-recipients:;", "", "x").to()).isEmpty();
        assertThat(read("To: friends: a@b.example, c@d.example;", "", "x").to()).hasSize(2);
    }

    @Test
    void pitfall28RawEightBitHeadersAreReadAsWhatTheyAre() {
        byte[] latin = "Subject: Stra\u00dfe\r\n\r\nx".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reader.read(latin).subject()).isEqualTo("Straße");
        assertThat(read("Subject: Straße", "", "x").subject()).isEqualTo("Straße");
    }

    @Test
    void pitfall28AWrongCharsetIsRepairedWithAWarning() {
        ReadMail mail =
                read("Content-Type: text/plain; charset=gb2312", "Content-Transfer-Encoding: 8bit", "", "你好，世界");
        assertThat(mail.text().strip()).isEqualTo("你好，世界");
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("UTF-8"));
    }

    @Test
    void pitfall28AnUnknownCharsetIsNoReasonToRefuseAMail() {
        byte[] mail = "Content-Type: text/plain; charset=x-unknown\n\nGr\u00fc\u00dfe aus K\u00f6ln"
                .getBytes(StandardCharsets.ISO_8859_1);
        ReadMail read = reader.read(mail);
        assertThat(read.text().strip()).isEqualTo("Grüße aus Köln");
        assertThat(read.warnings()).anyMatch(warning -> warning.contains("x-unknown"));
    }

    @Test
    void pitfall28UndeclaredRussianIsRecognised() {
        String text = "Здравствуйте, мой принтер больше не печатает, помогите пожалуйста";
        byte[] body = ("Subject: x\n\n" + text).getBytes(Charset.forName("windows-1251"));
        assertThat(reader.read(body).text().strip()).isEqualTo(text);
    }

    @Test
    void pitfall27FlowedTextIsJoinedAndQuotesStayQuotes() {
        ReadMail mail = read(
                "Content-Type: text/plain; format=flowed; delsp=yes",
                "",
                "one ",
                "line",
                ">> quoted ",
                ">> on",
                " >not");
        assertThat(mail.text()).isEqualTo("oneline\n>> quotedon\n>not");
    }

    @Test
    void pitfall36CarriageReturnsAloneEndLinesToo() {
        ReadMail mail = reader.read(
                "From MAILER\rFrom: a@b.example\rSubject: Mac\r\rone\rtwo\r".getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.subject()).isEqualTo("Mac");
        assertThat(mail.text().strip()).isEqualTo("one\ntwo");
    }

    @Test
    void pitfall36NulCharactersDisappear() {
        ReadMail mail = read("Subject: a\0b", "", "c\0d");
        assertThat(mail.subject()).isEqualTo("ab");
        assertThat(mail.text().strip()).isEqualTo("cd");
    }

    @Test
    void aGarbageLineInTheHeaderHidesNothing() {
        ReadMail mail = read("From: a@b.example", "this is no header", "Subject: seen", "", "text");
        assertThat(mail.subject()).isEqualTo("seen");
        assertThat(mail.text().strip()).isEqualTo("text");
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("this is no header"));
    }

    @Test
    void pitfall18AMailWithoutHeaderIsAllText() {
        assertThat(read("Just words.", "More words.").text().strip()).isEqualTo("Just words.\nMore words.");
    }

    @Test
    void pitfall26AllTextPartsAreReadInOrder() {
        ReadMail mail = read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "first",
                "--b",
                "Content-Type: image/png",
                "Content-Disposition: inline; filename=\"a.png\"",
                "Content-Transfer-Encoding: base64",
                "",
                "iVBORw0KGgo=",
                "--b",
                "Content-Type: text/html",
                "",
                "<p>second</p>",
                "--b--");
        assertThat(mail.text()).containsSubsequence("first", "second");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("a.png");
            assertThat(file.size()).isEqualTo(8);
            assertThat(file.sha256()).startsWith("4c4b6a3be1314ab86138bef4314dde022e600960d8689a2c8f8631802d20dab6");
        });
    }

    @Test
    void pitfall26AnEmptyPlainAlternativeGivesWayToHtml() {
        assertThat(alternative("  ", "<p>Hello</p>").text()).contains("Hello");
        assertThat(alternative("Plain", "<p>Hello</p>").text().strip()).isEqualTo("Plain");
    }

    private ReadMail alternative(String plain, String html) {
        return read(
                "Content-Type: multipart/alternative; boundary=\"=_b\"",
                "",
                "--=_b",
                "Content-Type: text/plain",
                "",
                plain,
                "--=_b",
                "Content-Type: text/html",
                "",
                html,
                "--=_b--");
    }

    @Test
    void pitfall32APictureShownByIdIsInlineWithoutAnyDisposition() {
        ReadMail mail = read(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<img src=\"cid:p1@x\">",
                "--b",
                "Content-Type: image/gif; name=\"one.gif\"",
                "Content-ID: <p1@x>",
                "",
                "GIF",
                "--b",
                "Content-Type: image/gif; name=\"two.gif\"",
                "Content-ID: <p2@x>",
                "",
                "GIF",
                "--b--");
        assertThat(mail.attachments()).extracting(MailAttachment::inline).containsExactly(true, false);
        assertThat(mail.attachments()).extracting(MailAttachment::cid).containsExactly("p1@x", "p2@x");
    }

    @Test
    void pitfall31ANestedMessageIsAFileAndNotText() {
        ReadMail mail = read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "see attached",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: Inner/one",
                "",
                "secret yes",
                "--b--");
        assertThat(mail.text().strip()).isEqualTo("see attached");
        assertThat(mail.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("Inner-one.eml"));
    }

    @Test
    void pitfall29AttachmentNamesAreDecodedAndCleaned() {
        assertThat(attachmentName("attachment; filename*0*=utf-8''%e2%82%ac%20; filename*1=\"rates.pdf\""))
                .isEqualTo("€ rates.pdf");
        assertThat(attachmentName("attachment; filename=\"=?utf-8?Q?=C3=BC.pdf?=\""))
                .isEqualTo("ü.pdf");
        assertThat(attachmentName("attachment; filename=\"..\\..\\etc/passwd\""))
                .isEqualTo("passwd");
        assertThat(attachmentName("attachment; filename=\"a\u202Efdp.exe\"")).isEqualTo("afdp.exe");
        assertThat(attachmentName("attachment; filename=a;b.txt")).isEqualTo("a");
        assertThat(attachmentName("attachment; filename=\"a;b.txt\"")).isEqualTo("a;b.txt");
        assertThat(attachmentName("attachment; filename=\"..\"")).isEqualTo("attachment-1.bin");
    }

    private String attachmentName(String disposition) {
        ReadMail mail = read("Content-Type: application/x-any", "Content-Disposition: " + disposition, "", "x");
        return mail.attachments().getFirst().name();
    }

    @Test
    void junkInsideBase64IsSkipped() {
        ReadMail mail =
                read("Content-Type: text/plain", "Content-Transfer-Encoding: base64", "", "SGVs!bG8=", "IHlvdQ==");
        assertThat(mail.text().strip()).isEqualTo("Hello you");
    }

    @Test
    void textWithoutItsBoundaryIsKept() {
        ReadMail mail = read("Content-Type: multipart/mixed; boundary=never", "", "still here");
        assertThat(mail.text().strip()).isEqualTo("still here");
    }

    @Test
    void textAfterTheLastPartIsKeptAsAFile() {
        ReadMail mail =
                read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "seen", "--b--", "yes, go ahead");
        assertThat(mail.text().strip()).isEqualTo("seen");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("after-the-last-part.txt");
    }

    @Test
    void pitfall18ABrokenDateIsAWarning() {
        ReadMail mail = read("Date: yesterday", "", "x");
        assertThat(mail.date()).isNull();
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("yesterday"));
        assertThat(read("Date: 7 Feb 26 8:05 EST", "", "x").date()).isEqualTo(Instant.parse("2026-02-07T13:05:00Z"));
    }

    @Test
    void envelopeRecipientsAreKept() {
        ReadMail mail = read("To: list@x.example", "Delivered-To: desk+t1@vendor.example", "Return-Path: <>", "", "x");
        assertThat(mail.envelopeRecipients()).extracting(Mailbox::address).containsExactly("desk+t1@vendor.example");
        assertThat(mail.returnPath()).isEmpty();
    }

    @Test
    void anEmptyMailIsNoMailToFear() {
        assertThat(reader.read(new byte[0]).text()).isEmpty();
        assertThat(reader.read(new byte[] {'\n'}).attachments()).isEmpty();
    }

    @Test
    void aStreamWithoutEndIsCutAtTheLimit() throws Exception {
        ByteArrayOutputStream big = new ByteArrayOutputStream();
        big.writeBytes("Subject: big\n\n".getBytes(StandardCharsets.US_ASCII));
        big.writeBytes(new byte[61 * 1024 * 1024]);
        ReadMail mail = reader.read(big.toByteArray());
        assertThat(mail.subject()).isEqualTo("big");
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("cut at"));
    }

    @Test
    void pitfall41AddressesBeyondAsciiAreReadAsTheyAre() {
        ReadMail mail = read(
                "From: J\u00f6rg <j\u00f6rg@b\u00fccher.example>\nTo: \u4e2d\u6587@xn--bcher-kva.example\n\nHello\n");

        assertThat(mail.from()).isNotNull().satisfies(from -> {
            assertThat(from.name()).isEqualTo("J\u00f6rg");
            assertThat(from.address()).isEqualTo("j\u00f6rg@b\u00fccher.example");
        });
        assertThat(mail.to().getFirst().address()).isEqualTo("\u4e2d\u6587@xn--bcher-kva.example");
    }

    @Test
    void pitfall18AMailWithoutSenderDateSubjectAndIdIsRead() {
        ReadMail mail = read("Content-Type: text/plain\n\nHello\n");

        assertThat(mail.from()).isNull();
        assertThat(mail.date()).isNull();
        assertThat(mail.messageId()).isNull();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.reply()).isEqualTo("Hello");
    }
}
