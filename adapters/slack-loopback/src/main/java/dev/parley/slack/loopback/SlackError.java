package dev.parley.slack.loopback;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A refusal of the Web API: {@code ok} false, and the word Slack uses for it. */
final class SlackError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ObjectNode answer;

    SlackError(String word) {
        super(word);
        this.answer = Json.object().put("ok", false).put("error", word);
    }

    static SlackError missingScope(String needed, Iterable<String> provided) {
        SlackError error = new SlackError("missing_scope");
        error.answer.put("needed", needed).put("provided", String.join(",", provided));
        return error;
    }

    /** With {@code response_metadata.messages}, as Slack explains wrong blocks and arguments. */
    static SlackError explained(String word, List<String> messages) {
        SlackError error = new SlackError(word);
        if (word.equals("invalid_blocks")) {
            error.answer.set(
                    "errors",
                    Json.array(messages.stream()
                            .map(each -> each.replace("[ERROR] ", ""))
                            .toList()));
        }
        error.answer.putObject("response_metadata").set("messages", Json.array(messages));
        return error;
    }

    ObjectNode answer() {
        return answer;
    }
}
