package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.wrapped.CmsBytes;
import dev.parley.mail.wrapped.TnefBytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WrappedMailTest {

    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private final MailReader reader = new MailReader(MailReadSettings.DEFAULT);

    private ReadMail read(String mail) {
        return reader.read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return "Content-Transfer-Encoding: base64\n\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n";
    }

    private static String withPart(String type, byte[] content) {
        return """
            From: alice@customer.example
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            No, thank you.
            --b
            """ + "Content-Type: " + type + "\n" + base64(content) + "--b--\n";
    }

    @Test
    void pitfall30TheFilesInWinmailDatAreAttachmentsAndTheTextIsNotSaidTwice() {
        byte[] tnef =
                new TnefBytes().body("No, thank you.").file("plan.pdf", PDF).toByteArray();

        ReadMail mail = read(withPart("application/ms-tnef; name=winmail.dat", tnef));

        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("plan.pdf");
        assertThat(mail.attachments().getFirst().content()).isEqualTo(PDF);
        assertThat(mail.text()).isEqualTo("No, thank you.");
        assertThat(mail.warnings()).isEmpty();
    }

    @Test
    void pitfall30WinmailDatIsOpenedWhateverItsTypeSays() {
        byte[] tnef = new TnefBytes().file("plan.pdf", PDF).toByteArray();

        ReadMail mail = read(withPart("application/octet-stream; name=ATT00001.dat", tnef));

        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("plan.pdf");
    }

    @Test
    void pitfall30WithoutAnyOtherTextTheOneInWinmailDatIsRead() {
        byte[] tnef =
                new TnefBytes().body("Yes, go ahead.").file("plan.pdf", PDF).toByteArray();

        ReadMail mail = read("From: alice@customer.example\nContent-Type: application/ms-tnef\n" + base64(tnef));

        assertThat(mail.text()).isEqualTo("Yes, go ahead.");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("plan.pdf");
    }

    @Test
    void pitfall30ABrokenWinmailDatIsKeptAsItCame() {
        byte[] tnef = new TnefBytes().file("plan.pdf", PDF).attribute(9, 1, PDF).toByteArray();

        ReadMail mail = read(withPart("application/ms-tnef; name=winmail.dat", tnef));

        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("plan.pdf", "winmail.dat");
        assertThat(mail.attachments().getLast().content()).isEqualTo(tnef);
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("winmail.dat is broken"));
    }

    @Test
    void pitfall30AWinmailDatSavedByItselfIsRead() {
        ReadMail mail =
                reader.read(new TnefBytes().body("Hello").file("plan.pdf", PDF).toByteArray());

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void pitfall33TheTextInASignedMessageIsReadAndTheSignatureKept() {
        String inside = "Content-Type: text/plain; charset=utf-8\r\n\r\nYes, go ahead für zehn.\r\n";
        byte[] signed =
                CmsBytes.signed(new String(inside.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));

        ReadMail mail = read("From: alice@customer.example\n"
                + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n" + base64(signed));

        assertThat(mail.reply()).isEqualTo("Yes, go ahead für zehn.");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("smime.p7m");
        assertThat(mail.attachments().getFirst().content()).isEqualTo(signed);
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("signature was not checked"));
    }

    @Test
    void pitfall33AnEncryptedMessageIsSaidToBe() {
        ReadMail mail = read(
                "From: alice@customer.example\nContent-Type: application/pkcs7-mime\n" + base64(CmsBytes.enveloped()));

        assertThat(mail.text()).isEmpty();
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("encrypted with S/MIME"));
    }

    @Test
    void pitfall33PgpPartsAreKeptAndSaid() {
        ReadMail mail = read("""
            From: alice@customer.example
            Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

            --b
            Content-Type: application/pgp-encrypted

            Version: 1
            --b
            Content-Type: application/octet-stream; name=encrypted.asc

            -----BEGIN PGP MESSAGE-----
            --b--
            """);

        assertThat(mail.attachments())
                .extracting(MailAttachment::type)
                .containsExactly("application/pgp-encrypted", "application/octet-stream");
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("encrypted with PGP"));
    }

    @Test
    void signedMessagesInsideSignedMessagesEndSomewhere() {
        String inside = "Content-Type: text/plain\r\n\r\ndeepest";
        for (int i = 0; i < 60; i++) {
            byte[] signed = CmsBytes.signed(inside);
            inside = "Content-Type: application/pkcs7-mime\r\n\r\n" + new String(signed, StandardCharsets.ISO_8859_1);
        }

        ReadMail mail = reader.read(inside.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(mail.attachments()).isNotEmpty();
    }
}
