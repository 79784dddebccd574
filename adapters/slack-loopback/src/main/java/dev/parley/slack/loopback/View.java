package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal or App Home as somebody sees it. */
public record View(ObjectNode json) {

    /** Slack's id of it, {@code V…}. */
    public String id() {
        return Json.text(json, "id");
    }

    /** What the app calls it. */
    public String callbackId() {
        return Json.text(json, "callback_id");
    }

    /** The heading, empty for App Home. */
    public String title() {
        return Json.text(json.path("title"), "text");
    }

    /** What the app keeps in it. */
    public String privateMetadata() {
        return Json.text(json, "private_metadata");
    }

    /** Its blocks. */
    public JsonNode blocks() {
        return json.path("blocks");
    }

    /** All the texts in it, a line each. */
    public String shown() {
        return new Message("", Json.object().set("blocks", blocks())).shown();
    }

    /** The action ids of what can be clicked, picked or filled in it, in order. */
    public List<String> actions() {
        List<String> ids = new ArrayList<>();
        for (JsonNode block : blocks()) {
            Views.elements(block).forEach(element -> ids.add(Json.text(element, "action_id")));
        }
        return ids;
    }
}
