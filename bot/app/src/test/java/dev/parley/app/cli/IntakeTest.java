package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.app.bot.RunningBot;
import dev.parley.app.bot.Stage;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoMailServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that is brought: by a mail server's pipe, by SMTP, by HTTP and by providers, to a running bot. */
class IntakeTest {
    private static final String SECRET = "0123456789abcdef-secret";
    private static final String MAILGUN_KEY = "key-of-mailgun";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path directory;

    private static Stage stage;
    private static RunningBot bot;
    private static Path secret;
    private static int smtp;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aBotWithDoors() throws IOException {
        stage = Stage.open(directory);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            smtp = free.getLocalPort();
        }
        Map<String, String> values = new HashMap<>(Map.of(
                "spring.config.additional-location", stage.config().toUri().toString()));
        values.put("parley.desks[0].mailbox.intake.secret", SECRET);
        values.put("parley.desks[0].mailbox.intake.mailgun-key", MAILGUN_KEY);
        values.put("parley.desks[0].mailbox.size-max", "4KB");
        values.put("parley.smtp.port", Integer.toString(smtp));
        values.put("parley.dns.servers[0]", "127.0.0.1:9");
        values.put("parley.dns.timeout", "50ms");
        bot = RunningBot.start(values);
        secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");
    }

    @AfterAll
    static void close() throws IOException {
        bot.close();
        stage.close();
    }

    @Test
    void aMailInAPipeIsStoredOnceHoweverOftenItIsBrought() {
        assertThat(deliver("pipe", url())).isEqualTo(ExitCode.OK);
        assertThat(deliver("pipe", url())).isEqualTo(ExitCode.OK);

        assertThat(stored("pipe", "mail:support")).isEqualTo(1);
    }

    @Test
    void aRedirectedMailIsStoredAsSuch() {
        assertThat(deliver("redirected", url(), "--redirect", "--recipient", "engineer@desk.example"))
                .isEqualTo(ExitCode.OK);

        assertThat(stored("redirected", "redirect:support")).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithTheSetUpIsTemporarySoThatNoMailIsLost() throws IOException {
        assertThat(deliver("nowhere", "http://127.0.0.1:1")).isEqualTo(ExitCode.TEMPORARY);
        assertThat(shell.err()).contains("No bot answers at 127.0.0.1:1").contains("try again later");

        Path wrong = Files.writeString(directory.resolve("wrong"), "another secret altogether");
        assertThat(run("wrong", "deliver", "--desk", Stage.DESK, "--url", url(), "--secret-file", wrong.toString()))
                .isEqualTo(ExitCode.TEMPORARY);
        assertThat(run("other", "deliver", "--desk", "nobody", "--url", url(), "--secret-file", secret.toString()))
                .isEqualTo(ExitCode.TEMPORARY);
        assertThat(run("option", "deliver", "--dsk", Stage.DESK)).isEqualTo(ExitCode.TEMPORARY);
        assertThat(run("url", "deliver", "--desk", Stage.DESK, "--url", "no url", "--secret-file", secret.toString()))
                .isEqualTo(ExitCode.TEMPORARY);
    }

    @Test
    void pitfall35AMailThatCanNeverBeStoredIsRefusedSoThatItsSenderIsTold() {
        assertThat(deliver("x".repeat(5_000), url())).isEqualTo(ExitCode.NEVER_STORED);
        assertThat(shell.err()).contains("at most 4096 bytes");
        System.setIn(InputStream.nullInputStream());
        assertThat(shell.run("deliver", "--desk", Stage.DESK, "--url", url(), "--secret-file", secret.toString()))
                .isEqualTo(ExitCode.NEVER_STORED);
    }

    @Test
    void aMailServerMayBringMailBySmtp() throws IOException {
        try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), smtp)) {
            socket.getOutputStream()
                    .write(("HELO x\r\nMAIL FROM:<alice@customer.example>\r\nRCPT TO:<pro+x@desk.example>\r\nDATA\r\n"
                                    + mail("smtp") + ".\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("250 2.0.0 Stored");
        }
        assertThat(stored("smtp", "mail:support")).isEqualTo(1);
    }

    @Test
    void mailgunIsBelievedForAFreshSignatureOnly() {
        long now = Clock.systemUTC().instant().getEpochSecond();

        assertThat(mailgun("mailgun", now, MAILGUN_KEY)).isEqualTo(200);
        assertThat(mailgun("forged", now, "another key")).isEqualTo(401);
        assertThat(mailgun("stale", now - 3_600, MAILGUN_KEY)).isEqualTo(401);

        assertThat(stored("mailgun", "mail:support")).isEqualTo(1);
        assertThat(stored("forged", "mail:support") + stored("stale", "mail:support"))
                .isZero();
    }

    @Test
    void whatAMailByAProviderSaysOfItsOwnSenderIsNotBelieved() {
        String forged = "Authentication-Results: " + DemoMailServer.AUTHSERV_ID + "; dmarc=pass\r\n" + mail("vouching");

        assertThat(mailgun(forged.getBytes(StandardCharsets.US_ASCII))).isEqualTo(200);

        assertThat(raw("vouching"))
                .startsWith("Authentication-Results: " + DemoMailServer.AUTHSERV_ID + ";\r\n none\r\n")
                .endsWith(forged);
    }

    @Test
    void aMailByAProviderKeepsItsBytesWhateverItsCharset() {
        String latin = mail("latin").replace("Hello", "Gr\u00fc\u00dfe");

        assertThat(mailgun(latin.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(200);

        assertThat(raw("latin")).endsWith(latin);
    }

    @Test
    void pitfall35AMailTooLargeIsRefusedInEveryFormAndTheNextIsTaken() {
        String large = mail("large") + "x".repeat(5_000);
        String json = "{\"Attachments\": [{\"Content\": \"AA==\"}], \"RawEmail\": \"" + large.replace("\r\n", "\\r\\n")
                + "\", \"OriginalRecipient\": \"pro@desk.example\"}";

        assertThat(post("sendgrid", "multipart/form-data; boundary=b", form(large), basic(SECRET)))
                .isEqualTo(413);
        assertThat(post("postmark", "application/json", json, basic(SECRET))).isEqualTo(413);
        assertThat(post("postmark", "application/json", "{\"x\": \"" + "x".repeat(2 << 20) + "\"}", basic(SECRET)))
                .isEqualTo(413);
        assertThat(post("postmark", "application/json", "{\"RawEmail\": \"broken", basic(SECRET)))
                .isEqualTo(422);
        assertThat(mailgun(large.getBytes(StandardCharsets.US_ASCII))).isEqualTo(413);
        assertThat(post("sendgrid", "multipart/form-data; boundary=b", form(mail("small-form")), basic(SECRET)))
                .isEqualTo(200);
        assertThat(raw("small-form")).endsWith(mail("small-form"));
        assertThat(stored("large", "mail:support")).isZero();
    }

    private static String form(String mail) {
        return "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\npro@desk.example\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"email\"\r\n\r\n" + mail + "\r\n--b--\r\n";
    }

    @Test
    void sendgridsFormAndPostmarksJsonAreReadForTheirPassword() {
        String form = "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\npro@desk.example\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"email\"\r\n\r\n" + mail("sendgrid") + "\r\n--b--\r\n";
        String json = "{\"OriginalRecipient\": \"pro@desk.example\", \"RawEmail\": \""
                + mail("postmark").replace("\r\n", "\\r\\n") + "\"}";

        assertThat(post("sendgrid", "multipart/form-data; boundary=b", form, basic(SECRET)))
                .isEqualTo(200);
        assertThat(post("sendgrid", "multipart/form-data; boundary=b", form, basic("wrong")))
                .isEqualTo(401);
        assertThat(post("postmark", "application/json", json, basic(SECRET))).isEqualTo(200);
        assertThat(post("postmark", "application/json", "{\"TextBody\": \"x\"}", basic(SECRET)))
                .isEqualTo(422);
        assertThat(post("nobody", "application/json", json, basic(SECRET))).isEqualTo(404);

        assertThat(stored("sendgrid", "mail:support")).isEqualTo(1);
        assertThat(stored("postmark", "mail:support")).isEqualTo(1);
    }

    @Test
    void sendgridsSignatureIsAskedForWhereTheDeskHasItsKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        long now = Clock.systemUTC().instant().getEpochSecond();

        try (RunningBot signed = RunningBot.start(Map.of(
                "spring.config.additional-location",
                stage.config().toUri().toString(),
                "parley.desks[0].mailbox.intake.secret",
                SECRET,
                "parley.desks[0].mailbox.intake.sendgrid-key",
                key,
                "parley.dns.servers[0]",
                "127.0.0.1:9",
                "parley.dns.timeout",
                "50ms"))) {
            assertThat(sendgrid(signed.port(), "signed", now, pair.getPrivate(), ""))
                    .isEqualTo(200);
            assertThat(sendgrid(signed.port(), "stale-sg", now - 3_600, pair.getPrivate(), ""))
                    .isEqualTo(401);
            assertThat(sendgrid(signed.port(), "changed", now, pair.getPrivate(), "x"))
                    .isEqualTo(401);
            assertThat(sendgrid(
                            signed.port(),
                            "other-key",
                            now,
                            generator.generateKeyPair().getPrivate(),
                            ""))
                    .isEqualTo(401);
        }

        assertThat(stored("signed", "mail:support")).isEqualTo(1);
        assertThat(raw("signed")).endsWith(mail("signed"));
        assertThat(stored("changed", "mail:support") + stored("stale-sg", "mail:support"))
                .isZero();
    }

    /** With the password too, which is not asked for then. */
    private static int sendgrid(int port, String id, long timestamp, PrivateKey key, String more) throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\npro@desk.example\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"email\"\r\n\r\n" + mail(id) + "\r\n--b--\r\n";
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update((timestamp + form).getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/desks/" + Stage.DESK + "/mail/sendgrid"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Authorization", basic(SECRET))
                .header("X-Twilio-Email-Event-Webhook-Timestamp", Long.toString(timestamp))
                .header(
                        "X-Twilio-Email-Event-Webhook-Signature",
                        Base64.getEncoder().encodeToString(signature.sign()))
                .POST(HttpRequest.BodyPublishers.ofString(form + more))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void sesIsNotBelievedWithoutItsSignatureWhateverThePassword() {
        assertThat(post("ses", "text/plain", "{\"Type\":\"Notification\"}", basic(SECRET)))
                .isEqualTo(401);
    }

    @Test
    void keysThatCannotBeAreRefusedAtTheStart() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "sendgrid-key", "no key",
                        "ses-topic", "support")
                .entrySet()) {
            assertThatThrownBy(() -> RunningBot.start(Map.of(
                            "spring.config.additional-location",
                            stage.config().toUri().toString(),
                            "parley.desks[0].mailbox.intake.secret",
                            SECRET,
                            "parley.desks[0].mailbox.intake." + wrong.getKey(),
                            wrong.getValue())))
                    .hasMessageContaining("parley.desks[n].mailbox.intake." + wrong.getKey());
        }
    }

    @Test
    void aShortSecretIsRefusedAtTheStart() {
        assertThatThrownBy(() -> RunningBot.start(Map.of(
                        "spring.config.additional-location",
                        stage.config().toUri().toString(),
                        "parley.desks[0].mailbox.intake.secret",
                        "short")))
                .hasMessageContaining("give 16 or more");
    }

    private ExitCode deliver(String id, String url, String... more) {
        String[] arguments = {"deliver", "--desk", Stage.DESK, "--url", url, "--secret-file", secret.toString()};
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(id, all);
    }

    private ExitCode run(String id, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(mail(id).getBytes(StandardCharsets.US_ASCII)));
        try {
            return shell.run(arguments);
        } finally {
            System.setIn(before);
        }
    }

    private static String mail(String id) {
        return "Message-ID: <" + id
                + "@customer.example>\r\nFrom: alice@customer.example\r\nSubject: Hello\r\n\r\nHello\r\n";
    }

    private static int mailgun(String id, long timestamp, String key) {
        return mailgun(mail(id).getBytes(StandardCharsets.US_ASCII), timestamp, key);
    }

    private static int mailgun(byte[] mail) {
        return mailgun(mail, Clock.systemUTC().instant().getEpochSecond(), MAILGUN_KEY);
    }

    private static int mailgun(byte[] mail, long timestamp, String key) {
        String bytes = new String(mail, StandardCharsets.ISO_8859_1);
        String form = "recipient=pro%40desk.example&token=t&timestamp=" + timestamp + "&signature="
                + signed(key, timestamp + "t") + "&body-mime=" + URLEncoder.encode(bytes, StandardCharsets.ISO_8859_1);
        return post("mailgun", "application/x-www-form-urlencoded", form, "");
    }

    private static String signed(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("mail:" + password).getBytes(StandardCharsets.US_ASCII));
    }

    private static int post(String provider, String type, String body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(url() + "/api/v1/desks/" + Stage.DESK + "/mail/" + provider))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String url() {
        return "http://127.0.0.1:" + bot.port();
    }

    private static String raw(String id) {
        byte[] found = stage.sql()
                .queryForObject("select raw from inbox where native_id like ?", byte[].class, "<" + id + "@%");
        return new String(Objects.requireNonNull(found), StandardCharsets.ISO_8859_1);
    }

    private static long stored(String id, String channel) {
        Long found = stage.sql()
                .queryForObject(
                        "select count(*) from inbox where channel = ? and native_id like ?",
                        Long.class,
                        channel,
                        "<" + id + "@%");
        return found == null ? 0 : found;
    }
}
