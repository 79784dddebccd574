package dev.parley.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where files are uploaded to and fetched from. */
final class FilesOnline {

    private final World world;

    FilesOnline(World world) {
        this.world = world;
    }

    /** The upload address of {@code files.getUploadURLExternal}: the bytes as they are, or a multipart form. */
    void upload(HttpExchange http) throws IOException {
        try (http) {
            String id = http.getRequestURI().getPath().substring("/upload/".length());
            byte[] body = http.getRequestBody().readNBytes(Files.SIZE_MAX + 1);
            String type = Api.header(http, "Content-Type");
            byte[] content = type.startsWith("multipart/form-data") ? part(body, type) : body;
            synchronized (world) {
                Optional<Files.Stored> file = world.files.find(id);
                int announced =
                        file.map(each -> each.json().path("size").asInt(0)).orElse(0);
                if (file.isEmpty() || content.length != announced) {
                    send(http, 400, "text/plain", "the file is not the one announced".getBytes(StandardCharsets.UTF_8));
                    return;
                }
                world.files.put(new Files.Stored(file.get().json(), content, false));
            }
            send(http, 200, "text/plain", ("OK - " + content.length).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] part(byte[] body, String type) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return Multipart.read(text, type).values().stream()
                .findFirst()
                .orElse("")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A file, for a token that may read files; without one Slack answers with its sign-in page. */
    void download(HttpExchange http) throws IOException {
        try (http) {
            String id = http.getRequestURI().getPath().split("/", -1)[2];
            String bearer = Api.header(http, "Authorization").replaceFirst("(?i)^Bearer *", "");
            Optional<Files.Stored> file = allowed(bearer) ? stored(id) : Optional.empty();
            if (!allowed(bearer)) {
                byte[] page = "<!DOCTYPE html><title>Sign in | Slack</title>".getBytes(StandardCharsets.UTF_8);
                send(http, 200, "text/html; charset=utf-8", page);
            } else if (file.isEmpty()) {
                send(http, 404, "text/plain", new byte[0]);
            } else {
                send(
                        http,
                        200,
                        Json.text(file.get().json(), "mimetype"),
                        file.get().content());
            }
        }
    }

    private Optional<Files.Stored> stored(String id) {
        synchronized (world) {
            return world.files.find(id).filter(Files.Stored::complete);
        }
    }

    private boolean allowed(String bearer) {
        synchronized (world) {
            return world.tokens
                    .find(bearer)
                    .filter(token -> !token.revoked() && world.now().isBefore(token.until()))
                    .filter(token -> token.scopes().contains("files:read"))
                    .isPresent();
        }
    }

    static void send(HttpExchange http, int status, String type, byte[] body) throws IOException {
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            http.getResponseBody().write(body);
        }
    }
}
