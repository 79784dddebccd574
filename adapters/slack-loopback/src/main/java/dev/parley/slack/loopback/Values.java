package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody enters or picks in an element, as it stands in actions and in {@code state.values}. */
final class Values {

    private Values() {}

    /** The options of an element, groups flattened. */
    static List<JsonNode> options(JsonNode element) {
        List<JsonNode> all = new ArrayList<>();
        element.path("options").forEach(all::add);
        element.path("option_groups").forEach(group -> group.path("options").forEach(all::add));
        return all;
    }

    /** Whether a person can enter or pick something here. */
    static boolean isEnterable(JsonNode element) {
        return !List.of("", "button", "image", "overflow", "workflow_button").contains(Json.text(element, "type"));
    }

    /** What the element says before anybody touched it. */
    static ObjectNode initial(JsonNode element) {
        String type = Json.text(element, "type");
        ObjectNode value = Json.object().put("type", type);
        String field = field(type);
        if (type.startsWith("multi_") || type.equals("checkboxes")) {
            JsonNode chosen = element.path(field.replace("selected_", "initial_"));
            value.set(field, chosen.isMissingNode() ? Json.array() : chosen.deepCopy());
            return value;
        }
        JsonNode chosen =
                element.path(field.equals("value") ? "initial_value" : field.replace("selected_", "initial_"));
        if (chosen.isMissingNode()) {
            value.putNull(field);
        } else {
            value.set(field, chosen.deepCopy());
        }
        return value;
    }

    /**
     * The element with something entered. A menu takes the option's value (or its text), a multiple menu several
     * separated by commas; an empty text takes the choice back.
     *
     * @throws IllegalArgumentException when the element has no such option
     */
    static ObjectNode entered(JsonNode element, String text, List<JsonNode> offered) {
        String type = Json.text(element, "type");
        String field = field(type);
        ObjectNode value = Json.object().put("type", type);
        if (type.startsWith("multi_") || type.equals("checkboxes")) {
            ArrayNode chosen = value.putArray(field);
            Arrays.stream(text.split(",", -1))
                    .filter(each -> !each.isBlank())
                    .forEach(each -> addChoice(chosen, field, each.strip(), offered));
            return value;
        }
        if (text.isEmpty()) {
            return value.putNull(field);
        }
        if (field.equals("selected_option")) {
            value.set(field, option(offered, text).deepCopy());
        } else if (type.equals("datetimepicker")) {
            value.put(field, Long.parseLong(text));
        } else {
            value.put(field, text);
        }
        return value;
    }

    private static void addChoice(ArrayNode chosen, String field, String text, List<JsonNode> offered) {
        if (field.equals("selected_options")) {
            chosen.add(option(offered, text).deepCopy());
        } else {
            chosen.add(text);
        }
    }

    private static JsonNode option(List<JsonNode> offered, String text) {
        return find(offered, text)
                .orElseThrow(() -> new IllegalArgumentException("there is no option " + text + " in " + offered));
    }

    static Optional<JsonNode> find(List<JsonNode> offered, String text) {
        return offered.stream()
                .filter(each -> Json.text(each, "value").equals(text))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(each -> Json.text(each.path("text"), "text").equals(text))
                        .findFirst());
    }

    /** Whether nothing is entered. */
    static boolean isEmpty(JsonNode value) {
        JsonNode entered = value.path(field(Json.text(value, "type")));
        return entered.isMissingNode()
                || entered.isNull()
                || (entered.isArray() && entered.isEmpty())
                || (entered.isString() && entered.asString("").isEmpty());
    }

    /** The member that holds what was entered. */
    static String field(String type) {
        return switch (type) {
            case "static_select", "external_select", "radio_buttons", "overflow" -> "selected_option";
            case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
            case "users_select" -> "selected_user";
            case "multi_users_select" -> "selected_users";
            case "channels_select" -> "selected_channel";
            case "multi_channels_select" -> "selected_channels";
            case "conversations_select" -> "selected_conversation";
            case "multi_conversations_select" -> "selected_conversations";
            case "datepicker" -> "selected_date";
            case "timepicker" -> "selected_time";
            case "datetimepicker" -> "selected_date_time";
            case "file_input" -> "files";
            default -> "value";
        };
    }
}
