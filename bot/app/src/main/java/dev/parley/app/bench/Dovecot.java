package dev.parley.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Dovecot from the system's packages, on loopback with all its files in one folder; every address has a mailbox. */
final class Dovecot implements AutoCloseable {
    /** Opens every mailbox. */
    static final String PASSWORD = "secret";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final int LOOKS = 300;
    private static final long LOOK_MILLIS = 50;
    private static final long STOP_SECONDS_MAX = 20;

    private final Process process;
    private final Path directory;
    private final int imapPort;
    private final int lmtpPort;

    private Dovecot(Process process, Path directory, int imapPort, int lmtpPort) {
        this.process = process;
        this.directory = directory;
        this.imapPort = imapPort;
        this.lmtpPort = lmtpPort;
    }

    /** Why it cannot be started here; empty if it can. It has to be root to give its parts users of their own. */
    static Optional<String> missing() {
        if (!Files.isExecutable(PROGRAM)) {
            return Optional.of("no Dovecot: apt-get install dovecot-imapd dovecot-lmtpd");
        }
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of("Dovecot starts as root only");
    }

    /** Starts it in a folder of its own, which lies in one of ours. */
    static Dovecot start(Path directory) throws IOException, InterruptedException {
        int imap = StartRun.freePort();
        int lmtp = StartRun.freePort();
        Path mail = Files.createDirectories(directory.resolve("mail"));
        letThrough(directory);
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path config = Files.writeString(directory.resolve("dovecot.conf"), config(directory, imap, lmtp));
        Process process = new ProcessBuilder(PROGRAM.toString(), "-F", "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        Dovecot server = new Dovecot(process, directory, imap, lmtp);
        server.awaitGreeting();
        return server;
    }

    /** The parts of a mail server are other users, who have to reach its folder. */
    static void letThrough(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(directory.getParent(), PosixFilePermissions.fromString("rwx--x--x"));
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
              args = password=%4$s
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
            """.formatted(directory, imap, lmtp, PASSWORD);
    }

    private void awaitGreeting() throws IOException, InterruptedException {
        for (int i = 0; i < LOOKS; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), lmtpPort)) {
                if (socket.getInputStream().read() == '2') {
                    return;
                }
            } catch (IOException notYet) {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        close();
        throw new IOException("Dovecot does not start: " + Files.readString(directory.resolve("out")) + log());
    }

    /** What it wrote so far. */
    String log() throws IOException {
        Path log = directory.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    int imapPort() {
        return imapPort;
    }

    int lmtpPort() {
        return lmtpPort;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
    }
}
