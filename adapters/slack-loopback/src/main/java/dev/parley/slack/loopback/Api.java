package dev.parley.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** The Web API's front: {@code /api/METHOD}, with the faults on purpose around it. */
final class Api implements HttpHandler {

    /** How long an unanswered call is kept open: longer than any client waits. */
    private static final Duration HANG = Duration.ofSeconds(30);
    /** Most a body may have, in bytes. */
    private static final int BODY_MAX = 4 * 1024 * 1024;

    private final World world;
    private final Methods methods;
    private final CountDownLatch closing = new CountDownLatch(1);

    Api(World world, Methods methods) {
        this.world = world;
        this.methods = methods;
    }

    void close() {
        closing.countDown();
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            String method = http.getRequestURI().getPath().substring("/api/".length());
            byte[] body = http.getRequestBody().readNBytes(BODY_MAX);
            Optional<Faults.Strike> strike = world.faults.strike(method);
            if (strike.isPresent() && !isDone(strike.get().kind())) {
                refuse(http, method, strike.get());
                return;
            }
            Methods.Answer answer = call(http, method, new String(body, StandardCharsets.UTF_8));
            if (strike.isPresent()) {
                hangUp(strike.get().kind());
                return;
            }
            send(http, answer);
        }
    }

    /** What the token may do, as Slack says with every answer. */
    private void showScopes(HttpExchange http, String token) {
        String scopes = methods.scopes(token);
        if (!scopes.isEmpty()) {
            http.getResponseHeaders().set("X-OAuth-Scopes", scopes);
        }
    }

    private static boolean isDone(Faults.Kind kind) {
        return kind == Faults.Kind.CLOSE_AFTER || kind == Faults.Kind.HANG_AFTER;
    }

    private Methods.Answer call(HttpExchange http, String method, String body) {
        String bearer = header(http, "Authorization").replaceFirst("(?i)^Bearer *", "");
        ObjectNode shown = Json.object();
        String token = "";
        Methods.Answer answer;
        try {
            String query =
                    Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
            Args args = Args.of(query, header(http, "Content-Type"), body);
            addBasic(bearer, args);
            token = bearer.isEmpty() || bearer.startsWith("Basic ") ? args.text("token") : bearer;
            args.all().remove("token");
            shown = args.all();
            answer = methods.call(method, token, args);
            showScopes(http, token);
        } catch (SlackError refused) {
            answer = Methods.Answer.ok(refused.answer());
        }
        log(method, methods.team(token), shown, answer.status(), answer.body());
        return answer;
    }

    /** OAuth clients may send their id and secret as HTTP Basic. */
    private static void addBasic(String authorization, Args args) {
        if (authorization.startsWith("Basic ")) {
            byte[] decoded = java.util.Base64.getDecoder().decode(authorization.substring("Basic ".length()));
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            args.all().put("client_id", pair[0]).put("client_secret", pair.length > 1 ? pair[1] : "");
        }
    }

    private void refuse(HttpExchange http, String method, Faults.Strike strike) throws IOException {
        log(method, "", Json.object(), strike.status(), Json.object());
        if (strike.kind() != Faults.Kind.STATUS) {
            hangUp(strike.kind());
            return;
        }
        boolean limited = strike.status() == 429;
        ObjectNode body = Json.object().put("ok", false).put("error", limited ? "ratelimited" : "internal_error");
        send(http, new Methods.Answer(strike.status(), body, limited ? OptionalLong.of(1) : OptionalLong.empty()));
    }

    private void hangUp(Faults.Kind kind) {
        if (kind == Faults.Kind.HANG_AFTER || kind == Faults.Kind.HANG_BEFORE) {
            try {
                closing.await(HANG.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void log(String method, String team, ObjectNode arguments, int status, ObjectNode answer) {
        world.journal.add(new Call(world.now(), method, team, arguments, status, answer));
        world.changed();
    }

    private static void send(HttpExchange http, Methods.Answer answer) throws IOException {
        answer.retryAfterSeconds()
                .ifPresent(seconds -> http.getResponseHeaders().set("Retry-After", String.valueOf(seconds)));
        http.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        http.sendResponseHeaders(answer.status(), bytes.length);
        http.getResponseBody().write(bytes);
    }

    static String header(HttpExchange http, String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
    }
}
