package dev.parley.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.intake.MailDoors.Door;
import dev.parley.app.intake.MailDoors.ProviderKeys;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Inbox.Claim;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Mail by Amazon SES and SNS over real HTTP, signed as Amazon signs, with a certificate of the test's. */
class SesOverHttpTest {
    private static final String MAIL = """
        Message-ID: <ses@customer.example>
        From: alice@customer.example
        Subject: Grüße

        Hello
        """.replace("\n", "\r\n");

    private static final AmazonsKey AMAZON = new AmazonsKey();
    private static final InMemoryStore STORE = new InMemoryStore(SettableClock.onAMonday());

    private final AnnotationConfigServletWebServerApplicationContext server =
            new AnnotationConfigServletWebServerApplicationContext(Server.class);

    /** The controller as it is, before an inbox in memory. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @Import(MailController.class)
    static class Server {
        @Bean
        TomcatServletWebServerFactory tomcat() {
            return new TomcatServletWebServerFactory(0);
        }

        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        InstantSource clock() {
            return Clock.systemUTC();
        }

        @Bean
        SnsMessage.Certificates certificates() {
            return _ -> AMAZON.certificate();
        }

        @Bean
        MailDoors doors() {
            Door door = new Door(
                    "support",
                    Belief.in("mx.vendor.example"),
                    "0123456789abcdef",
                    new ProviderKeys("", "", AmazonsKey.TOPIC),
                    100_000);
            SenderCheck senders = SenderCheck.asking(
                    List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)),
                    Duration.ofMillis(50),
                    Clock.systemUTC());
            return new MailDoors(Map.of("support", door), STORE.inbox(), senders, Clock.systemUTC());
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatAmazonSignedIsStoredAndNothingElseIs() throws Exception {
        String message = AMAZON.signed(told(MAIL));

        assertThat(post(message.replace("Hello", "Hallo").replace("\"MessageId\":\"1\"", "\"MessageId\":\"2\""))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(new AmazonsKey().signed(told(MAIL))).statusCode()).isEqualTo(401);
        assertThat(claims()).isEmpty();

        assertThat(post(message).statusCode()).isEqualTo(200);
        assertThat(post(message).statusCode()).as("Amazon tells it twice").isEqualTo(200);

        assertThat(claims()).singleElement().satisfies(claim -> {
            assertThat(claim.message().recipients()).containsExactly("support@vendor.example");
            assertThat(new String(claim.message().raw(), StandardCharsets.ISO_8859_1))
                    .startsWith("Authentication-Results: mx.vendor.example;")
                    .endsWith(MAIL);
        });
    }

    @Test
    void aSubscriptionIsHeardAndStoresNothing() throws Exception {
        assertThat(post(AMAZON.confirmation()).body()).isEqualTo("Heard.");
        assertThat(claims()).isEmpty();
    }

    @Test
    void aMessageLargerThanAmazonSendsIsRefused() throws Exception {
        assertThat(post("{\"Type\": \"" + "x".repeat(Delivery.SNS_BYTES_MAX) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post(AMAZON.signed("{\"receipt\": {\"action\": {\"type\": \"S3\"}}}"))
                        .statusCode())
                .as("what lies in S3 is not fetched")
                .isEqualTo(422);
    }

    private static String told(String mail) {
        return "{\"notificationType\":\"Received\",\"receipt\":{\"recipients\":[\"support@vendor.example\"],"
                + "\"action\":{\"type\":\"SNS\",\"encoding\":\"BASE64\"}},\"content\":\""
                + Base64.getEncoder().encodeToString(mail.getBytes(StandardCharsets.ISO_8859_1)) + "\"}";
    }

    private static List<Claim> claims() {
        Inbox inbox = STORE.inbox();
        return inbox.claim("a", 10, Duration.ofMinutes(1), Clock.systemUTC().instant());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/desks/support/mail/ses"))
                .header("Content-Type", "text/plain; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
