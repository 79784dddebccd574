package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.ChannelSender.Result;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.mail.wire.SmtpServer.Step;
import dev.parley.testkit.SettableClock;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out, and what becomes of it where the next hop is not willing. */
@Timeout(60)
class SmtpSenderTest {
    private static final String REPLY_TO = Draft.REPLY_TO;

    private final SmtpServer server = new SmtpServer();
    private final SettableClock clock = SettableClock.onAMonday();
    private Wire wire;
    private SmtpSender sender;

    @BeforeEach
    void connect() throws IOException {
        wire = Wire.to(server.port());
        sender = sender(wire.port());
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        wire.close();
        server.close();
    }

    @Test
    void aMailIsSentWithTheSignedReplyAddressAsEnvelopeSender() throws Exception {
        assertThat(sender.send(mail())).isInstanceOf(Result.Sent.class);
        var taken = server.taken().getFirst();
        assertThat(taken.sender()).isEqualTo(REPLY_TO);
        assertThat(taken.recipients()).containsExactly("alice@customer.example");
        assertThat(taken.mime().getFrom()).containsExactly(new InternetAddress("support@vendor.example"));
        assertThat(((InternetAddress) taken.mime().getReplyTo()[0]).getAddress())
                .isEqualTo(REPLY_TO);
        assertThat(taken.mime().getSentDate().toInstant()).isEqualTo(clock.instant());
        assertThat(taken.mime().getHeader("Date", null)).endsWith(" +0000");
        assertThat(taken.mime().getContent().toString().strip()).isEqualTo("It costs 10 credits.");
    }

    @Test
    void theThreadingHeadersNameTheMailAnsweredAndOurOwn() throws Exception {
        sender.send(mail());
        assertThat(header("Message-ID")).isEqualTo("<m1@vendor.example>");
        assertThat(header("In-Reply-To")).isEqualTo("<2@customer.example>");
        assertThat(header("References").split("\\s+", -1))
                .containsExactly("<1@customer.example>", "<2@customer.example>", "<m1@vendor.example>");
    }

    @Test
    void pitfall03OnlyWhatNobodyWroteIsMarkedAutomatic() throws Exception {
        sender.send(mail());
        assertThat(header("Auto-Submitted")).isEqualTo("auto-replied");
        assertThat(header("X-Auto-Response-Suppress")).isEqualTo("All");
        sender.send(new Draft().by("a person").mail());
        assertThat(server.taken().getLast().mime().getHeader("Auto-Submitted")).isNull();
        assertThat(server.taken().getLast().mime().getHeader("X-Auto-Response-Suppress"))
                .isNull();
    }

    @Test
    void aMailSentAgainIsTheSameMail() {
        sender.send(mail());
        sender.send(mail());
        assertThat(server.taken().get(0).raw()).isEqualTo(server.taken().get(1).raw());
    }

    @Test
    void htmlStandsBesideTheTextAndBothSayWhatWasWritten() throws Exception {
        sender.send(new Draft().text("Grüße – 10 €", "<p>Grüße – 10 €</p>").mail());
        var parts = (MimeMultipart) server.taken().getFirst().mime().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße – 10 €\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße – 10 €</p>");
    }

    @Test
    void namesAndSubjectsOutsideAsciiArriveAsWritten() throws Exception {
        sender.send(new Draft()
                .subject("Ihr Angebot über 10 Punkte: 見積もり")
                .name("Jörg Müller, Support")
                .mail());
        var mime = server.taken().getFirst().mime();
        assertThat(mime.getSubject()).isEqualTo("Ihr Angebot über 10 Punkte: 見積もり");
        assertThat(((InternetAddress) mime.getFrom()[0]).getPersonal()).isEqualTo("Jörg Müller, Support");
        assertThat(new String(server.taken().getFirst().raw(), StandardCharsets.ISO_8859_1).lines())
                .allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c < 128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n", "\u0000\r\n "})
    void pitfall40NobodyCanPutAHeaderIntoAMail(String lineBreak) throws Exception {
        var evil = "x" + lineBreak + "Bcc: mallory@evil.example";
        sender.send(new Draft().subject(evil).name(evil).mail());
        sender.send(new Draft().references(evil).mail());
        assertThat(server.taken()).hasSize(2);
        for (var taken : server.taken()) {
            assertThat(taken.mime().getHeader("Bcc")).isNull();
            assertThat(taken.recipients()).containsExactly("alice@customer.example");
            assertThat(taken.mime().getContent().toString().strip()).isEqualTo("It costs 10 credits.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@customer.example\r\nRCPT TO:<mallory@evil.example>", "not an address", "", "a@b@c"})
    void anAddressThatIsNoneIsNeverTriedAgain(String address) {
        assertThat(sender.send(new Draft().to(address).mail())).isInstanceOf(Result.Never.class);
        assertThat(server.taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FROM, 450, Later",
        "FROM, 550, Never",
        "RECIPIENT, 450, Later",
        "RECIPIENT, 451, Later",
        "RECIPIENT, 550, Never",
        "RECIPIENT, 552, Never",
        "DATA, 451, Later",
        "DATA, 554, Never",
        "FROM, 530, Later",
    })
    void pitfall44AServersRefusalIsFinalOnlyWithA5(Step step, int code, String expected) {
        server.refuse(step, code);
        var result = sender.send(mail());
        assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(result.toString()).contains("" + code, "refused by the test");
        server.accept();
        assertThat(sender.send(mail())).isInstanceOf(Result.Sent.class);
    }

    @Test
    void aServerThatIsNotThereIsTriedLater() throws IOException {
        int nobody;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }
        try (var lost = sender(nobody)) {
            assertThat(lost.send(mail())).isInstanceOf(Result.Later.class);
        }
    }

    @Test
    void pitfall44AConnectionLostAfterTheDataIsTriedAgainUnderTheSameId() throws Exception {
        wire.cutAfter("\r\n.\r\n");
        assertThat(sender.send(mail())).isInstanceOf(Result.Later.class);
        wire.mend();
        assertThat(sender.send(mail())).isInstanceOf(Result.Sent.class);
        for (var taken : server.taken()) {
            assertThat(taken.mime().getMessageID()).isEqualTo("<m1@vendor.example>");
        }
    }

    @Test
    void aConnectionTheServerClosedWhileIdleIsOpenedAnew() {
        assertThat(sender.send(mail())).isInstanceOf(Result.Sent.class);
        wire.cut();
        wire.mend();
        assertThat(sender.send(mail())).isInstanceOf(Result.Sent.class);
    }

    private String header(String name) throws Exception {
        return server.taken().getLast().mime().getHeader(name, null);
    }

    private SmtpSender sender(int port) {
        return new SmtpSender(
                new Server("127.0.0.1", port, Server.Security.NONE, "", "", Duration.ofSeconds(10)), clock);
    }

    private static OutgoingMessage mail() {
        return Draft.usual();
    }
}
