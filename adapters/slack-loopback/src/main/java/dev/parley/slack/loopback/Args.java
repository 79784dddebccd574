package dev.parley.slack.loopback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of a call, from a form, a query or a JSON body. */
record Args(ObjectNode all) {

    static Args of(String query, String contentType, String body) {
        ObjectNode all = Json.object();
        readForm(query, all);
        if (contentType.startsWith("application/json")) {
            JsonNode read = Json.read(body.isBlank() ? "{}" : body).orElseThrow(() -> new SlackError("invalid_json"));
            if (!(read instanceof ObjectNode object)) {
                throw new SlackError("json_not_object");
            }
            all.setAll(object);
        } else if (contentType.startsWith("multipart/form-data")) {
            Multipart.read(body, contentType).forEach(all::put);
        } else {
            readForm(body, all);
        }
        return new Args(all);
    }

    static void readForm(String form, ObjectNode into) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return !all.path(name).isMissingNode() && !all.path(name).isNull();
    }

    /** The argument as text, empty when it is not there. */
    String text(String name) {
        JsonNode value = all.path(name);
        return value.isContainer() ? value.toString() : value.asString("");
    }

    /** The argument as text, refused when it is not there. */
    String need(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            throw SlackError.explained("invalid_arguments", List.of("[ERROR] missing required field: " + name));
        }
        return text;
    }

    boolean flag(String name) {
        return List.of("true", "1").contains(text(name));
    }

    int number(String name, int otherwise) {
        try {
            return has(name) ? Integer.parseInt(text(name)) : otherwise;
        } catch (NumberFormatException notANumber) {
            throw SlackError.explained(
                    "invalid_arguments", List.of("[ERROR] must be an integer [json-pointer:/" + name + "]"));
        }
    }

    /** The argument as JSON, whether it came as JSON or as text in a form. */
    Optional<JsonNode> json(String name) {
        JsonNode value = all.path(name);
        if (value.isString()) {
            return value.asString("").isBlank() ? Optional.empty() : Json.read(value.asString(""));
        }
        return value.isContainer() ? Optional.of(value) : Optional.empty();
    }
}
