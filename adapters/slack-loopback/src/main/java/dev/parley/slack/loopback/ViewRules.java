package dev.parley.slack.loopback;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a modal and App Home must have. */
final class ViewRules {

    static final int TITLE_MAX = 24;
    static final int METADATA_MAX = 3000;
    static final int CALLBACK_MAX = 255;

    private static final Set<String> MODAL = Set.of(
            "type",
            "title",
            "blocks",
            "close",
            "submit",
            "private_metadata",
            "callback_id",
            "clear_on_close",
            "notify_on_close",
            "external_id",
            "submit_disabled");
    private static final Set<String> HOME = Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");

    private ViewRules() {}

    /** The view of a call, with the ids its blocks lacked; refused with {@code invalid_arguments}. */
    static ObjectNode read(Args args, String type, World world) {
        JsonNode view = args.json("view").orElseThrow(() -> Session.invalid("missing required field: view"));
        return check(view, type, world);
    }

    static ObjectNode check(JsonNode view, String type, World world) {
        Problems problems = new Problems();
        problems.require(view, "/view", "type", "blocks");
        if (!Json.text(view, "type").equals(type)) {
            problems.add("/view/type", "must be " + type);
        }
        problems.only(view, "/view", type.equals("modal") ? MODAL : HOME);
        if (type.equals("modal")) {
            modal(view, problems);
        }
        problems.string(view, "/view", "private_metadata", METADATA_MAX);
        problems.string(view, "/view", "callback_id", CALLBACK_MAX);
        problems.string(view, "/view", "external_id", CALLBACK_MAX);
        ObjectNode checked = view instanceof ObjectNode object ? Json.copy(object) : Json.object();
        checked.set("blocks", BlockRules.ofView(view.path("blocks"), world, problems));
        problems.refuse("invalid_arguments");
        return checked;
    }

    private static void modal(JsonNode view, Problems problems) {
        problems.require(view, "/view", "title");
        problems.plain(view, "/view", "title", TITLE_MAX);
        problems.plain(view, "/view", "submit", TITLE_MAX);
        problems.plain(view, "/view", "close", TITLE_MAX);
        boolean asks = false;
        for (JsonNode block : view.path("blocks")) {
            asks |= Json.text(block, "type").equals("input");
        }
        if (asks && view.path("submit").isMissingNode()) {
            problems.add("/view", "missing required field: submit");
        }
    }
}
