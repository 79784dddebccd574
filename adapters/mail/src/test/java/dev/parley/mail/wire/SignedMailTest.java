package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.OutgoingMessage;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.MailSignature;
import dev.parley.mail.auth.NameServer;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the next server is given, checked as a receiver checks it. */
class SignedMailTest {
    private static final KeyPair KEYS = keys(2048);
    private static final String VENDOR = "vendor.example";

    private final SmtpServer server = new SmtpServer();
    private final NameServer names;
    private final SmtpSender sender;

    SignedMailTest() throws IOException {
        names = new NameServer()
                .text(
                        "s1._domainkey." + VENDOR,
                        "v=DKIM1; p="
                                + Base64.getEncoder()
                                        .encodeToString(KEYS.getPublic().getEncoded()));
        sender = new SmtpSender(
                new Server("127.0.0.1", server.port(), Server.Security.NONE, "", "", Duration.ofSeconds(10)),
                new MailSignature(VENDOR, "s1", KEYS.getPrivate()),
                SettableClock.onAMonday());
    }

    @AfterEach
    void stop() {
        sender.close();
        server.close();
        names.close();
    }

    @Test
    void whatArrivesIsSignedWhateverStandsInIt() {
        for (OutgoingMessage mail : List.of(
                Draft.usual(),
                new Draft()
                        .text("Grüße – 10 €\n\n  indented\n.dot\nFrom here", "<p>Grüße – 10 €</p>")
                        .mail())) {
            sender.send(mail);
            assertThat(found(sent())).contains("dkim=pass header.d=" + VENDOR);
        }
    }

    @Test
    void whatWasChangedOrAddedOnTheWayIsNoLongerSigned() {
        sender.send(Draft.usual());
        String sent = sent();

        assertThat(found(sent.replace("10 credits", "99 credits"))).contains("dkim=fail");
        assertThat(found(sent.replaceFirst("Subject: ", "Subject: No "))).contains("dkim=fail");
        assertThat(found(sent.replaceFirst("Reply-To: .*", "Reply-To: thief@elsewhere.example")))
                .contains("dkim=fail");
    }

    @Test
    void theSameMailSentAgainHasTheSameSignature() {
        sender.send(Draft.usual());
        sender.send(Draft.usual());

        assertThat(server.taken().get(0).raw()).isEqualTo(server.taken().get(1).raw());
        assertThat(sent()).contains("DKIM-Signature: ");
    }

    @Test
    void aKeyThatProvesNothingIsRefusedInWords() {
        assertThatThrownBy(() -> new MailSignature(VENDOR, "s1", keys(512).getPrivate()))
                .hasMessageContaining("1024 bits or more");
    }

    private String sent() {
        return new String(server.taken().getLast().raw(), StandardCharsets.ISO_8859_1);
    }

    private String found(String raw) {
        SenderCheck check = SenderCheck.asking(List.of(names.address()), Duration.ofSeconds(1), Clock.systemUTC());
        byte[] mail = raw.getBytes(StandardCharsets.ISO_8859_1);
        try {
            Belief belief = Belief.in("mx.customer.example");
            byte[] field = check.field(mail, new ByteArrayInputStream(mail), belief, Optional.empty());
            return new String(field, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
