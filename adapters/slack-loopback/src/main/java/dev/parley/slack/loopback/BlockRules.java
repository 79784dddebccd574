package dev.parley.slack.loopback;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Block Kit's blocks: which fields they have, how much fits, and how many. */
final class BlockRules {

    /** Blocks of a message. */
    static final int MESSAGE_MAX = 50;
    /** Blocks of a modal or of App Home. */
    static final int VIEW_MAX = 100;

    static final int SECTION_TEXT_MAX = 3000;
    static final int FIELD_TEXT_MAX = 2000;
    static final int FIELDS_MAX = 10;
    static final int HEADER_MAX = 150;
    static final int ACTIONS_MAX = 25;
    static final int CONTEXT_MAX = 10;
    static final int LABEL_MAX = 2000;
    static final int MARKDOWN_MAX = 12_000;

    private static final Map<String, Set<String>> FIELDS = Map.of(
            "section", Set.of("text", "fields", "accessory", "expand"),
            "header", Set.of("text"),
            "divider", Set.of(),
            "context", Set.of("elements"),
            "actions", Set.of("elements"),
            "image", Set.of("image_url", "slack_file", "alt_text", "title"),
            "input", Set.of("label", "element", "hint", "optional", "dispatch_action"),
            "rich_text", Set.of("elements"),
            "markdown", Set.of("text"));

    private final Problems problems = new Problems();
    private final World world;
    private final ElementRules elements;
    private final Set<String> blockIds = new HashSet<>();

    private BlockRules(World world) {
        this.world = world;
        this.elements = new ElementRules(problems, world);
    }

    /** The blocks of a message, with the ids they lacked; refused with {@code invalid_blocks}. */
    static ArrayNode ofMessage(JsonNode blocks, World world) {
        BlockRules rules = new BlockRules(world);
        ArrayNode checked = rules.check(blocks, "/blocks", MESSAGE_MAX);
        rules.problems.refuse("invalid_blocks");
        return checked;
    }

    /** The blocks of a modal or of App Home; what is wrong goes to the view's problems. */
    static ArrayNode ofView(JsonNode blocks, World world, Problems problems) {
        BlockRules rules = new BlockRules(world);
        ArrayNode checked = rules.check(blocks, "/view/blocks", VIEW_MAX);
        problems.addAll(rules.problems);
        return checked;
    }

    private ArrayNode check(JsonNode blocks, String pointer, int max) {
        if (!(blocks.deepCopy() instanceof ArrayNode list)) {
            problems.add(pointer, "must be an array");
            return Json.array();
        }
        problems.count(list, pointer, 0, max);
        for (int i = 0; i < list.size(); i++) {
            block(list.path(i), pointer + "/" + i, max == MESSAGE_MAX);
        }
        return list;
    }

    private void block(JsonNode block, String pointer, boolean inMessage) {
        String type = Json.text(block, "type");
        Set<String> fields = FIELDS.get(type);
        if (fields == null || !(block instanceof ObjectNode object) || (type.equals("markdown") && !inMessage)) {
            problems.add(pointer + "/type", "unsupported type: " + type);
            return;
        }
        Set<String> allowed = new HashSet<>(fields);
        allowed.addAll(Set.of("type", "block_id"));
        problems.only(block, pointer, allowed);
        problems.string(block, pointer, "block_id", ElementRules.ID_MAX);
        if (Json.text(block, "block_id").isEmpty()) {
            object.put("block_id", world.id("b"));
        }
        if (!blockIds.add(Json.text(block, "block_id"))) {
            problems.add(pointer + "/block_id", "`block_id` " + Json.text(block, "block_id") + " already exists");
        }
        content(block, pointer, type);
    }

    private void content(JsonNode block, String pointer, String type) {
        switch (type) {
            case "section" -> section(block, pointer);
            case "header" -> {
                problems.require(block, pointer, "text");
                problems.plain(block, pointer, "text", HEADER_MAX);
            }
            case "context" -> context(block, pointer);
            case "actions" -> actions(block, pointer);
            case "image" -> {
                elements.image(block, pointer);
                problems.plain(block, pointer, "title", FIELD_TEXT_MAX);
            }
            case "input" -> input(block, pointer);
            case "rich_text" -> problems.require(block, pointer, "elements");
            case "markdown" -> {
                problems.require(block, pointer, "text");
                problems.string(block, pointer, "text", MARKDOWN_MAX);
            }
            default -> {
                // A divider has nothing more.
            }
        }
    }

    private void section(JsonNode block, String pointer) {
        JsonNode fields = block.path("fields");
        if (fields.isMissingNode()) {
            problems.require(block, pointer, "text");
        } else {
            problems.count(fields, pointer + "/fields", 1, FIELDS_MAX);
            for (int i = 0; i < fields.size(); i++) {
                problems.textObject(fields.path(i), pointer + "/fields/" + i, FIELD_TEXT_MAX);
            }
        }
        problems.text(block, pointer, "text", SECTION_TEXT_MAX);
        if (!block.path("accessory").isMissingNode()) {
            elements.action(block.path("accessory"), pointer + "/accessory", true);
        }
    }

    private void context(JsonNode block, String pointer) {
        problems.require(block, pointer, "elements");
        JsonNode all = block.path("elements");
        problems.count(all, pointer + "/elements", 1, CONTEXT_MAX);
        for (int i = 0; i < all.size(); i++) {
            String at = pointer + "/elements/" + i;
            if (Json.text(all.path(i), "type").equals("image")) {
                elements.image(all.path(i), at);
            } else {
                problems.textObject(all.path(i), at, SECTION_TEXT_MAX);
            }
        }
    }

    private void actions(JsonNode block, String pointer) {
        problems.require(block, pointer, "elements");
        JsonNode all = block.path("elements");
        problems.count(all, pointer + "/elements", 1, ACTIONS_MAX);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String at = pointer + "/elements/" + i;
            elements.action(all.path(i), at, false);
            if (!ids.add(Json.text(all.path(i), "action_id"))) {
                problems.add(
                        at + "/action_id",
                        "`action_id` " + Json.text(all.path(i), "action_id") + " already exists for `block_id` "
                                + Json.text(block, "block_id"));
            }
        }
    }

    private void input(JsonNode block, String pointer) {
        problems.require(block, pointer, "label", "element");
        problems.plain(block, pointer, "label", LABEL_MAX);
        problems.plain(block, pointer, "hint", LABEL_MAX);
        if (block.path("element").isObject()) {
            elements.input(block.path("element"), pointer + "/element");
        }
    }
}
