package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as Slack keeps it.
 *
 * @param channel the channel's id
 * @param json    the message on the wire
 */
public record Message(String channel, ObjectNode json) {

    /** The timestamp that identifies it in its channel. */
    public String ts() {
        return Json.text(json, "ts");
    }

    /** What it says, blocks aside. */
    public String text() {
        return Json.text(json, "text");
    }

    /** Who wrote it: a user id, the bot's too. */
    public String user() {
        return Json.text(json, "user");
    }

    /** The thread it belongs to, empty outside of one. */
    public String threadTs() {
        return Json.text(json, "thread_ts");
    }

    /** Whether only one person sees it. */
    public boolean isEphemeral() {
        return json.path("is_ephemeral").asBoolean(false);
    }

    /** Its blocks. */
    public JsonNode blocks() {
        return json.path("blocks");
    }

    /** Everything it says to a reader: its blocks' texts, and its text when it has no blocks. */
    public String shown() {
        if (blocks().isEmpty()) {
            return text();
        }
        List<String> texts = new ArrayList<>();
        collect(blocks(), texts);
        return String.join("\n", texts);
    }

    private static void collect(JsonNode node, List<String> texts) {
        node.properties().forEach(each -> {
            if (each.getKey().equals("text") && each.getValue().isString()) {
                texts.add(each.getValue().asString(""));
            }
            collect(each.getValue(), texts);
        });
        if (node.isArray()) {
            node.forEach(each -> collect(each, texts));
        }
    }

    /** The action ids of what can be clicked or picked in it, in order. */
    public List<String> actions() {
        List<String> ids = new ArrayList<>();
        for (JsonNode block : blocks()) {
            Views.elements(block).forEach(element -> ids.add(Json.text(element, "action_id")));
        }
        return ids;
    }
}
