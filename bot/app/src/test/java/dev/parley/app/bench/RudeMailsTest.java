package dev.parley.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.RunningBot;
import dev.parley.app.bot.Stage;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails made to hurt are brought to a whole bot by LMTP, each followed by an ordinary one. */
class RudeMailsTest {
    private static final int FILE_BYTES = 60 << 20;
    private static final int FILE_LINE_BYTES = 57;
    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

    /** Writes what follows the first header fields. */
    private interface Rest {
        void write(OutputStream to) throws IOException;
    }

    private static Map<String, Rest> rude() {
        Map<String, Rest> mails = new LinkedHashMap<>();
        mails.put("a file of 60 MB", RudeMailsTest::file);
        mails.put("10,000 parts", to -> say(to, MIXED + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(10_000)));
        mails.put("1 MB of >", to -> say(to, "\r\nNo.\r\n" + ">".repeat(1 << 20) + "\r\n"));
        mails.put("5,000 levels", RudeMailsTest::levels);
        mails.put("a zip of a gigabyte", RudeMailsTest::bomb);
        return mails;
    }

    @Test
    void eachIsWorkedInAndSoIsTheMailRightAfterIt(@TempDir Path directory) throws Exception {
        int port = StartRun.freePort();
        try (Stage stage = Stage.open(directory)) {
            Map<String, String> values = new HashMap<>(Map.of(
                    "spring.config.additional-location", stage.config().toUri().toString(),
                    "parley.desks[0].mailbox.size-max", "100MB",
                    "parley.lmtp.port", Integer.toString(port)));
            try (RunningBot _ = RunningBot.start(values)) {
                int done = 0;
                for (Map.Entry<String, Rest> mail : rude().entrySet()) {
                    long start = System.nanoTime();
                    bring(port, mail.getKey(), mail.getValue());
                    bring(port, "after " + mail.getKey(), to -> say(to, "\r\nHello\r\n"));
                    done += 2;
                    int enough = done;
                    Await.until("worked in: " + mail.getKey() + " and the next", () -> done(stage) == enough);
                    System.out.println(
                            mail.getKey() + ", and the next: " + (System.nanoTime() - start) / 1_000_000 + " ms");
                }
            }
            assertThat(stage.sql().queryForList("select subject from ticket order by number", String.class))
                    .hasSize(2 * rude().size())
                    .contains("after a file of 60 MB", "after a zip of a gigabyte");
        }
    }

    private static long done(Stage stage) {
        Long done = stage.sql().queryForObject("select count(*) from inbox where status = 'DONE'", Long.class);
        return done == null ? 0 : done;
    }

    /** By a conversation of its own, as each mail of another sender comes. */
    private static void bring(int port, String subject, Rest rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16)) {
            String sender = subject.replaceAll("\\W", "") + "@customer.example";
            say(
                    out,
                    "LHLO mx.customer.example\r\nMAIL FROM:<" + sender
                            + ">\r\nRCPT TO:<support@desk.example>\r\nDATA\r\n");
            say(out, "From: " + sender + "\r\nMessage-ID: <1." + sender + ">\r\nSubject: " + subject + "\r\n");
            rest.write(out);
            say(out, "\r\n.\r\nQUIT\r\n");
            out.flush();
            assertThat(in.lines().toList()).as(subject).contains("250 2.0.0 Stored");
        }
    }

    private static void say(OutputStream to, String words) throws IOException {
        to.write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static void file(OutputStream to) throws IOException {
        say(to, MIXED + "--b\r\n\r\nSee the picture.\r\n--b\r\nContent-Type: image/png; name=large.png\r\n");
        say(to, "Content-Transfer-Encoding: base64\r\n\r\n");
        byte[] line = new byte[FILE_LINE_BYTES];
        new Random(1).nextBytes(line);
        byte[] encoded = (Base64.getEncoder().encodeToString(line) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < FILE_BYTES / encoded.length; i++) {
            to.write(encoded);
        }
        say(to, "\r\n--b--");
    }

    private static void levels(OutputStream to) throws IOException {
        for (int i = 0; i < 5_000; i++) {
            say(to, "Content-Type: multipart/mixed; boundary=b" + i + "\r\n\r\n--b" + i + "\r\n");
        }
        say(to, "\r\nHello\r\n");
    }

    private static void bomb(OutputStream to) throws IOException {
        say(to, "Content-Type: application/zip; name=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        ZipOutputStream zip = new ZipOutputStream(Base64.getMimeEncoder().wrap(to));
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry("bomb"));
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 1_000; i++) {
            zip.write(zeros);
        }
        zip.finish();
    }
}
