package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.parley.core.port.ChannelSender.Result;
import dev.parley.mail.oauth.AccessTokens;
import dev.parley.mail.oauth.OAuthClient;
import dev.parley.mail.oauth.TokenServer;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mailbox that takes tokens in place of a password (XOAUTH2), at a server that checks them. */
@Timeout(90)
class TokenLogInTest {
    private static final String LOGIN = "support@vendor.example";

    private final SettableClock clock = SettableClock.onAMonday();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final Arrivals arrivals = new Arrivals(store.inbox());
    private GreenMail server;
    private GreenMailUser user;
    private TokenServer provider;
    private AccessTokens tokens;

    @BeforeEach
    void open() throws Exception {
        var imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        imap.setServerStartupTimeout(20_000);
        smtp.setServerStartupTimeout(20_000);
        server = new GreenMail(new ServerSetup[] {imap, smtp});
        server.start();
        user = server.setUser(LOGIN, LOGIN, "token-1");
        provider = new TokenServer("token-1");
        var client = new OAuthClient(
                provider.address(),
                "parley",
                "s3cret",
                "mail",
                new OAuthClient.Grant.Consent("consent"),
                Duration.ofSeconds(10));
        tokens = new AccessTokens(client, "mail:support", store.checkpoints(), clock);
    }

    @AfterEach
    void close() {
        provider.close();
        server.stop();
    }

    private Server at(int port) {
        return new Server(
                "127.0.0.1", port, Server.Security.NONE, LOGIN, "", tokens, Duration.ofSeconds(20), List.of());
    }

    private void deliver(String id) throws Exception {
        var raw = "Message-ID: <" + id + "@customer.example>\r\nSubject: hello\r\n\r\nfrom " + id + "\r\n";
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII))));
    }

    private MailboxReader reader() {
        var settings = new MailboxSettings(
                "support",
                "mail:support",
                at(server.getImap().getPort()),
                "INBOX",
                FirstRead.ALL,
                Duration.ofMillis(100),
                1 << 20,
                Duration.ofSeconds(45));
        var ports = new MailboxReader.Ports(arrivals, store.missedMail(), store.leases(), store.checkpoints());
        var reader = new MailboxReader(
                settings,
                ports,
                "a",
                clock,
                new Pauses(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(50)));
        Thread.ofVirtual().start(reader::run);
        return reader;
    }

    @Test
    void mailIsReadAndSentByOneToken() throws Exception {
        deliver("1");
        try (var reader = reader();
                var sender = new SmtpSender(at(server.getSmtp().getPort()), clock)) {
            assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Sent.class);
            assertThat(reader.problem()).isEmpty();
        }
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void aTokenTheServerRefusesIsReplacedAndNoMailIsLost() throws Exception {
        user.setPassword("token-2");
        deliver("1");
        try (var reader = reader()) {
            Await.until(() -> reader.problem().contains("by token is refused"));
            assertThat(reader.problem()).contains(LOGIN).doesNotContain("token-1", "consent", "s3cret");
            provider.gives("token-2", 3600, "");
            assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
        }
    }

    @Test
    void pitfall43AConsentThatEndedIsAnAlarmAndTheMailIsReadWhenItIsGivenAnew() throws Exception {
        provider.answers(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Token has been revoked.\"}");
        deliver("1");
        try (var reader = reader();
                var sender = new SmtpSender(at(server.getSmtp().getPort()), clock)) {
            Await.until(() -> reader.problem().contains("gives no access any more"));
            assertThat(reader.problem())
                    .contains("Token has been revoked.", "./parley mailbox authorise", "what is there stays there");
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Later.class);
            assertThat(sender.problem()).contains("gives no access any more");
            provider.gives("token-1", 3600, "");
            assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
            Await.until(() -> reader.problem().isEmpty());
        }
    }
}
