package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is wrong with a piece of JSON, in Slack's words, each with the place. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String pointer, String what) {
        found.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    void refuse(String word) {
        if (!found.isEmpty()) {
            throw SlackError.explained(word, found);
        }
    }

    void require(JsonNode node, String pointer, String... fields) {
        for (String field : fields) {
            if (node.path(field).isMissingNode() || node.path(field).isNull()) {
                add(pointer, "missing required field: " + field);
            }
        }
    }

    void only(JsonNode node, String pointer, Set<String> allowed) {
        node.properties().forEach(each -> {
            if (!allowed.contains(each.getKey())) {
                add(pointer, "invalid additional property: " + each.getKey());
            }
        });
    }

    /** A text of at most so many characters, if it is there. */
    void string(JsonNode node, String pointer, String field, int max) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isString()) {
            add(pointer + "/" + field, "must be a string");
        } else {
            length(value.asString(""), pointer + "/" + field, max);
        }
    }

    private void length(String text, String pointer, int max) {
        if (text.length() > max) {
            add(pointer, "must be less than " + (max + 1) + " characters");
        }
    }

    /** A text object of plain text, if it is there. */
    void plain(JsonNode node, String pointer, String field, int max) {
        JsonNode text = node.path(field);
        if (!text.isMissingNode() && !Json.text(text, "type").equals("plain_text")) {
            add(pointer + "/" + field, "must be of type plain_text");
        }
        text(node, pointer, field, max);
    }

    /** A text object of plain text or mrkdwn, if it is there. */
    void text(JsonNode node, String pointer, String field, int max) {
        if (!node.path(field).isMissingNode()) {
            textObject(node.path(field), pointer + "/" + field, max);
        }
    }

    void textObject(JsonNode text, String pointer, int max) {
        if (!text.isObject()) {
            add(pointer, "must be a text object");
            return;
        }
        boolean plain = Json.text(text, "type").equals("plain_text");
        if (!plain && !Json.text(text, "type").equals("mrkdwn")) {
            add(pointer + "/type", "must be plain_text or mrkdwn");
        }
        only(text, pointer, plain ? Set.of("type", "text", "emoji") : Set.of("type", "text", "verbatim"));
        require(text, pointer, "text");
        if (Json.text(text, "text").isEmpty()) {
            add(pointer + "/text", "must be more than 0 characters");
        }
        string(text, pointer, "text", max);
    }

    void oneOf(JsonNode node, String pointer, String field, Set<String> allowed) {
        String value = Json.text(node, field);
        if (!node.path(field).isMissingNode() && !allowed.contains(value)) {
            add(pointer + "/" + field, "unsupported value: " + value);
        }
    }

    void count(JsonNode list, String pointer, int min, int max) {
        if (!list.isArray()) {
            add(pointer, "must be an array");
        } else if (list.size() > max) {
            add(pointer, "no more than " + max + " items allowed");
        } else if (list.size() < min) {
            add(pointer, "no fewer than " + min + " items allowed");
        }
    }
}
