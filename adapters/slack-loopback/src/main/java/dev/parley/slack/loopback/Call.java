package dev.parley.slack.loopback;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One call of the Web API, as it came and as it was answered.
 *
 * @param team   the workspace of the token, empty when the token is none of ours
 * @param status the HTTP status, 0 when the connection was closed without an answer
 */
public record Call(Instant at, String method, String team, JsonNode arguments, int status, JsonNode answer) {

    /** Whether Slack did what was asked. */
    public boolean ok() {
        return answer.path("ok").asBoolean(false);
    }

    /** Slack's word for why not, empty when it did. */
    public String error() {
        return Json.text(answer, "error");
    }
}
