package dev.parley.slack.loopback;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Block Kit's interactive elements: which fields they have, and how much fits. */
final class ElementRules {

    static final int ID_MAX = 255;
    static final int BUTTON_TEXT_MAX = 75;
    static final int VALUE_MAX = 2000;
    static final int OPTION_TEXT_MAX = 75;
    static final int OPTION_VALUE_MAX = 150;
    static final int OPTIONS_MAX = 100;
    static final int PLACEHOLDER_MAX = 150;
    static final int FEW_OPTIONS_MAX = 10;
    static final int OVERFLOW_MAX = 5;
    static final int URL_MAX = 3000;
    static final int INPUT_MAX = 3000;

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("button", "text url value style confirm accessibility_label"),
            Map.entry("overflow", "options confirm"),
            Map.entry("static_select", "placeholder options option_groups initial_option confirm focus_on_load"),
            Map.entry(
                    "multi_static_select",
                    "placeholder options option_groups initial_options confirm max_selected_items focus_on_load"),
            Map.entry("external_select", "placeholder initial_option min_query_length confirm focus_on_load"),
            Map.entry(
                    "multi_external_select",
                    "placeholder initial_options min_query_length confirm max_selected_items focus_on_load"),
            Map.entry("users_select", "placeholder initial_user confirm focus_on_load"),
            Map.entry("multi_users_select", "placeholder initial_users confirm max_selected_items focus_on_load"),
            Map.entry("channels_select", "placeholder initial_channel confirm response_url_enabled focus_on_load"),
            Map.entry("multi_channels_select", "placeholder initial_channels confirm max_selected_items focus_on_load"),
            Map.entry(
                    "conversations_select",
                    "placeholder initial_conversation default_to_current_conversation confirm response_url_enabled"
                            + " filter focus_on_load"),
            Map.entry(
                    "multi_conversations_select",
                    "placeholder initial_conversations default_to_current_conversation confirm max_selected_items"
                            + " filter focus_on_load"),
            Map.entry("datepicker", "placeholder initial_date confirm focus_on_load"),
            Map.entry("timepicker", "placeholder initial_time confirm focus_on_load timezone"),
            Map.entry("datetimepicker", "initial_date_time confirm focus_on_load"),
            Map.entry("radio_buttons", "options initial_option confirm focus_on_load"),
            Map.entry("checkboxes", "options initial_options confirm focus_on_load"),
            Map.entry(
                    "plain_text_input",
                    "placeholder initial_value multiline min_length max_length dispatch_action_config focus_on_load"),
            Map.entry("email_text_input", "placeholder initial_value dispatch_action_config focus_on_load"),
            Map.entry("url_text_input", "placeholder initial_value dispatch_action_config focus_on_load"),
            Map.entry(
                    "number_input",
                    "placeholder initial_value is_decimal_allowed min_value max_value dispatch_action_config"
                            + " focus_on_load"),
            Map.entry("rich_text_input", "placeholder initial_value dispatch_action_config focus_on_load"),
            Map.entry("file_input", "filetypes max_files"),
            Map.entry("image", "image_url alt_text slack_file"));

    private static final Set<String> INPUTS_ONLY = Set.of(
            "plain_text_input", "email_text_input", "url_text_input", "number_input", "rich_text_input", "file_input");
    private static final Set<String> NOT_INPUTS = Set.of("button", "overflow", "image");
    private static final Set<String> FROM_OPTIONS = Set.of("static_select", "multi_static_select");

    private final Problems problems;
    private final World world;

    ElementRules(Problems problems, World world) {
        this.problems = problems;
        this.world = world;
    }

    /** An element of an actions block or the accessory of a section. */
    void action(JsonNode element, String pointer, boolean isAccessory) {
        String type = Json.text(element, "type");
        if (INPUTS_ONLY.contains(type) || (type.equals("image") && !isAccessory)) {
            problems.add(pointer + "/type", "unsupported type: " + type);
        }
        check(element, pointer);
    }

    /** The element of an input block. */
    void input(JsonNode element, String pointer) {
        String type = Json.text(element, "type");
        if (NOT_INPUTS.contains(type)) {
            problems.add(pointer + "/type", "unsupported type: " + type);
        }
        check(element, pointer);
    }

    private void check(JsonNode element, String pointer) {
        String type = Json.text(element, "type");
        String fields = FIELDS.get(type);
        if (fields == null || !(element instanceof ObjectNode object)) {
            problems.add(pointer + "/type", "unsupported type: " + type);
            return;
        }
        problems.only(element, pointer, names("type action_id " + fields));
        if (type.equals("image")) {
            image(element, pointer);
            return;
        }
        problems.string(element, pointer, "action_id", ID_MAX);
        if (Json.text(element, "action_id").isEmpty()) {
            object.put("action_id", world.id("a"));
        }
        confirm(element.path("confirm"), pointer + "/confirm");
        problems.plain(element, pointer, "placeholder", PLACEHOLDER_MAX);
        switch (type) {
            case "button" -> button(element, pointer);
            case "overflow" -> options(element, pointer, OVERFLOW_MAX);
            case "radio_buttons", "checkboxes" -> options(element, pointer, FEW_OPTIONS_MAX);
            case "plain_text_input" -> textInput(element, pointer);
            case "number_input" -> problems.require(element, pointer, "is_decimal_allowed");
            default -> select(element, pointer, type);
        }
    }

    private static Set<String> names(String fields) {
        return Stream.of(fields.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }

    void image(JsonNode image, String pointer) {
        problems.require(image, pointer, "alt_text");
        if (image.path("slack_file").isMissingNode()) {
            problems.require(image, pointer, "image_url");
        }
        problems.string(image, pointer, "image_url", URL_MAX);
        problems.string(image, pointer, "alt_text", VALUE_MAX);
    }

    private void button(JsonNode button, String pointer) {
        problems.require(button, pointer, "text");
        problems.plain(button, pointer, "text", BUTTON_TEXT_MAX);
        problems.string(button, pointer, "value", VALUE_MAX);
        problems.string(button, pointer, "url", URL_MAX);
        problems.string(button, pointer, "accessibility_label", BUTTON_TEXT_MAX);
        problems.oneOf(button, pointer, "style", Set.of("primary", "danger"));
    }

    private void textInput(JsonNode input, String pointer) {
        problems.string(input, pointer, "initial_value", INPUT_MAX);
        int min = input.path("min_length").asInt(0);
        int max = input.path("max_length").asInt(INPUT_MAX);
        if (min < 0 || min > INPUT_MAX) {
            problems.add(pointer + "/min_length", "must be between 0 and " + INPUT_MAX);
        }
        if (max < 1 || max > INPUT_MAX) {
            problems.add(pointer + "/max_length", "must be between 1 and " + INPUT_MAX);
        }
        if (min > max) {
            problems.add(pointer + "/min_length", "must be less than max_length");
        }
        if (Json.text(input, "initial_value").length() > max) {
            problems.add(pointer + "/initial_value", "must be less than " + (max + 1) + " characters");
        }
    }

    private void select(JsonNode element, String pointer, String type) {
        if (!FROM_OPTIONS.contains(type)) {
            return;
        }
        boolean grouped = !element.path("option_groups").isMissingNode();
        if (grouped == !element.path("options").isMissingNode()) {
            problems.add(pointer, "one of options and option_groups is required, not both");
        } else if (grouped) {
            groups(element.path("option_groups"), pointer + "/option_groups");
            initial(element, pointer);
        } else {
            options(element, pointer, OPTIONS_MAX);
        }
    }

    private void groups(JsonNode groups, String pointer) {
        problems.count(groups, pointer, 1, OPTIONS_MAX);
        for (int i = 0; i < groups.size(); i++) {
            problems.require(groups.path(i), pointer + "/" + i, "label", "options");
            problems.plain(groups.path(i), pointer + "/" + i, "label", OPTION_TEXT_MAX);
            list(groups.path(i).path("options"), pointer + "/" + i + "/options", OPTIONS_MAX);
        }
    }

    private void options(JsonNode element, String pointer, int max) {
        problems.require(element, pointer, "options");
        list(element.path("options"), pointer + "/options", max);
        initial(element, pointer);
    }

    /** A list of options, as a menu has it or as the app answers it. */
    void list(JsonNode options, String pointer, int max) {
        problems.count(options, pointer, 1, max);
        Set<String> values = new HashSet<>();
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.path(i);
            String at = pointer + "/" + i;
            problems.only(option, at, Set.of("text", "value", "description", "url"));
            problems.require(option, at, "text", "value");
            problems.text(option, at, "text", OPTION_TEXT_MAX);
            problems.string(option, at, "value", OPTION_VALUE_MAX);
            problems.text(option, at, "description", OPTION_TEXT_MAX);
            if (!values.add(Json.text(option, "value"))) {
                problems.add(at + "/value", "must be unique");
            }
        }
    }

    /** What is chosen at first must be one of the options, to the letter. */
    private void initial(JsonNode element, String pointer) {
        List<JsonNode> all = Values.options(element);
        JsonNode one = element.path("initial_option");
        if (!one.isMissingNode() && !all.contains(one)) {
            problems.add(pointer + "/initial_option", "must exactly match one of the options");
        }
        for (JsonNode each : element.path("initial_options")) {
            if (!all.contains(each)) {
                problems.add(pointer + "/initial_options", "must exactly match some of the options");
            }
        }
    }

    private void confirm(JsonNode confirm, String pointer) {
        if (confirm.isMissingNode()) {
            return;
        }
        problems.only(confirm, pointer, Set.of("title", "text", "confirm", "deny", "style"));
        problems.require(confirm, pointer, "title", "text", "confirm", "deny");
        problems.plain(confirm, pointer, "title", 100);
        problems.text(confirm, pointer, "text", 300);
        problems.plain(confirm, pointer, "confirm", 30);
        problems.plain(confirm, pointer, "deny", 30);
    }
}
