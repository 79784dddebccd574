package dev.parley.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.listener.WebSocketMessageListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what comes by the socket, and acknowledges what was recorded; what was not, Slack brings again. */
final class Ears implements WebSocketMessageListener {
    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);
    private static final int OK = 200;

    private final App app;
    private final PatientSocket socket;
    private final SocketModeRequestParser parser;

    Ears(App app, PatientSocket socket) {
        this.app = app;
        this.socket = socket;
        this.parser = new SocketModeRequestParser(app.config());
    }

    @Override
    public void handle(String message) {
        SocketModeRequest request = parser.parse(message);
        if (request == null || request.getBoltRequest() == null) {
            return;
        }
        String envelope = request.getEnvelope().getEnvelopeId();
        try {
            Response response = app.run(request.getBoltRequest());
            if (response.getStatusCode() == OK) {
                socket.sendSocketModeResponse(acknowledged(envelope, response));
            } else {
                LOG.warn("{} was not taken: {} {}", envelope, response.getStatusCode(), response.getBody());
            }
        } catch (Exception e) {
            LOG.warn("{} was not recorded, and Slack is left to bring it again: {}", envelope, e.toString(), e);
        }
    }

    private static String acknowledged(String envelope, Response response) {
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", envelope);
        String body = response.getBody();
        if (body != null && !body.isBlank()) {
            answer.add("payload", JsonParser.parseString(body));
        }
        return answer.toString();
    }
}
