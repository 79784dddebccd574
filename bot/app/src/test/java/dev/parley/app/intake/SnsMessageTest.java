package dev.parley.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SnsMessageTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:support-mail";
    private static final String CERTIFICATE =
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path directory;

    private static KeyStore keys;

    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void anotherAmazon() throws Exception {
        Path store = directory.resolve("k.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=sns.amazonaws.com",
                        "-alias",
                        "k",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
    }

    private X509Certificate at(String url) {
        asked.add(url);
        return certificate();
    }

    private static X509Certificate certificate() {
        try {
            return (X509Certificate) Objects.requireNonNull(keys.getCertificate("k"));
        } catch (java.security.KeyStoreException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> notification(String message) {
        return new LinkedHashMap<>(Map.of(
                "Type", "Notification",
                "MessageId", "1",
                "TopicArn", TOPIC,
                "Message", message,
                "Timestamp", "2026-03-02T09:00:00.000Z",
                "SignatureVersion", "2",
                "SigningCertURL", CERTIFICATE));
    }

    private static final List<String> UNSIGNED = List.of("SignatureVersion", "SigningCertURL", "Signature");

    /** Every signed field here stands in the order of its name, as Amazon's do. */
    private static SnsMessage signed(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields).forEach((name, value) -> {
            if (!UNSIGNED.contains(name)) {
                text.append(name).append('\n').append(value).append('\n');
            }
        });
        try {
            Signature signature =
                    Signature.getInstance("2".equals(fields.get("SignatureVersion")) ? "SHA256withRSA" : "SHA1withRSA");
            signature.initSign((PrivateKey) keys.getKey("k", PASSWORD));
            signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
            fields.put("Signature", Base64.getEncoder().encodeToString(signature.sign()));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return read(fields);
    }

    private static SnsMessage read(Map<String, String> fields) {
        return SnsMessage.read(JsonMapper.shared().writeValueAsBytes(fields)).orElseThrow();
    }

    private boolean believed(SnsMessage message) {
        return message.isSignedFor(TOPIC, this::at);
    }

    @Test
    void whatAmazonSignedAboutTheDesksTopicIsBelieved() {
        assertThat(believed(signed(notification("hello")))).isTrue();
        Map<String, String> old = notification("hello");
        old.put("SignatureVersion", "1");
        old.put("Subject", "with one");
        assertThat(believed(signed(old))).isTrue();
        assertThat(asked).containsOnly(CERTIFICATE);
    }

    @Test
    void whatWasChangedAfterwardsIsNot() {
        for (String name : List.of("Message", "MessageId", "Timestamp", "Signature")) {
            Map<String, String> fields = notification("hello");
            signed(fields);
            fields.put(name, "QUJD");
            assertThat(believed(read(fields))).as(name).isFalse();
        }
    }

    @Test
    void anotherTopicsMessageIsNotThoughAmazonSignedIt() {
        Map<String, String> fields = notification("hello");
        fields.put("TopicArn", "arn:aws:sns:eu-west-1:999999999999:support-mail");

        assertThat(believed(signed(fields))).isFalse();
        assertThat(signed(notification("hello")).isSignedFor("", this::at)).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void noCertificateIsFetchedFromAnywhereButTheTopicsRegion() {
        for (String url : List.of(
                "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
                "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef.pem",
                "https://evil.example/sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem",
                "https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-0123456789abcdef.pem",
                "https://bucket.s3.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
                "https://sns.eu-west-1.amazonaws.com/../SimpleNotificationService-0123456789abcdef.pem",
                "")) {
            Map<String, String> fields = notification("hello");
            fields.put("SigningCertURL", url);
            assertThat(believed(signed(fields))).as(url).isFalse();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aNewSubscriptionShowsItsAddressOnlyIfItIsAmazons() {
        Map<String, String> fields = notification("You have chosen to subscribe");
        fields.put("Type", "SubscriptionConfirmation");
        fields.put("Token", "t");
        fields.put("SubscribeURL", "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t");
        SnsMessage message = signed(fields);

        assertThat(believed(message)).isTrue();
        assertThat(message.isNotification()).isFalse();
        assertThat(message.subscribeUrl()).startsWith("https://sns.eu-west-1");
        fields.put("SubscribeURL", "https://evil.example/?Action=ConfirmSubscription");
        assertThat(read(fields).subscribeUrl()).isEmpty();
    }

    @Test
    void theMailAndItsRecipientsAreTakenOutOfIt() {
        String mail = "Subject: x\r\n\r\nGr\u00fc\u00dfe\r\n";
        String base64 = Base64.getEncoder().encodeToString(mail.getBytes(StandardCharsets.ISO_8859_1));
        String told = "{\"notificationType\":\"Received\",\"receipt\":{\"recipients\":[\"support@vendor.example\"],"
                + "\"action\":{\"type\":\"SNS\",\"encoding\":\"BASE64\"}},\"content\":\"" + base64 + "\"}";
        SnsMessage message = signed(notification(told));

        assertThat(message.mail().orElseThrow()).isEqualTo(mail.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(message.recipients()).containsExactly("support@vendor.example");
        assertThat(signed(notification("{}")).mail()).isEmpty();
        assertThat(signed(notification("no json")).mail()).isEmpty();
        assertThat(SnsMessage.read("no json".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aCertificateIsFetchedOnceAndNoLongerThanItIsValid() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        byte[] pem = ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
        server.createContext("/c.pem", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, pem.length);
            exchange.getResponseBody().write(pem);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/c.pem");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            FetchedCertificates certificates = new FetchedCertificates(Clock.systemUTC());
            assertThat(certificates.at(base + "/c.pem")).isEqualTo(certificate());
            assertThat(certificates.at(base + "/c.pem")).isEqualTo(certificate());
            assertThat(fetched).hasValue(1);
            assertThatThrownBy(() -> certificates.at(base + "/elsewhere")).isInstanceOf(Exception.class);
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(30));
            assertThatThrownBy(() -> new FetchedCertificates(later).at(base + "/c.pem"))
                    .isInstanceOf(java.security.cert.CertificateExpiredException.class);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateThatCannotBeHadProvesNothing() {
        assertThat(signed(notification("hello")).isSignedFor(TOPIC, _ -> {
                    throw new java.security.cert.CertificateException("away", new IOException("away"));
                }))
                .isFalse();
    }
}
