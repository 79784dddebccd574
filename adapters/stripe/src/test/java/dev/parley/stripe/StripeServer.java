package dev.parley.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * Speaks Stripe's API on loopback as far as Parley uses it: form-encoded requests, bearer key, idempotency keys that
 * give the first answer again and refuse other inputs, errors in Stripe's shape.
 */
final class StripeServer implements AutoCloseable {
    static final String KEY = "sk_test_loopback";

    /** Requests as they came, oldest first. */
    final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final CountDownLatch hold = new CountDownLatch(1);
    private final HttpServer server;
    private int made;

    /** What becomes of payments without anybody present. */
    volatile String intentStatus = "succeeded";

    record Request(String path, String idempotencyKey, Map<String, String> form) {}

    /** {@code status} 0: no answer at all until the server closes. */
    record Answer(int status, String body) {}

    private record Kept(Map<String, String> form, Answer answer) {}

    StripeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request is answered so instead. */
    void answerNext(int status, String type, String code) {
        next.add(new Answer(status, error(type, code)));
    }

    /** The bank says no to the next payment. */
    void decline(String code, String declineCode) {
        next.add(new Answer(402, """
            {"error": {"type": "card_error", "code": "%s", "decline_code": "%s", "message": "It did not work."}}\
            """.formatted(code, declineCode)));
    }

    /** The next request gets no answer. */
    void hang() {
        next.add(new Answer(0, ""));
    }

    private static String error(String type, String code) {
        return """
            {"error": {"type": "%s", "code": "%s", "message": "It did not work."}}\
            """.formatted(type, code);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            Map<String, String> form = form(body);
            requests.add(new Request(exchange.getRequestURI().getPath(), key, form));
            boolean known =
                    ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = known
                    ? answer(exchange.getRequestURI().getPath(), key, form)
                    : new Answer(401, error("invalid_request_error", "api_key_invalid"));
            if (answer.status == 0) {
                hold.await();
                return;
            }
            byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Request-Id", "req_" + requests.size());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private synchronized Answer answer(String path, String key, Map<String, String> form) {
        Answer forced = next.poll();
        if (forced != null) {
            return forced;
        }
        Kept before = kept.get(key);
        if (before != null) {
            return before.form.equals(form) ? before.answer : new Answer(400, error("idempotency_error", "key_reused"));
        }
        Answer fresh = new Answer(200, made(path, form));
        kept.put(key, new Kept(form, fresh));
        return fresh;
    }

    private String made(String path, Map<String, String> form) {
        made++;
        return switch (path) {
            case "/v1/checkout/sessions" -> """
                {"id": "cs_%d", "object": "checkout.session", "url": "https://checkout.stripe.example/cs_%d",
                 "expires_at": 1774087200}\
                """.formatted(made, made);
            case "/v1/payment_intents" -> """
                {"id": "pi_%d", "object": "payment_intent", "status": "%s", "amount_received": %s, "currency": "%s"}\
                """.formatted(made, intentStatus, form.get("amount"), form.get("currency"));
            case "/v1/refunds" -> """
                {"id": "re_%d", "object": "refund", "status": "succeeded"}\
                """.formatted(made);
            default -> throw new IllegalArgumentException("nobody speaks of " + path);
        };
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        hold.countDown();
        server.stop(0);
    }
}
