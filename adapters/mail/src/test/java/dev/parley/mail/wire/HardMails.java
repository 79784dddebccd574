package dev.parley.mail.wire;

import dev.parley.core.port.RawMessage;
import dev.parley.mail.MailIntake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Takes in and understands mails made to hurt, one after the other, each followed by an ordinary one; meant for a Java
 * with little memory. Prints a line a mail: its name, its megabytes, milliseconds, and what was understood.
 */
final class HardMails {
    private static final int BYTES_MAX = 100 << 20;

    private HardMails() {}

    /** Writes a mail without ever holding it. */
    interface Writer {
        void write(OutputStream to) throws IOException;
    }

    static Map<String, Writer> all() {
        Map<String, Writer> mails = new LinkedHashMap<>();
        mails.put("a file of 60 MB", to -> file(to, 60 << 20));
        mails.put("a text of 60 MB", to -> repeat(to, "Subject: x\r\n\r\n", "x".repeat(998) + "\r\n", 62_000));
        mails.put("60 MB in one line", to -> repeat(to, "Subject: x\r\n\r\n", "x".repeat(1000), 60_000));
        mails.put(
                "60 MB of HTML",
                to -> repeat(to, "Content-Type: text/html\r\n\r\n", "<div><p>Hello</p>\r\n", 3_000_000));
        mails.put("60 MB of header", to -> repeat(to, "", "X-Field: " + "y".repeat(900) + "\r\n", 66_000));
        mails.put("10,000 parts", to -> repeat(to, MIXED, "--b\r\nContent-Type: image/png\r\n\r\nx\r\n", 10_000));
        mails.put(
                "10,000 parts, 60 MB", to -> repeat(to, MIXED, "--b\r\n\r\n" + "word ".repeat(1_200) + "\r\n", 10_000));
        mails.put("1 MB of >", to -> repeat(to, "Subject: x\r\n\r\nNo.\r\n", ">", 1 << 20));
        mails.put("5,000 levels", HardMails::levels);
        mails.put("a winmail.dat of 60 MB", to -> winmail(to, 60 << 20));
        mails.put("a zip bomb", HardMails::bomb);
        return mails;
    }

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

    private static void repeat(OutputStream to, String first, String again, int times) throws IOException {
        to.write(first.getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = again.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < times; i++) {
            to.write(bytes);
        }
    }

    private static void file(OutputStream to, int size) throws IOException {
        repeat(to, MIXED, "--b\r\n\r\nSee the picture.\r\n--b\r\nContent-Type: image/png\r\n", 1);
        encoded(to, new byte[0], size);
        repeat(to, "\r\n--b\r\n\r\nBye.\r\n--b--\r\n", "", 0);
    }

    private static void winmail(OutputStream to, int size) throws IOException {
        repeat(to, MIXED, "--b\r\nContent-Type: application/ms-tnef\r\n", 1);
        encoded(to, new byte[] {0x78, (byte) 0x9f, 0x3e, 0x22}, size);
        repeat(to, "\r\n--b--\r\n", "", 0);
    }

    private static void encoded(OutputStream to, byte[] begin, int size) throws IOException {
        repeat(to, "Content-Transfer-Encoding: base64\r\n\r\n", "", 0);
        Random random = new Random(1);
        byte[] line = new byte[57];
        for (int i = 0; i < size / 57; i++) {
            random.nextBytes(line);
            System.arraycopy(begin, 0, line, 0, i == 0 ? begin.length : 0);
            to.write(Base64.getEncoder().encode(line));
            to.write('\r');
            to.write('\n');
        }
    }

    private static void levels(OutputStream to) throws IOException {
        for (int i = 0; i < 5_000; i++) {
            repeat(to, "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n", "", 0);
        }
        repeat(to, "\r\nHello\r\n", "", 0);
    }

    /** A gigabyte of nothing. */
    private static void bomb(OutputStream to) throws IOException {
        repeat(to, "Content-Type: application/zip; name=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n", "", 0);
        ZipOutputStream zip = new ZipOutputStream(Base64.getMimeEncoder().wrap(to));
        zip.putNextEntry(new ZipEntry("bomb"));
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 1_000; i++) {
            zip.write(zeros);
        }
        zip.finish();
        repeat(to, "\r\n", "", 0);
    }

    /** Takes it in through {@link Arriving} and understands it, as intake does. */
    static String read(Writer writer) throws IOException {
        MailIntake intake = new MailIntake("support@vendor.example", List.of(), Set.of());
        try (Arriving mail = new Arriving(BYTES_MAX)) {
            writer.write(mail);
            RawMessage message = mail.message("support", "mail:support", Instant.EPOCH, List.of());
            var understood = intake.understand(message);
            return "%.1f MB, text %d, files %d"
                    .formatted(
                            mail.size() / 1e6,
                            understood.content().text().length(),
                            understood.attachments().size());
        }
    }

    /** Every mail, and an ordinary one behind it; ends with 1 at the first that is not read. */
    public static void main(String[] args) throws IOException {
        for (Map.Entry<String, Writer> mail : all().entrySet()) {
            long begin = System.nanoTime();
            String understood = read(mail.getValue());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            String next = read(to -> repeat(to, "Subject: x\r\n\r\nYes.\r\n", "", 0));
            if (!next.contains("text 4")) {
                throw new IllegalStateException("after " + mail.getKey() + " the next mail was read as " + next);
            }
            System.out.println(mail.getKey() + ": " + understood + ", " + took.toMillis() + " ms");
        }
    }
}
