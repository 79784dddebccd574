package dev.parley.app.bench;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.app.bot.Stage;
import dev.parley.mail.wire.FirstRead;
import dev.parley.mail.wire.MailboxReader;
import dev.parley.mail.wire.MailboxSettings;
import dev.parley.mail.wire.Server;
import dev.parley.storage.PostgresStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/** Mails brought to servers people use, and the reader of their mailboxes. */
final class RealServers {
    /** Whose mailbox is read. */
    static final String SUPPORT = "support@desk.example";

    /** What comes from there. */
    static final String CHANNEL = "mail:support";

    private static final int SIZE_MAX = 1 << 20;

    private RealServers() {}

    /** Skips the test, and says why, where Dovecot cannot be started. */
    static void assumeDovecot() {
        assumeThat(Dovecot.missing()).isEmpty();
    }

    /** The same for Postfix. */
    static void assumePostfix() {
        assumeThat(Postfix.missing()).isEmpty();
    }

    /** Reads the mailbox into the database. */
    static MailboxReader reader(Dovecot dovecot, PostgresStorage storage) {
        Server imap = new Server(
                "127.0.0.1",
                dovecot.imapPort(),
                Server.Security.NONE,
                SUPPORT,
                Dovecot.PASSWORD,
                Duration.ofSeconds(20));
        MailboxSettings settings = new MailboxSettings(
                Stage.DESK,
                CHANNEL,
                imap,
                "INBOX",
                FirstRead.ALL,
                Duration.ofSeconds(60),
                SIZE_MAX,
                Duration.ofSeconds(45));
        return new MailboxReader(
                settings,
                new MailboxReader.Ports(storage.inbox(), storage.missedMail(), storage.leases(), storage.checkpoints()),
                "a",
                Clock.systemUTC());
    }

    /** How many mails came by this way and are recorded. */
    static long recorded(Stage stage, String channel) {
        Long count = stage.sql().queryForObject("select count(*) from inbox where channel = ?", Long.class, channel);
        return count == null ? 0 : count;
    }

    /**
     * Brings mails as another server does, by LMTP or SMTP; each is that server's to lose when its answer came.
     *
     * @param hello LHLO or EHLO
     */
    static void bring(int port, String hello, String recipient, int from, int to) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            answer(in, "220");
            say(in, out, hello + " mx.customer.example", "250");
            for (int i = from; i < to; i++) {
                say(in, out, "MAIL FROM:<alice@customer.example>", "250");
                say(in, out, "RCPT TO:<" + recipient + ">", "250");
                say(in, out, "DATA", "354");
                String mail = "From: alice@customer.example\r\nMessage-ID: <" + i
                        + "@customer.example>\r\nSubject: Hello\r\n\r\n"
                        + "A line of a mail that somebody wrote.\r\n".repeat(70);
                say(in, out, mail + ".", "250");
            }
        }
    }

    private static void say(BufferedReader in, OutputStream out, String words, String expected) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        answer(in, expected);
    }

    private static void answer(BufferedReader in, String expected) throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || !line.startsWith(expected)) {
            throw new IOException("the server said " + line);
        }
    }
}
