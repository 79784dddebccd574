package dev.parley.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.Stage;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.wire.Inspection;
import dev.parley.mail.wire.LmtpListener;
import dev.parley.mail.wire.MailboxReader;
import dev.parley.mail.wire.SmtpListener;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that comes through a mail server people use, into a real database. */
class PostfixTest {
    private static final int MAILS = 50;
    private static final int SIZE_MAX = 1 << 20;
    private static final String DIRECT = "mail:direct";

    private static Stage stage;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        RealServers.assumePostfix();
        stage = Stage.open(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void mailSentToPostfixIsReadFromDovecotStoredOnceAndMarkedAsSeen(@TempDir Path directory) throws Exception {
        RealServers.assumeDovecot();
        try (Dovecot dovecot = Dovecot.start(directory.resolve("dovecot"));
                Postfix postfix =
                        Postfix.start(directory.resolve("postfix"), Map.of("desk.example", dovecot.lmtpPort()));
                MailboxReader reader = RealServers.reader(dovecot, stage.storage())) {
            Thread ignored = Thread.ofVirtual().start(reader::run);

            send(postfix, 0, MAILS);

            Await.until("all mails recorded", () -> RealServers.recorded(stage, RealServers.CHANNEL) >= MAILS);
            Await.until("all mails marked as seen", () -> unseen(dovecot) == 0);
            assertThat(stage.sql()
                            .queryForList("select native_id from inbox where channel = 'mail:support'", String.class))
                    .hasSize(MAILS)
                    .anyMatch(id -> id.startsWith("<0@customer.example>"))
                    .anyMatch(id -> id.startsWith("<49@customer.example>"));
        }
    }

    @Test
    void mailThatPostfixBringsByLmtpWhileTheDatabaseIsAwayStaysInItsQueueUntilItIsBack(@TempDir Path directory)
            throws Exception {
        try (LmtpListener listener = listener();
                Postfix postfix =
                        Postfix.start(directory.resolve("postfix"), Map.of("desk.example", listener.port()))) {
            send(postfix, 0, 1);
            Await.until("a mail recorded", () -> RealServers.recorded(stage, DIRECT) == 1);
            database("allow_connections false");

            send(postfix, 1, 2);

            Await.until(
                    "a mail deferred",
                    () -> log(postfix).matches("(?s).*status=deferred .* 451 4.3.0 It could not be stored.*"));
            database("allow_connections true");
            Await.until("the other mail recorded", () -> RealServers.recorded(stage, DIRECT) == 2);
            Await.until("Postfix knows", () -> log(postfix).split("status=sent ", -1).length == 3);
            assertThat(log(postfix)).doesNotContain("status=bounced");
        }
    }

    private static void send(Postfix postfix, int from, int to) throws IOException {
        RealServers.bring(postfix.port(), "EHLO", RealServers.SUPPORT, from, to);
    }

    private static LmtpListener listener() throws IOException {
        SmtpListener.Target target = new SmtpListener.Target(Stage.DESK, DIRECT, Belief.NONE, SIZE_MAX);
        return LmtpListener.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                _ -> Optional.of(target),
                stage.storage().inbox(),
                Inspection.beforeUs(() -> {
                    throw new AssertionError("nobody is believed");
                }),
                Clock.systemUTC());
    }

    /** Changes what the database lets in, and ends who is connected. */
    private static void database(String change) throws SQLException {
        String url = stage.servers().postgres().jdbcUrl().replace("/parley?", "/postgres?");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("alter database parley " + change);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'parley'");
        }
    }

    private static int unseen(Dovecot dovecot) {
        try {
            return BareFetch.unseen(dovecot, RealServers.SUPPORT);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String log(Postfix postfix) {
        try {
            return postfix.log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
