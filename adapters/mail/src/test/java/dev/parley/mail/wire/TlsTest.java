package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.ChannelSender.Result;
import dev.parley.mail.wire.Server.Security;
import dev.parley.mail.wire.TlsWire.Kind;
import dev.parley.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is to be protected is protected, or nothing is said at all. */
@Timeout(60)
class TlsTest {
    @TempDir
    private static Path directory;

    private static SelfSigned ours;
    private static SelfSigned another;
    private static SelfSigned forAnotherName;

    @BeforeAll
    static void certificates() throws Exception {
        ours = SelfSigned.forName("ip:127.0.0.1", directory);
        another = SelfSigned.forName("ip:127.0.0.1,dns:another.example", directory);
        forAnotherName = SelfSigned.forName("dns:mail.elsewhere.example", directory);
    }

    @ParameterizedTest
    @CsvSource({"TLS, AT_ONCE", "STARTTLS, STARTTLS"})
    void mailIsReadFromAServerWhoseCertificateIsTrusted(Security security, Kind kind) throws Exception {
        try (var room = new Mailroom();
                var wire = TlsWire.to(room.server.port(), kind, ours.context())) {
            room.server.deliver("1", "a secret text");
            room.read(room.settings(imap(wire.port(), security, ours.certificates()), FirstRead.ALL));
            assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
            assertThat(wire.saidInPlain()).doesNotContain("LOGIN", "AUTHENTICATE", "FETCH");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, AT_ONCE, not trusted, name a PEM file",
        "STARTTLS, STARTTLS, not trusted, name a PEM file",
        "STARTTLS, STRIPPED, offers no STARTTLS, nothing is sent unprotected",
        "TLS, STRIPPED, TLS with, port and security belong together",
    })
    void mailIsNotReadFromAServerThatCannotBeTrusted(Security security, Kind kind, String wrong, String mend)
            throws Exception {
        try (var room = new Mailroom();
                var wire = TlsWire.to(room.server.port(), kind, ours.context())) {
            room.server.deliver("1", "a secret text");
            var reader = room.read(room.settings(imap(wire.port(), security, List.of()), FirstRead.ALL));
            Await.until(() -> reader.problem().contains("cannot read"));
            assertThat(reader.problem()).contains(wrong, mend, "127.0.0.1:" + wire.port());
            assertThat(room.arrivals.handedIn()).isEmpty();
            assertThat(wire.saidInPlain()).doesNotContain("LOGIN", "AUTHENTICATE", "secret");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS, AT_ONCE", "STARTTLS, STARTTLS"})
    void aCertificateForAnotherNameIsRefusedThoughItIsTrusted(Security security, Kind kind) throws Exception {
        try (var room = new Mailroom();
                var wire = TlsWire.to(room.server.port(), kind, forAnotherName.context())) {
            var server = imap(wire.port(), security, forAnotherName.certificates());
            var reader = room.read(room.settings(server, FirstRead.ALL));
            Await.until(() -> reader.problem().contains("cannot read"));
            assertThat(reader.problem()).contains("is not for 127.0.0.1", "set host to a name that stands in it");
            assertThat(wire.saidInPlain()).doesNotContain("LOGIN", "AUTHENTICATE");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLS, AT_ONCE", "STARTTLS, STARTTLS"})
    void mailIsSentThroughAServerWhoseCertificateIsTrusted(Security security, Kind kind) throws Exception {
        try (var server = new SmtpServer();
                var wire = TlsWire.to(server.port(), kind, ours.context());
                var sender = sender(wire.port(), security, ours.certificates())) {
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Sent.class);
            assertThat(server.taken()).hasSize(1);
            assertThat(wire.saidInPlain()).doesNotContain("MAIL FROM", "credits");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, AT_ONCE, not trusted",
        "STARTTLS, STARTTLS, not trusted",
        "STARTTLS, STRIPPED, offers no STARTTLS",
        "TLS, STRIPPED, port and security belong together",
    })
    void mailIsNotSentThroughAServerThatCannotBeTrusted(Security security, Kind kind, String wrong) throws Exception {
        try (var server = new SmtpServer();
                var wire = TlsWire.to(server.port(), kind, ours.context());
                var sender = sender(wire.port(), security, another.certificates())) {
            assertThat(sender.send(Draft.usual()))
                    .isInstanceOfSatisfying(
                            Result.Later.class,
                            later -> assertThat(later.why()).contains(wrong, "127.0.0.1:" + wire.port()));
            assertThat(sender.problem()).contains(wrong);
            assertThat(server.taken()).isEmpty();
            assertThat(wire.saidInPlain()).doesNotContain("MAIL FROM", "credits");
        }
    }

    @Test
    void mailIsNotSentThroughAServerWithAnotherName() throws Exception {
        try (var server = new SmtpServer();
                var wire = TlsWire.to(server.port(), Kind.AT_ONCE, forAnotherName.context());
                var sender = sender(wire.port(), Security.TLS, forAnotherName.certificates())) {
            assertThat(sender.send(Draft.usual())).isInstanceOf(Result.Later.class);
            assertThat(sender.problem()).contains("is not for 127.0.0.1");
        }
    }

    @Test
    void trustedCertificatesAreReadFromAFile() throws Exception {
        var both = Files.writeString(
                directory.resolve("both.pem"), Files.readString(ours.pem()) + Files.readString(another.pem()));
        assertThat(TrustedCertificates.read(both))
                .containsExactly(
                        ours.certificates().getFirst(), another.certificates().getFirst());
    }

    @Test
    void aFileWithoutCertificatesIsRefusedInWords() throws Exception {
        var empty = Files.writeString(directory.resolve("empty.pem"), "");
        var nonsense = Files.writeString(directory.resolve("nonsense.pem"), "hello");
        assertThatThrownBy(() -> TrustedCertificates.read(empty)).hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> TrustedCertificates.read(nonsense)).hasMessageContaining("not a file of certificates");
        assertThatThrownBy(() -> TrustedCertificates.read(directory.resolve("missing.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem cannot be read");
    }

    private static Server imap(int port, Security security, List<X509Certificate> trusted) {
        return new Server(
                "127.0.0.1", port, security, "support@vendor.example", "secret", null, Duration.ofSeconds(10), trusted);
    }

    private static SmtpSender sender(int port, Security security, List<X509Certificate> trusted) {
        return new SmtpSender(
                new Server("127.0.0.1", port, security, "", "", null, Duration.ofSeconds(10), trusted),
                SettableClock.onAMonday());
    }
}
