package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.ChannelSender.Result;
import dev.parley.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is wrong with a mail server is said in words, it is not pestered, and work goes on when it is mended. */
@Timeout(60)
class OutageTest {
    private final SettableClock clock = SettableClock.onAMonday();

    @Test
    void aRefusedLogInIsSaidWithWhatToCheckAndTheMailboxIsReadOnceThePasswordIsRight() throws Exception {
        try (var room = new Mailroom()) {
            room.server.deliver("1", "first");
            room.server.password("another");
            var reader = room.read(FirstRead.ALL);
            Await.until(() -> reader.problem().contains("log-in"));
            assertThat(reader.problem())
                    .contains("support@vendor.example", "is refused", "check user and password")
                    .doesNotContain("secret", "another");
            room.server.password("secret");
            assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
            Await.until(() -> reader.problem().isEmpty());
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndReadOnceItIsThere() throws Exception {
        try (var room = new Mailroom()) {
            var at = ImapServer.at(room.wire.port());
            var usual = room.settings(at, FirstRead.NEW);
            var settings = new MailboxSettings(
                    usual.desk(),
                    usual.channel(),
                    at,
                    "Requests",
                    usual.firstRead(),
                    usual.poll(),
                    usual.bytesMax(),
                    usual.lease());
            var reader = room.read(settings);
            Await.until(() -> reader.problem().contains("folder"));
            assertThat(reader.problem()).contains("no folder Requests", "set mailbox.folder");
            room.server.makeFolder("Requests");
            Await.until(() -> reader.problem().isEmpty());
        }
    }

    @Test
    void aServerThatHangsUpInTheMiddleOfAMailIsReadAgain() throws Exception {
        try (var room = new Mailroom()) {
            room.server.deliver("1", "first");
            room.server.deliver("2", "x".repeat(200_000));
            room.wire.cutInAnswersOf(20_000);
            var reader = room.read(FirstRead.ALL);
            Await.until(() -> !reader.problem().isEmpty() && !reader.problem().equals("not connected yet"));
            room.wire.mend();
            assertThat(room.arrivals.awaitHandedIn(2)).isEqualTo(2);
            assertThat(room.arrivals.texts().getLast()).contains("x".repeat(200_000));
            assertThat(room.quarantine()).isEmpty();
        }
    }

    @Test
    void pausesGrowToTheirLimitAndBeginAnewWhenItWorks() {
        var pauses = Pauses.usual();
        assertThat(pauses.next(false)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pauses.next(false)).isEqualTo(Duration.ofSeconds(2));
        for (var i = 0; i < 10; i++) {
            assertThat(pauses.next(false)).isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(pauses.next(false)).isEqualTo(Duration.ofMinutes(1));
        assertThat(pauses.next(true)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pauses.next(true)).isEqualTo(Duration.ofMinutes(4));
        assertThat(pauses.next(true)).isEqualTo(Duration.ofMinutes(5));
        pauses.over();
        assertThat(pauses.next(true)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anOutgoingServerThatRefusesTheLogInIsNotPesteredAndMailGoesOnceItIsMended() throws Exception {
        try (var server = new SmtpServer();
                var sender = sender(server.port())) {
            server.password("another");
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Later.class);
            assertThat(sender.problem())
                    .contains("cannot send through", "log-in of support@vendor.example", "check user and password")
                    .doesNotContain("secret", "another");
            assertThat(sender.send(Draft.usual()).toString()).contains("check user and password");
            assertThat(server.refusedLogins()).isEqualTo(1);
            server.password("secret");
            clock.advance(Duration.ofSeconds(1));
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Sent.class);
            assertThat(sender.problem()).isEmpty();
        }
    }

    @Test
    void anOutgoingServerThatIsAwayIsNamedAndUsedOnceItIsBack() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        try (var sender = sender(port)) {
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Later.class);
            assertThat(sender.problem()).contains("127.0.0.1:" + port, "takes no connections");
            clock.advance(Duration.ofSeconds(2));
            try (var back = new SmtpServer(port)) {
                assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Sent.class);
                assertThat(back.taken()).hasSize(1);
            }
        }
    }

    @Test
    void aNameNobodyKnowsIsSaid() throws IOException {
        var nowhere = new Server("no-such-host.invalid", 25, Server.Security.NONE, "", "", Duration.ofSeconds(10));
        try (var sender = new SmtpSender(nowhere, clock)) {
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Later.class);
            assertThat(sender.problem()).contains("no-such-host.invalid");
        }
    }

    private SmtpSender sender(int port) {
        return new SmtpSender(
                new Server(
                        "127.0.0.1",
                        port,
                        Server.Security.NONE,
                        "support@vendor.example",
                        "secret",
                        Duration.ofSeconds(10)),
                clock);
    }
}
