package dev.parley.mail.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's token endpoint on loopback: takes what RFC 6749 lets a client ask, answers what it is told to. */
public final class TokenServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile int status;
    private volatile String answer = "";

    /** Gives the token {@code first} for an hour. */
    public TokenServer(String first) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::take);
        server.start();
        gives(first, 3600, "");
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    /** From now on it gives this token; {@code refresh}: a new refresh token with it, "" for none. */
    public void gives(String token, long seconds, String refresh) {
        String more = refresh.isEmpty() ? "" : ",\"refresh_token\":\"" + refresh + "\"";
        answers(
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds + more + "}");
    }

    public void answers(int code, String body) {
        status = code;
        answer = body;
    }

    /** The forms that came, in order. */
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> fields = new HashMap<>();
            for (String pair : form.split("&", -1)) {
                int equals = pair.indexOf('=');
                fields.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            asked.add(fields);
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
