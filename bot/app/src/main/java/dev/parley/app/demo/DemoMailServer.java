package dev.parley.app.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server for the demo: SMTP and IMAP on loopback, for the bot and for ordinary mail programs.
 *
 * <p>Its SMTP side is the trusted edge: it says in {@code Authentication-Results}, under {@link #AUTHSERV_ID},
 * whether the sender logged in and owns the From address, and takes out what a sender claims in its name. Mail
 * without a log-in is taken, as from the internet, and marked so. It delivers to its own mailboxes only. Mail is on
 * disk before it is acknowledged; flags and folders follow within {@link #SAVE_EVERY}.
 */
public final class DemoMailServer implements AutoCloseable {

    /** The name to pin in the bot's settings as the one whose verdicts count. */
    public static final String AUTHSERV_ID = "demo.parley.example";

    /** Largest mail taken, in bytes; as much as the large providers take. */
    public static final int MAIL_BYTES_MAX = 25 * 1024 * 1024;

    private static final int RECIPIENTS_MAX = 100;
    private static final int CONNECTIONS_MAX = 200;
    /** As RFC 3501 (5.4) asks; GreenMail would hang up on a reading person after half a minute. */
    private static final Duration IMAP_IDLE_MAX = Duration.ofMinutes(30);

    private static final Duration SMTP_IDLE_MAX = Duration.ofMinutes(5);
    private static final Duration IMAP_START_WITHIN = Duration.ofSeconds(20);
    private static final Duration SAVE_EVERY = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(DemoMailServer.class);

    private final List<DemoAccount> accounts;
    private final Mailboxes mailboxes;
    private final GreenMail imap;
    private final SMTPServer smtp;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo-mail-saver").factory());

    private DemoMailServer(Settings settings, InstantSource clock, GreenMail imap) {
        this.accounts = settings.accounts();
        this.imap = imap;
        this.mailboxes = new Mailboxes(imap, settings.directory());
        this.smtp = SMTPServer.port(settings.smtpPort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName(AUTHSERV_ID)
                .softwareName("Parley demo")
                .insertReceivedHeaders(false)
                .maxMessageSize(MAIL_BYTES_MAX)
                .maxRecipients(RECIPIENTS_MAX)
                .maxConnections(CONNECTIONS_MAX)
                .connectionTimeoutMs(Math.toIntExact(SMTP_IDLE_MAX.toMillis()))
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((login, password, _) -> check(login, password)))
                .messageHandlerFactory(context -> new DemoDelivery(context, accounts, mailboxes, clock))
                .build();
    }

    /**
     * What is to be started.
     *
     * @param directory where the mail is kept
     * @param smtpPort 1 to 65535, or 0 for any free one; the same for {@code imapPort}
     */
    public record Settings(Path directory, int smtpPort, int imapPort, List<DemoAccount> accounts) {
        public Settings {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Starts both servers with the mail of last time.
     *
     * @throws IOException when a port is taken or the mail cannot be read, with a sentence that says so
     */
    public static DemoMailServer start(Settings settings, InstantSource clock) throws IOException {
        LostConnections.ignore();
        Files.createDirectories(settings.directory());
        requireFree(settings.smtpPort());
        requireFree(settings.imapPort());
        var setup = new ServerSetup(settings.imapPort(), loopback(), ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(IMAP_START_WITHIN.toMillis());
        var server = new DemoMailServer(settings, clock, new GreenMail(setup));
        try {
            server.start();
            return server;
        } catch (IOException | RuntimeException problem) {
            server.stop();
            throw new IOException("The demo's mail server did not start: " + problem.getMessage(), problem);
        }
    }

    /** On 127.0.0.1, without TLS, with AUTH PLAIN and LOGIN. */
    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** On 127.0.0.1, without TLS. */
    public int imapPort() {
        return imap.getImap().getPort();
    }

    /** Stops taking mail, then writes down what IMAP clients did last. */
    @Override
    public void close() throws IOException {
        smtp.stop();
        saver.shutdown();
        mailboxes.save(accounts);
        imap.stop();
    }

    private void start() throws IOException {
        imap.start(); // makes its servers anew
        imap.getImap().setClientSocketTimeout(Math.toIntExact(IMAP_IDLE_MAX.toMillis()));
        for (var account : accounts) {
            mailboxes.open(account);
        }
        smtp.start();
        var _ = saver.scheduleWithFixedDelay(
                this::save, SAVE_EVERY.toMillis(), SAVE_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void stop() {
        saver.shutdown();
        smtp.stop();
        imap.stop();
    }

    private void save() {
        try {
            mailboxes.save(accounts);
        } catch (IOException | RuntimeException problem) {
            LOG.warn("The demo's mailboxes could not be saved; trying again", problem);
        }
    }

    private void check(String login, String password) throws LoginFailedException {
        if (accounts.stream()
                .noneMatch(account -> account.address().equalsIgnoreCase(login)
                        && account.password().equals(password))) {
            throw new LoginFailedException();
        }
    }

    private static void requireFree(int port) throws IOException {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new IOException("Port " + port + " on 127.0.0.1 is taken; name another one.", taken);
        }
    }

    private static String loopback() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }
}
