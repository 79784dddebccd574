package dev.parley.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.mime.MimeMail.TextPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MailStreamTest {
    private static final String MARK = "parley-0123456789abcdef0123456789abcdef";

    private final MimeReader reader = new MimeReader(Limits.DEFAULT);

    /** A mail taken apart: what is left, the files, and the mail as it is put together again. */
    @SuppressWarnings("ArrayRecordComponent") // looked at once, never compared
    private record Apart(byte[] left, Map<String, byte[]> files, byte[] whole) {}

    /** Comes in pieces of any size, as from a network. */
    private static Apart apart(byte[] mail, int piece) throws IOException {
        try (MailStream stream = new MailStream(MARK, Limits.DEFAULT)) {
            for (int at = 0; at < mail.length; at += piece) {
                stream.write(mail, at, Math.min(piece, mail.length - at));
            }
            byte[] left = stream.end();
            Map<String, byte[]> files = new HashMap<>();
            for (TakenOut file : stream.files()) {
                files.put(file.sha256(), file.open().readAllBytes());
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            WholeMail.write(
                    left, files.isEmpty() ? "" : MARK, sha -> new java.io.ByteArrayInputStream(files.get(sha)), whole);
            return new Apart(left, files, whole.toByteArray());
        }
    }

    private static Apart apart(String mail) throws IOException {
        byte[] bytes = mail.getBytes(StandardCharsets.ISO_8859_1);
        Apart apart = apart(bytes, 1_000);
        assertThat(apart.whole).isEqualTo(bytes);
        return apart;
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private static String withFile(String type, String encoding, String body) {
        return "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\nbefore\r\n--b\r\n\r\nHello\r\n--b\r\n"
                + "Content-Type: " + type + "; name=a.bin\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n"
                + body + "\r\n--b\r\n\r\nBye\r\n--b--\r\nafter\r\n";
    }

    @Test
    void aSmallMailStaysWhole() throws IOException {
        Apart apart = apart(withFile("image/png", "base64", base64(noise(30_000))));

        assertThat(apart.files).isEmpty();
        assertThat(apart.left).isEqualTo(apart.whole);
    }

    @Test
    void aLargeFileIsTakenOutDecodedAndTheRestIsReadAsBefore() throws IOException {
        byte[] file = noise(200_000);
        Apart apart = apart(withFile("image/png", "base64", base64(file)));

        assertThat(apart.left.length).isLessThan(1_000);
        assertThat(apart.files.values()).singleElement().isEqualTo(file);
        MimeMail left = reader.read(apart.left, MARK);
        MimeMail whole = reader.read(apart.whole);
        assertThat(left.texts())
                .isEqualTo(whole.texts())
                .extracting(TextPart::text)
                .contains("Hello", "Bye");
        assertThat(left.attachments()).extracting(MailAttachment::sha256).isEqualTo(sha256s(whole));
        assertThat(left.attachments()).extracting(MailAttachment::size).contains(200_000L);
        assertThat(left.warnings()).isEqualTo(whole.warnings());
    }

    private static List<String> sha256s(MimeMail mail) {
        return mail.attachments().stream().map(MailAttachment::sha256).toList();
    }

    @Test
    void base64WrittenInAnyWayIsPutBackAsItStood() throws IOException {
        String regular = base64(noise(100_001));
        List<String> ways = List.of(
                regular,
                regular.replace("\r\n", "\n"),
                regular.replace("\r\n", ""),
                regular.replaceFirst("\r\n", "\n"),
                regular.replaceFirst("\r\n", " \r\n"),
                regular + "\r\n",
                regular + "\r\n\r\n",
                regular.replace("=", ""),
                "!" + regular,
                regular + "QQ==",
                Base64.getEncoder().encodeToString(noise(100_000)).replaceFirst(".==$", "Z=="));
        for (String way : ways) {
            Apart apart = apart(withFile("image/png", "base64", way));
            assertThat(sha256s(reader.read(apart.left, MARK))).isEqualTo(sha256s(reader.read(apart.whole)));
            assertThat(apart.files.keySet())
                    .containsAll(sha256s(reader.read(apart.whole)).subList(0, 1));
        }
    }

    @Test
    void aFileInEightBitsIsTakenOutAsItStands() throws IOException {
        String body = new String(noise(100_000), StandardCharsets.ISO_8859_1).replace('-', '_');
        Apart apart = apart(withFile("application/pdf", "8bit", body));

        assertThat(apart.left.length).isLessThan(1_000);
        assertThat(sha256s(reader.read(apart.left, MARK))).isEqualTo(sha256s(reader.read(apart.whole)));
    }

    @Test
    void theTextOfALargeMailIsReadAsBefore() throws IOException {
        String text = "A line of text that somebody wrote.\r\n".repeat(20_000);
        Apart apart = apart("Subject: x\r\n\r\n" + text);

        assertThat(apart.files).isEmpty();
        assertThat(reader.read(apart.left, MARK).texts())
                .isEqualTo(reader.read(apart.whole).texts());
    }

    @Test
    void ofAnEndlessTextTheBeginningIsReadAndAllIsKept() throws IOException {
        Apart apart = apart(
                "Subject: x\r\n\r\nHello\r\n" + "x".repeat(998).concat("\r\n").repeat(20_000));

        assertThat(apart.left.length).isLessThan(Weight.TEXT_MAX + 1_000);
        MimeMail mail = reader.read(apart.left, MARK);
        assertThat(mail.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.text()).startsWith("Hello\n"));
        assertThat(mail.attachments()).extracting(MailAttachment::size).containsExactly(20_000_007L);
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("too large to be read"));
    }

    @Test
    void theHeaderOfAMessageThatWasTakenOutIsRead() throws IOException {
        Apart apart = apart(withFile(
                "message/rfc822",
                "8bit",
                "Subject: inside\r\nMessage-ID: <7@x.example>\r\n\r\n" + "y\r\n".repeat(90_000)));

        assertThat(apart.files).hasSize(1);
        MimeMail mail = reader.read(apart.left, MARK);
        MimeMail.Returned returned = Objects.requireNonNull(mail.returned());
        assertThat(returned.headers().text("Message-ID").strip()).isEqualTo("<7@x.example>");
    }

    @Test
    void anEnclosedSignatureAndWinmailAreOpenedUpToTheirLimit() throws IOException {
        byte[] tnef = noise(100_000);
        tnef[0] = 0x78;
        tnef[1] = (byte) 0x9f;
        tnef[2] = 0x3e;
        tnef[3] = 0x22;
        Apart apart = apart(withFile("application/octet-stream", "base64", base64(tnef)));

        assertThat(apart.files).isEmpty();
        assertThat(apart(withFile("application/pkcs7-mime", "base64", base64(noise(100_000)))).files)
                .isEmpty();
        assertThat(apart(withFile("application/ms-tnef", "base64", base64(noise(9_000_000)))).files)
                .hasSize(1);
    }

    @Test
    void aLineThatLooksLikeOursIsNobodysWithoutTheMark() throws IOException {
        String line = "parley-ffff file " + "a".repeat(64) + " 1 " + "b".repeat(64) + " as-is 0\r\n";
        Apart apart = apart(withFile("image/png", "8bit", line + "z\r\n".repeat(90_000)) + line);

        assertThat(apart.files).hasSize(1);
    }

    @Test
    void soManySmallPartsThatTheyFillTheMemoryEndInAFile() throws IOException {
        String part = "--b\r\nContent-Type: image/png\r\n\r\n"
                + "x".repeat(900).concat("\r\n").repeat(15) + "\r\n";
        Apart apart = apart("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part.repeat(1_500) + "--b--\r\n");

        assertThat(apart.left.length).isLessThan(MailStream.BYTES_MAX + 100_000);
        MimeMail mail = reader.read(apart.left, MARK);
        assertThat(mail.attachments()).last().extracting(MailAttachment::name).isEqualTo("rest-of-the-mail.bin");
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("more small parts"));
    }

    @Test
    void boundariesInsideBoundariesAndPiecesOfAnySizeChangeNothing() throws IOException {
        String inner = "--b1\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--b1\r\nContent-Type: image/gif\r\n"
                + "Content-ID: <p@x>\r\n\r\n" + "g".repeat(70_000) + "\n--b1--\r\n";
        byte[] mail = ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/related;"
                        + " boundary=\"b1\"\r\n\r\n" + inner + "--b\r\nContent-Type: application/zip\r\n\r\n"
                        + "z".repeat(70_000) + "\r\n--b--")
                .getBytes(StandardCharsets.US_ASCII);
        for (int piece : new int[] {1, 7, 4_096, 1 << 20}) {
            Apart apart = apart(mail, piece);
            assertThat(apart.whole).isEqualTo(mail);
            assertThat(apart.files).hasSize(2);
            MimeMail left = reader.read(apart.left, MARK);
            assertThat(sha256s(left)).isEqualTo(sha256s(reader.read(mail)));
            assertThat(left.texts()).isEqualTo(reader.read(mail).texts());
        }
    }

    @Test
    void mailsBrokenAtRandomArePutBackAsTheyCame() throws IOException {
        Random random = new Random(11);
        byte[] sound = withFile("image/png", "base64", base64(noise(80_000))).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 200; i++) {
            byte[] mail = sound.clone();
            for (int hits = random.nextInt(1, 8); hits > 0; hits--) {
                int at = random.nextBoolean() ? random.nextInt(400) : random.nextInt(mail.length);
                mail[at] = (byte) "\r\n-b: \0=".charAt(random.nextInt(8));
            }
            assertThat(apart(mail, 10_000).whole).isEqualTo(mail);
        }
    }
}
