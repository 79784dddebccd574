package dev.parley.mail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.mail.mime.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails made to hurt: each is read within the limits, and the next mail right after. */
class HardInputsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final MailReader reader = new MailReader(MailReadSettings.DEFAULT);

    @AfterEach
    void theNextMailIsRead() {
        assertThat(read("Subject: x\n\nYes.\n").reply()).isEqualTo("Yes.");
    }

    private ReadMail read(String mail) {
        return assertTimeoutPreemptively(LIMIT, () -> reader.read(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void pitfall35SixtyMegabytesAreCutAtTheLimit() throws IOException {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                return given++ % 1_000 == 999 ? '\n' : 'x';
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    to[offset + i] = (byte) read();
                }
                return length;
            }
        };

        ReadMail mail = assertTimeoutPreemptively(LIMIT, () -> reader.read(endless));

        assertThat(mail.text().length()).isLessThanOrEqualTo(Limits.DEFAULT.textChars());
        assertThat(mail.warnings()).anyMatch(warning -> warning.contains("cut at"));
    }

    @Test
    void pitfall31TenThousandPartsAreCut() {
        ReadMail mail = read("Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: image/png\n\nx\n".repeat(10_000) + "--b--\n");

        assertThat(mail.attachments().size()).isLessThanOrEqualTo(Limits.DEFAULT.parts() + 1);
    }

    @Test
    void pitfall25AMegabyteOfQuoteMarksIsRead() {
        ReadMail mail = read("Subject: x\n\nNo.\n" + ">".repeat(1 << 20) + "\n" + "> >\n".repeat(200_000));

        assertThat(mail.newText()).isEqualTo("No.");
    }

    @Test
    void pitfall31FiveThousandLevelsAreCut() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(read(mail + "\nHello\n").warnings()).anyMatch(warning -> warning.contains("deeper"));
    }

    @Test
    void pitfall31MessagesInsideMessagesAreFilesAndNotTakenApart() {
        String mail = "Content-Type: message/rfc822\n\n".repeat(5_000) + "Subject: deepest\n\nHello\n";

        assertThat(read(mail).attachments()).hasSize(1);
    }

    @Test
    void aZipThatGrowsIsKeptAsItCameAndNeverOpened() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("bomb"));
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        ReadMail mail = read("Content-Type: application/zip; name=bomb.zip\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(zip.toByteArray()));

        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("bomb.zip");
            assertThat(file.content()).isEqualTo(zip.toByteArray());
        });
    }
}
