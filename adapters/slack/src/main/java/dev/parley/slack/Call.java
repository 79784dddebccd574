package dev.parley.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something Slack told: an event, a click, a submitted form, a shortcut or a command, as JSON whichever way it came.
 */
record Call(JsonObject json) {

    /** What it is. */
    enum Kind {
        EVENT,
        ACTION,
        SUBMISSION,
        SHORTCUT,
        SUGGESTION,
        COMMAND,
        OTHER
    }

    /** Reads a body as Slack sends it: JSON, or a form with a payload, or a command's form. */
    static Call of(String body) {
        if (body.startsWith("{")) {
            return new Call(parsed(body));
        }
        JsonObject fields = new JsonObject();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.addProperty(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields.has("payload") ? new Call(parsed(text(fields, "payload"))) : new Call(fields);
    }

    private static JsonObject parsed(String body) {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IllegalArgumentException("what Slack sent is no JSON object", e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Kind kind() {
        if (json.has("command")) {
            return Kind.COMMAND;
        }
        return switch (text("type")) {
            case "event_callback" -> Kind.EVENT;
            case "block_actions" -> Kind.ACTION;
            case "view_submission" -> Kind.SUBMISSION;
            case "shortcut", "message_action" -> Kind.SHORTCUT;
            case "block_suggestion" -> Kind.SUGGESTION;
            default -> Kind.OTHER;
        };
    }

    /**
     * What makes recording it idempotent: events have an id; a click is known by who clicked what at which time, a
     * submitted form by its version, all else by its trigger, which Slack uses once.
     */
    String key() {
        String key = switch (kind()) {
            case EVENT -> "event " + text("event_id");
            case ACTION -> "action " + account() + " " + actionId() + " " + text(action(), "action_ts");
            case SUBMISSION -> "view " + text(object("view"), "id") + " " + text(object("view"), "hash");
            case SHORTCUT, COMMAND, SUGGESTION, OTHER -> "trigger " + account() + " " + trigger();
        };
        if (key.endsWith(" ")) {
            throw new IllegalArgumentException(kind().name().toLowerCase(Locale.ROOT) + " without an id");
        }
        return key;
    }

    String team() {
        return switch (kind()) {
            case COMMAND -> text("team_id");
            case EVENT -> text("team_id");
            case ACTION, SUBMISSION, SHORTCUT, SUGGESTION, OTHER -> text(object("team"), "id");
        };
    }

    /** Who did it, "" if nobody did. */
    String user() {
        return switch (kind()) {
            case COMMAND -> text("user_id");
            case EVENT -> text(written(), "user");
            case ACTION, SUBMISSION, SHORTCUT, SUGGESTION, OTHER -> text(object("user"), "id");
        };
    }

    /** Who did it in which workspace. */
    String account() {
        return team() + " " + user();
    }

    /** Where it happened, "" outside of channels. */
    String room() {
        return switch (kind()) {
            case COMMAND -> text("channel_id");
            case EVENT -> text(event(), "channel");
            case ACTION, SUBMISSION, SHORTCUT, SUGGESTION, OTHER -> text(object("channel"), "id");
        };
    }

    String trigger() {
        return text("trigger_id");
    }

    JsonObject event() {
        return object("event");
    }

    /** What an event is about: of a changed message what it is now, of a deleted one what it was. */
    JsonObject written() {
        JsonObject event = event();
        return switch (text(event, "subtype")) {
            case "message_changed" -> object(event, "message");
            case "message_deleted" -> object(event, "previous_message");
            default -> event;
        };
    }

    /** The first of what was clicked; Slack sends one at a time. */
    JsonObject action() {
        return json.get("actions") instanceof JsonArray actions
                        && !actions.isEmpty()
                        && actions.get(0) instanceof JsonObject action
                ? action
                : new JsonObject();
    }

    String actionId() {
        return text(action(), "action_id");
    }

    /** What stands behind the button or the option that was chosen. */
    String value() {
        JsonObject action = action();
        return action.has("value") ? text(action, "value") : text(object(action, "selected_option"), "value");
    }

    JsonObject view() {
        return object("view");
    }

    /** What was filled in, by the field's block; an empty field is "". */
    String field(String block) {
        JsonObject values = object(object(object("view"), "state"), "values");
        JsonObject elements = object(values, block);
        for (String element : elements.keySet()) {
            JsonObject state = object(elements, element);
            if (state.has("selected_option")) {
                return text(object(state, "selected_option"), "value");
            }
            if (state.has("selected_users_option")) {
                return text(state, "selected_users_option");
            }
            for (String name : List.of("value", "selected_user", "selected_date", "selected_conversation")) {
                if (state.has(name)) {
                    return text(state, name);
                }
            }
        }
        return "";
    }

    /** What was filled in, in the order of the blocks. */
    List<String> fields() {
        JsonObject values = object(object(object("view"), "state"), "values");
        List<String> fields = new ArrayList<>();
        values.keySet().stream().sorted().forEach(block -> fields.add(block + "=" + field(block)));
        return fields;
    }

    String text(String name) {
        return text(json, name);
    }

    JsonObject object(String name) {
        return object(json, name);
    }

    static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    static boolean flag(JsonObject object, String name) {
        return text(object, name).equals("true");
    }

    static JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject inner ? inner : new JsonObject();
    }
}
