package dev.parley.mail.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Dovecot from the system's packages, with one mailbox on loopback; whoever asks is skipped where there is none. */
final class DovecotServer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final String LOGIN = "support";

    private final Process process;
    private final Path directory;
    private final int imap;
    private final int lmtp;

    private DovecotServer(Process process, Path directory, int imap, int lmtp) {
        this.process = process;
        this.directory = directory;
        this.imap = imap;
        this.lmtp = lmtp;
    }

    /** Starts it in this folder. It has to be root to give its parts users of their own. */
    static DovecotServer start(Path directory) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "no Dovecot: apt-get install dovecot-imapd dovecot-lmtpd");
        assumeTrue("root".equals(System.getProperty("user.name")), "Dovecot starts as root only");
        int imap = freePort();
        int lmtp = freePort();
        Path mail = Files.createDirectories(directory.resolve("mail"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path config = Files.writeString(directory.resolve("dovecot.conf"), config(directory, imap, lmtp));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        DovecotServer server = new DovecotServer(process, directory, imap, lmtp);
        server.awaitGreeting();
        return server;
    }

    private static String config(Path directory, int imap, int lmtp) {
        return """
            base_dir = %1$s/run
            log_path = %1$s/log
            protocols = imap lmtp
            ssl = no
            disable_plaintext_auth = no
            first_valid_uid = 1
            mail_location = maildir:%1$s/mail/%%u
            default_process_limit = 20
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid=65534 gid=65534 home=%1$s/mail/%%u allow_all_users=yes
            }
            service imap-login {
              chroot =
              inet_listener imap {
                address = 127.0.0.1
                port = %2$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            service lmtp {
              inet_listener lmtp {
                address = 127.0.0.1
                port = %3$d
              }
            }
            """.formatted(directory, imap, lmtp);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitGreeting() throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lmtp)) {
                if (socket.getInputStream().read() == '2') {
                    return;
                }
            } catch (IOException notYet) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IOException("Dovecot does not start: " + Files.readString(directory.resolve("out")) + log());
    }

    String log() throws IOException {
        Path log = directory.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The same, for a test's message. */
    String logged() {
        try {
            return log();
        } catch (IOException e) {
            return e.toString();
        }
    }

    Server imap() {
        return new Server("127.0.0.1", imap, Server.Security.NONE, LOGIN, "secret", Duration.ofSeconds(20));
    }

    /** Delivers mails as an MTA does; each is durable in the mailbox when its answer came. */
    void deliver(int from, int to) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lmtp)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            answer(in, "220");
            say(in, out, "LHLO mx.vendor.example", "250");
            for (int i = from; i < to; i++) {
                say(in, out, "MAIL FROM:<alice@customer.example>", "250");
                say(in, out, "RCPT TO:<" + LOGIN + ">", "250");
                say(in, out, "DATA", "354");
                String mail = "Message-ID: <" + i + "@customer.example>\r\nSubject: Hello\r\n\r\n"
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
            throw new IOException("Dovecot said " + line);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
