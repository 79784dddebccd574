package dev.parley.slack.loopback;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * HTTP mode: signed requests to the app's address. They are stamped with the machine's time, not the loopback's clock,
 * because the app's side checks the stamp against its own.
 */
final class Requests implements Transport {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    private final World world;
    private final InstantSource machine = InstantSource.system();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    Requests(World world) {
        this.world = world;
    }

    @Override
    public CompletableFuture<Reply> send(Parcel parcel) {
        URI url = world.requestUrl.orElseThrow();
        boolean isEvent = parcel.type().equals("events_api");
        String body = isEvent ? parcel.payload().toString() : form(parcel);
        HttpRequest.Builder request = signed(url, body)
                .header("Content-Type", isEvent ? "application/json" : "application/x-www-form-urlencoded");
        if (parcel.attempt() > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(parcel.attempt()))
                    .header("X-Slack-Retry-Reason", parcel.reason());
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Requests::reply)
                .exceptionally(Requests::failure);
    }

    /** Asks the address for the challenge, as Slack does when it is saved; whether it answered rightly. */
    boolean verifies(URI url) {
        String challenge = world.id("challenge-");
        String body = Json.object()
                .put("token", "loopback-verification")
                .put("challenge", challenge)
                .put("type", "url_verification")
                .toString();
        HttpRequest request =
                signed(url, body).header("Content-Type", "application/json").build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == 200 && answer.body().contains(challenge))
                .exceptionally(_ -> false)
                .join();
    }

    private HttpRequest.Builder signed(URI url, String body) {
        String stamp = String.valueOf(machine.instant().getEpochSecond());
        return HttpRequest.newBuilder(url)
                .timeout(ANSWER_WITHIN)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", stamp)
                .header("X-Slack-Signature", signature(world.app.signingSecret(), stamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Slack's {@code v0} signature. */
    static String signature(String secret, String stamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(("v0:" + stamp + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HmacSHA256", e);
        }
    }

    private static String form(Parcel parcel) {
        if (parcel.type().equals("interactive")) {
            return "payload=" + encode(parcel.payload().toString());
        }
        ObjectNode command = parcel.payload();
        return command.properties().stream()
                .map(each -> each.getKey() + "=" + encode(each.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Reply reply(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            boolean stop = answer.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1"));
            return new Reply(Outcome.failed("http_error"), !stop);
        }
        JsonNode body = Json.read(answer.body())
                .filter(JsonNode::isObject)
                .orElseGet(() ->
                        answer.body().isBlank() ? Json.object() : Json.object().put("text", answer.body()));
        return new Reply(Outcome.acknowledged(body), false);
    }

    private static Reply failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        String reason = cause instanceof HttpTimeoutException ? "http_timeout" : "connection_failed";
        return new Reply(Outcome.failed(reason), true);
    }

    void close() {
        http.shutdownNow();
    }
}
