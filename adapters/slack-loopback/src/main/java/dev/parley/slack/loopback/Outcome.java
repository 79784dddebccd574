package dev.parley.slack.loopback;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What the app answered to a delivery.
 *
 * @param acknowledged whether an acknowledgement came in time
 * @param answer       the payload of the acknowledgement, missing when it had none
 * @param failure      why it was not acknowledged, in Slack's words; empty when it was
 */
public record Outcome(boolean acknowledged, JsonNode answer, String failure) {

    static Outcome acknowledged(JsonNode answer) {
        return new Outcome(true, answer, "");
    }

    static Outcome failed(String reason) {
        return new Outcome(false, Json.object(), reason);
    }

    /** The errors a modal shows at its inputs: block id to text; empty when there are none. */
    public Map<String, String> errors() {
        Map<String, String> errors = new TreeMap<>();
        if (Json.text(answer, "response_action").equals("errors")) {
            answer.path("errors")
                    .properties()
                    .forEach(each -> errors.put(each.getKey(), each.getValue().asString("")));
        }
        return errors;
    }
}
