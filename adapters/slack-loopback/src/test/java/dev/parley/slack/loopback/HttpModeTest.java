package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.event.MessageEvent;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signed requests, retries and their headers, as Bolt's own request parser and verifier take them. */
class HttpModeTest {

    private final SteppedClock clock = new SteppedClock();
    private final LoopbackSlack slack =
            LoopbackSlack.start(SlackApp.named("Desk").withCommands(Set.of("/desk")), clock, Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> headers = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean noRetry;
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    HttpModeTest() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/slack/events", this::answer);
        server.start();
        bolt.app().event(MessageEvent.class, (payload, context) -> {
            seen.add(payload.getEvent().getText());
            return context.ack();
        });
        bolt.app()
                .command(
                        "/desk",
                        (request, context) ->
                                context.ack("heard " + request.getPayload().getText()));
    }

    @AfterEach
    void close() {
        server.stop(0);
        bolt.close();
        slack.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<String>> received = new HashMap<>(http.getRequestHeaders());
            headers.add(received);
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                if (noRetry) {
                    http.getResponseHeaders().set("X-Slack-No-Retry", "1");
                }
                http.sendResponseHeaders(500, -1);
                return;
            }
            Response response = run(bolt.app(), received, body);
            byte[] bytes = Optional.ofNullable(response.getBody()).orElse("").getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", "application/json");
            http.sendResponseHeaders(response.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
        }
    }

    private static Response run(App app, Map<String, List<String>> headers, String body) throws IOException {
        try {
            return app.run(new SlackRequestParser(app.config())
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("/slack/events")
                            .queryString(Map.of())
                            .headers(new RequestHeaders(headers))
                            .requestBody(body)
                            .remoteAddress("127.0.0.1")
                            .build()));
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    @Test
    void theAddressIsVerifiedAndThenEventsAndCommandsComeSigned() {
        assertThat(slack.requestUrl(address())).isTrue();
        slack.as("U1").post("C1", "by http");
        slack.awaitQuiet();
        assertThat(seen).containsExactly("by http");
        slack.as("U1").command("C1", "/desk", "a & b");
        assertThat(slack.as("U1").whispers("C1")).extracting(Message::text).containsExactly("heard a & b");
    }

    @Test
    void anAddressWhereNobodyAnswersIsNotVerified() {
        assertThat(slack.requestUrl(URI.create("http://127.0.0.1:1/slack/events")))
                .isFalse();
    }

    @Test
    void aFailedRequestComesAgainWithItsNumberAndReason() {
        slack.requestUrl(address());
        headers.clear();
        failures.set(2);
        slack.as("U1").post("C1", "stubborn");
        slack.await("the first retry", () -> slack.deliveries().size() == 2);
        clock.forward(Duration.ofMinutes(1));
        slack.await("the second retry", () -> seen.size() == 1);
        assertThat(headers).hasSize(3);
        assertThat(headers.get(0)).doesNotContainKey("X-slack-retry-num");
        assertThat(headers.get(2).get("X-slack-retry-num")).containsExactly("2");
        assertThat(headers.get(2).get("X-slack-retry-reason")).containsExactly("http_error");
    }

    @Test
    void theAppCanStopTheRetries() {
        slack.requestUrl(address());
        failures.set(1);
        noRetry = true;
        slack.as("U1").post("C1", "unwanted");
        slack.awaitQuiet();
        clock.forward(Duration.ofHours(1));
        slack.awaitQuiet();
        assertThat(slack.deliveries()).hasSize(1);
    }

    @Test
    void aRequestSignedWithAnotherSecretIsRefusedByBolt() throws Exception {
        slack.requestUrl(address());
        String stamp = String.valueOf(java.time.InstantSource.system().instant().getEpochSecond());
        Map<String, List<String>> forged = Map.of(
                "X-Slack-Request-Timestamp",
                List.of(stamp),
                "X-Slack-Signature",
                List.of(Requests.signature("another secret", stamp, "{}")));
        assertThat(run(bolt.app(), forged, "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\"}}")
                        .getStatusCode())
                .isEqualTo(401);
    }

    @Test
    void inHttpModeThereIsNoSocketToOpen() throws Exception {
        slack.requestUrl(address());
        assertThat(Refused.word(() -> bolt.client(slack.app().appToken()).appsConnectionsOpen(open -> open)))
                .isEqualTo("forbidden_team");
    }
}
