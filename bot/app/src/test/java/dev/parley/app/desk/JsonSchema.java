package dev.parley.app.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema (draft 2020-12) as the schema of desk files uses; a keyword it does not know is a defect. */
record JsonSchema(JsonNode root) {
    private static final Set<String> SAYS_NOTHING =
            Set.of("$schema", "$id", "$defs", "title", "description", "default");

    /** Every place where {@code value} is not as the schema has it. */
    List<String> mistakes(JsonNode value) {
        var mistakes = new ArrayList<String>();
        check(root, value, "", mistakes);
        return mistakes;
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        if (schema.isBoolean()) {
            expect(schema.asBoolean(), at + ": nothing may be here", mistakes);
            return;
        }
        for (var keyword : schema.properties()) {
            if (!SAYS_NOTHING.contains(keyword.getKey()) && concerns(keyword.getKey(), value)) {
                check(keyword, schema, value, at, mistakes);
            }
        }
    }

    /** A keyword for another kind of value says nothing. */
    private static boolean concerns(String keyword, JsonNode value) {
        return switch (keyword) {
            case "pattern", "minLength", "maxLength" -> value.isString();
            case "minimum", "maximum", "multipleOf" -> value.isNumber();
            case "minItems", "maxItems", "uniqueItems", "items" -> value.isArray();
            case "required", "dependentRequired", "properties", "patternProperties", "additionalProperties" ->
                value.isObject();
            default -> true;
        };
    }

    private void check(
            Map.Entry<String, JsonNode> keyword, JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        var says = keyword.getValue();
        var wrong = at + ": " + value + " is not " + keyword.getKey() + " " + says;
        switch (keyword.getKey()) {
            case "$ref" -> check(root.at(says.asString().substring(1)), value, at, mistakes);
            case "oneOf" -> expect(matching(says, value) == 1, wrong, mistakes);
            case "anyOf" -> expect(matching(says, value) > 0, wrong, mistakes);
            case "type" -> expect(isOf(says.asString(), value), wrong, mistakes);
            case "enum" -> expect(says.valueStream().anyMatch(value::equals), wrong, mistakes);
            case "const" -> expect(says.equals(value), wrong, mistakes);
            case "pattern" ->
                expect(
                        Pattern.compile(says.asString())
                                .matcher(value.asString())
                                .find(),
                        wrong,
                        mistakes);
            case "minLength" -> expect(value.asString().length() >= says.asInt(), wrong, mistakes);
            case "maxLength" -> expect(value.asString().length() <= says.asInt(), wrong, mistakes);
            case "minimum" -> expect(value.decimalValue().compareTo(says.decimalValue()) >= 0, wrong, mistakes);
            case "maximum" -> expect(value.decimalValue().compareTo(says.decimalValue()) <= 0, wrong, mistakes);
            case "multipleOf" ->
                expect(value.decimalValue().remainder(says.decimalValue()).signum() == 0, wrong, mistakes);
            case "minItems" -> expect(value.size() >= says.asInt(), wrong, mistakes);
            case "maxItems" -> expect(value.size() <= says.asInt(), wrong, mistakes);
            case "uniqueItems" ->
                expect(new HashSet<>(value.valueStream().toList()).size() == value.size(), wrong, mistakes);
            case "items" -> value.valueStream().forEach(item -> check(says, item, at + "[]", mistakes));
            case "required" -> expect(says.valueStream().allMatch(key -> value.has(key.asString())), wrong, mistakes);
            case "dependentRequired" ->
                says.properties().stream()
                        .filter(needed -> value.has(needed.getKey()))
                        .flatMap(needed -> needed.getValue().valueStream())
                        .forEach(key -> expect(value.has(key.asString()), wrong, mistakes));
            case "properties" ->
                says.properties().stream()
                        .filter(property -> value.has(property.getKey()))
                        .forEach(property -> check(
                                property.getValue(),
                                value.path(property.getKey()),
                                at + "." + property.getKey(),
                                mistakes));
            case "patternProperties", "additionalProperties" -> others(keyword, schema, value, at, mistakes);
            default -> throw new AssertionError("the schema has a keyword nobody checks: " + keyword.getKey());
        }
    }

    /** Values whose keys {@code properties} does not have. */
    private void others(
            Map.Entry<String, JsonNode> keyword, JsonNode schema, JsonNode value, String at, List<String> mistakes) {
        var patterns = schema.path("patternProperties");
        for (var property : value.properties()) {
            var below = at + "." + property.getKey();
            var byPattern = patterns.properties().stream()
                    .filter(pattern -> Pattern.compile(pattern.getKey())
                            .matcher(property.getKey())
                            .find())
                    .findFirst();
            if (keyword.getKey().equals("patternProperties")) {
                byPattern.ifPresent(pattern -> check(pattern.getValue(), property.getValue(), below, mistakes));
            } else if (byPattern.isEmpty() && !schema.path("properties").has(property.getKey())) {
                check(keyword.getValue(), property.getValue(), below, mistakes);
            }
        }
    }

    private long matching(JsonNode schemas, JsonNode value) {
        return schemas.valueStream()
                .filter(schema -> {
                    var mistakes = new ArrayList<String>();
                    check(schema, value, "", mistakes);
                    return mistakes.isEmpty();
                })
                .count();
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new AssertionError("nobody checks the type " + type);
        };
    }

    private static void expect(boolean right, String wrong, List<String> mistakes) {
        if (!right) {
            mistakes.add(wrong);
        }
    }
}
