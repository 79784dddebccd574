package dev.parley.slack.loopback;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A modal's inputs, checked as Slack's client checks them before it sends them. */
final class Form {

    private Form() {}

    /** The view, refused when the client would keep it. */
    static ObjectNode check(ObjectNode view) {
        Surface surface = new Surface.OnView(view);
        if (view.path("submit").isNull()) {
            throw new IllegalStateException("the modal has no submit button");
        }
        for (JsonNode block : view.path("blocks")) {
            if (Json.text(block, "type").equals("input")) {
                check(block, surface);
            }
        }
        return view;
    }

    private static void check(JsonNode block, Surface surface) {
        JsonNode element = block.path("element");
        String actionId = Json.text(element, "action_id");
        JsonNode value = surface.values().path(Json.text(block, "block_id")).path(actionId);
        if (Values.isEmpty(value)) {
            if (!block.path("optional").asBoolean(false)) {
                throw new IllegalStateException("the client asks for " + actionId + " before it sends the modal");
            }
            return;
        }
        String text = Json.text(value, "value");
        switch (Json.text(element, "type")) {
            case "plain_text_input" -> length(element, actionId, text);
            case "number_input" -> number(element, actionId, text);
            case "email_text_input" -> matches(actionId, text, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
            case "url_text_input" -> matches(actionId, text, "https?://\\S+");
            default -> {
                // Menus only offer what is allowed.
            }
        }
    }

    private static void length(JsonNode element, String actionId, String text) {
        int min = element.path("min_length").asInt(0);
        int max = element.path("max_length").asInt(ElementRules.INPUT_MAX);
        if (text.length() < min || text.length() > max) {
            throw new IllegalStateException("the client wants " + min + " to " + max + " characters in " + actionId);
        }
    }

    private static void number(JsonNode element, String actionId, String text) {
        boolean decimal = element.path("is_decimal_allowed").asBoolean(false);
        matches(actionId, text, decimal ? "-?\\d+([.]\\d+)?" : "-?\\d+");
        double number = Double.parseDouble(text);
        if (number < bound(element, "min_value", -Double.MAX_VALUE)
                || number > bound(element, "max_value", Double.MAX_VALUE)) {
            throw new IllegalStateException("the client does not take " + text + " in " + actionId);
        }
    }

    private static double bound(JsonNode element, String name, double otherwise) {
        String text = Json.text(element, name);
        return text.isEmpty() ? otherwise : Double.parseDouble(text);
    }

    private static void matches(String actionId, String text, String pattern) {
        if (!text.matches(pattern)) {
            throw new IllegalStateException("the client does not take " + text + " in " + actionId);
        }
    }
}
