package dev.parley.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Where response URLs lead to. */
final class ResponsesOnline implements HttpHandler {

    private final World world;
    private final ResponseUrls responses;

    ResponsesOnline(World world, ResponseUrls responses) {
        this.world = world;
        this.responses = responses;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            String id = http.getRequestURI().getPath().substring("/response/".length());
            String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ObjectNode asked = Json.read(body).orElse(Json.object()) instanceof ObjectNode node ? node : Json.object();
            synchronized (world) {
                try {
                    responses.use(id, asked);
                    world.journal.add(new Call(
                            world.now(),
                            "response_url",
                            "",
                            asked,
                            200,
                            Json.object().put("ok", true)));
                    FilesOnline.send(http, 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
                } catch (SlackError refused) {
                    world.journal.add(new Call(world.now(), "response_url", "", asked, 404, refused.answer()));
                    byte[] answer = refused.answer().toString().getBytes(StandardCharsets.UTF_8);
                    FilesOnline.send(http, 404, "application/json", answer);
                } finally {
                    world.changed();
                }
            }
        }
    }
}
