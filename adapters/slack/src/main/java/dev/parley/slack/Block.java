package dev.parley.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Block Kit with Slack's limits kept: a longer text is cut and says so. */
final class Block {
    static final int TEXT_CHARS_MAX = 3_000;
    static final int FIELD_CHARS_MAX = 2_000;
    static final int FIELDS_MAX = 10;
    static final int BLOCKS_MAX = 50;
    static final int VIEW_BLOCKS_MAX = 100;
    static final int INPUT_CHARS_MAX = 3_000;
    static final int OPTIONS_MAX = 100;
    private static final int BUTTON_CHARS_MAX = 75;
    private static final int OPTION_CHARS_MAX = 75;
    private static final int OPTION_VALUE_CHARS_MAX = 150;
    private static final int TITLE_CHARS_MAX = 24;
    private static final int LABEL_CHARS_MAX = 2_000;
    private static final String CUT = "…";

    private Block() {}

    /** A choice. */
    record Option(String value, String text) {}

    static JsonObject section(String markdown) {
        JsonObject block = typed("section");
        block.add("text", markdown(cut(markdown, TEXT_CHARS_MAX)));
        return block;
    }

    /** Short texts in two columns, {@value #FIELDS_MAX} at most. */
    static JsonObject fields(List<String> markdown) {
        JsonObject block = typed("section");
        JsonArray fields = new JsonArray();
        markdown.stream().limit(FIELDS_MAX).forEach(text -> fields.add(markdown(cut(text, FIELD_CHARS_MAX))));
        block.add("fields", fields);
        return block;
    }

    static JsonObject context(String markdown) {
        JsonObject block = typed("context");
        JsonArray elements = new JsonArray();
        elements.add(markdown(cut(markdown, TEXT_CHARS_MAX)));
        block.add("elements", elements);
        return block;
    }

    static JsonObject divider() {
        return typed("divider");
    }

    static JsonObject header(String text) {
        JsonObject block = typed("header");
        block.add("text", plain(cut(text, 150)));
        return block;
    }

    static JsonObject actions(String id, List<JsonObject> elements) {
        JsonObject block = typed("actions");
        block.addProperty("block_id", id);
        JsonArray all = new JsonArray();
        elements.forEach(all::add);
        block.add("elements", all);
        return block;
    }

    static JsonObject button(String action, String text, String value) {
        JsonObject button = typed("button");
        button.addProperty("action_id", action);
        button.add("text", plain(cut(text, BUTTON_CHARS_MAX)));
        button.addProperty("value", value);
        return button;
    }

    /** The one that is meant to be pressed. */
    static JsonObject primary(JsonObject button) {
        button.addProperty("style", "primary");
        return button;
    }

    static JsonObject select(String action, String placeholder, List<Option> options, @Nullable String chosen) {
        JsonObject select = typed("static_select");
        select.addProperty("action_id", action);
        select.add("placeholder", plain(cut(placeholder, 150)));
        JsonArray all = new JsonArray();
        options.stream().limit(OPTIONS_MAX).forEach(option -> all.add(option(option)));
        select.add("options", all);
        options.stream()
                .filter(option -> option.value.equals(chosen))
                .findFirst()
                .ifPresent(option -> select.add("initial_option", option(option)));
        return select;
    }

    private static JsonObject option(Option option) {
        JsonObject json = new JsonObject();
        json.add("text", plain(cut(option.text, OPTION_CHARS_MAX)));
        json.addProperty("value", cut(option.value, OPTION_VALUE_CHARS_MAX));
        return json;
    }

    static JsonObject line(@Nullable String initial, int charsMax) {
        return textInput(false, initial, charsMax);
    }

    static JsonObject text(@Nullable String initial, int charsMax) {
        return textInput(true, initial, charsMax);
    }

    private static JsonObject textInput(boolean multiline, @Nullable String initial, int charsMax) {
        JsonObject input = typed("plain_text_input");
        input.addProperty("action_id", "value");
        input.addProperty("multiline", multiline);
        input.addProperty("max_length", Math.min(charsMax, INPUT_CHARS_MAX));
        if (initial != null && !initial.isEmpty()) {
            input.addProperty("initial_value", cut(initial, Math.min(charsMax, INPUT_CHARS_MAX)));
        }
        return input;
    }

    static JsonObject input(String id, String label, JsonObject element) {
        JsonObject block = typed("input");
        block.addProperty("block_id", id);
        block.add("label", plain(cut(label, LABEL_CHARS_MAX)));
        block.add("element", element);
        return block;
    }

    static JsonObject optional(JsonObject input) {
        input.addProperty("optional", true);
        return input;
    }

    static JsonObject hint(JsonObject input, String hint) {
        input.add("hint", plain(cut(hint, LABEL_CHARS_MAX)));
        return input;
    }

    /** A modal; {@code submit} null: it only shows something. */
    static JsonObject modal(
            String callback, String title, @Nullable String submit, String memo, List<JsonObject> blocks) {
        JsonObject view = typed("modal");
        view.addProperty("callback_id", callback);
        view.add("title", plain(cut(title, TITLE_CHARS_MAX)));
        view.add("close", plain(submit == null ? "Close" : "Cancel"));
        if (submit != null) {
            view.add("submit", plain(cut(submit, TITLE_CHARS_MAX)));
        }
        view.addProperty("private_metadata", memo);
        view.add("blocks", array(blocks.stream().limit(VIEW_BLOCKS_MAX).toList()));
        return view;
    }

    /** As JSON; at most {@value #BLOCKS_MAX} are taken of a message. */
    static String message(List<JsonObject> blocks) {
        return array(blocks.stream().limit(BLOCKS_MAX).toList()).toString();
    }

    private static JsonArray array(List<JsonObject> blocks) {
        JsonArray all = new JsonArray();
        blocks.forEach(all::add);
        return all;
    }

    static JsonObject markdown(String text) {
        JsonObject json = typed("mrkdwn");
        json.addProperty("text", text);
        return json;
    }

    static JsonObject plain(String text) {
        JsonObject json = typed("plain_text");
        json.addProperty("text", text.isEmpty() ? " " : text);
        return json;
    }

    /** What somebody wrote, so that nothing in it calls a channel or looks like a link of ours. */
    static String quoted(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** At most {@code max} characters, never half of a character. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private static JsonObject typed(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("type", type);
        return json;
    }
}
