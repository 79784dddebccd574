package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Buttons, menus and inputs as HTML. */
final class ElementHtml {

    private final World world;

    ElementHtml(World world) {
        this.world = world;
    }

    /** Something that acts at once. */
    String action(JsonNode block, JsonNode element, BlockHtml.Place place) {
        String name = name(block, element);
        if (Json.text(element, "type").equals("button")) {
            return inForm(place, button(element, name, place));
        }
        String control = control(element, "now/" + name, chosen(block, element, place), place);
        String send = "<noscript>" + button("OK", "", name, place) + "</noscript>";
        return inForm(
                place, "<span class=\"menu\" data-send=\"" + Mrkdwn.escape(name) + "\">" + control + "</span>" + send);
    }

    /** Something that is handed in with its modal. */
    String input(JsonNode block, JsonNode element, BlockHtml.Place place) {
        String control = control(element, "v/" + name(block, element), chosen(block, element, place), place);
        if (block.path("dispatch_action").asBoolean(false)) {
            return "<span data-send=\"" + Mrkdwn.escape(name(block, element)) + "\">" + control + "</span>";
        }
        return control;
    }

    private static String name(JsonNode block, JsonNode element) {
        return Json.text(block, "block_id") + "/" + Json.text(element, "action_id");
    }

    private static JsonNode chosen(JsonNode block, JsonNode element, BlockHtml.Place place) {
        JsonNode value = place.values().path(Json.text(block, "block_id")).path(Json.text(element, "action_id"));
        return value.isMissingNode() ? Values.initial(element) : value;
    }

    private static String inForm(BlockHtml.Place place, String content) {
        if (place.isView()) {
            return content;
        }
        return "<form method=\"post\" action=\"" + Mrkdwn.escape(place.action()) + "\">" + content + "</form>";
    }

    private static String button(JsonNode button, String name, BlockHtml.Place place) {
        String url = Json.text(button, "url");
        String text = Json.text(button.path("text"), "text");
        if (!url.isEmpty()) {
            return "<span class=\"linkbutton\">" + Mrkdwn.link(url, text) + "</span>";
        }
        String ask = Json.text(button.path("confirm").path("text"), "text");
        String confirm = ask.isEmpty() ? "" : " data-confirm=\"" + Mrkdwn.escape(ask) + "\"";
        return button(text, "class=\"" + Mrkdwn.escape(Json.text(button, "style")) + "\"" + confirm, name, place);
    }

    private static String button(String text, String more, String name, BlockHtml.Place place) {
        String where = place.isView() ? " formaction=\"" + Mrkdwn.escape(place.action()) + "\" formnovalidate" : "";
        return "<button " + more + where + " name=\"do\" value=\"" + Mrkdwn.escape(name) + "\">" + Mrkdwn.plain(text)
                + "</button>";
    }

    private String control(JsonNode element, String name, JsonNode value, BlockHtml.Place place) {
        String type = Json.text(element, "type");
        String named = " name=\"" + Mrkdwn.escape(name) + "\"";
        String placeholder = " placeholder=\"" + Mrkdwn.escape(Json.text(element.path("placeholder"), "text")) + "\"";
        return switch (type) {
            case "plain_text_input" -> textInput(element, named + placeholder, Json.text(value, "value"));
            case "email_text_input" -> field("email", named + placeholder, Json.text(value, "value"));
            case "url_text_input" -> field("url", named + placeholder, Json.text(value, "value"));
            case "number_input" ->
                field("text", named + placeholder + " inputmode=\"decimal\"", Json.text(value, "value"));
            case "datepicker" -> field("date", named, Json.text(value, "selected_date"));
            case "timepicker" -> field("time", named, Json.text(value, "selected_time"));
            case "datetimepicker" -> field("number", named, Json.text(value, "selected_date_time"));
            case "radio_buttons", "checkboxes" -> boxes(element, named, value);
            case "external_select", "multi_external_select" -> external(element, named, value, place);
            case "file_input", "rich_text_input" ->
                "<span class=\"hint\">(this page has no " + Mrkdwn.escape(type) + ")</span>";
            default -> menu(element, named, value);
        };
    }

    private static String field(String type, String attributes, String value) {
        return "<input type=\"" + type + "\"" + attributes + " value=\"" + Mrkdwn.escape(value) + "\">";
    }

    private static String textInput(JsonNode input, String attributes, String value) {
        return input.path("multiline").asBoolean(false)
                ? "<textarea rows=\"4\"" + attributes + ">" + Mrkdwn.escape(value) + "</textarea>"
                : field("text", attributes, value);
    }

    private static String boxes(JsonNode element, String named, JsonNode value) {
        boolean many = Json.text(element, "type").equals("checkboxes");
        Set<String> chosen = chosenValues(value);
        StringBuilder html = new StringBuilder("<span class=\"boxes\">");
        for (JsonNode option : Values.options(element)) {
            String each = Json.text(option, "value");
            html.append("<label class=\"box\"><input type=\"")
                    .append(many ? "checkbox" : "radio")
                    .append('"')
                    .append(named)
                    .append(" value=\"")
                    .append(Mrkdwn.escape(each))
                    .append(chosen.contains(each) ? "\" checked> " : "\"> ")
                    .append(Mrkdwn.plain(Json.text(option.path("text"), "text")))
                    .append("</label>");
        }
        return html.append("</span>").toString();
    }

    private static Set<String> chosenValues(JsonNode value) {
        JsonNode chosen = value.path(Values.field(Json.text(value, "type")));
        Set<String> values = new java.util.HashSet<>();
        for (JsonNode each : chosen.isArray() ? chosen : Json.array().add(chosen)) {
            values.add(each.isObject() ? Json.text(each, "value") : each.asString(""));
        }
        return values;
    }

    private static String external(JsonNode element, String named, JsonNode value, BlockHtml.Place place) {
        String list = "list-" + Json.text(element, "action_id");
        JsonNode chosen = value.path("selected_option");
        return field(
                        "text",
                        named + " autocomplete=\"off\" list=\"" + Mrkdwn.escape(list) + "\" data-suggest=\""
                                + Mrkdwn.escape(place.action()) + "\" placeholder=\""
                                + Mrkdwn.escape(Json.text(element.path("placeholder"), "text")) + "\"",
                        Json.text(chosen.path("text"), "text"))
                + "<datalist id=\"" + Mrkdwn.escape(list) + "\"></datalist>";
    }

    private String menu(JsonNode element, String named, JsonNode value) {
        boolean many = Json.text(element, "type").startsWith("multi_");
        Set<String> chosen = chosenValues(value);
        String asks = Json.text(element.path("placeholder"), "text");
        String first = Json.text(element, "type").equals("overflow") ? "⋯" : asks.isEmpty() ? "Select an option" : asks;
        StringBuilder html = new StringBuilder("<select class=\"")
                .append(Json.text(element, "type"))
                .append('"')
                .append(named)
                .append(many ? " multiple>" : ">");
        if (!many) {
            html.append("<option value=\"\">").append(Mrkdwn.plain(first)).append("</option>");
        }
        for (String[] option : options(element)) {
            html.append("<option value=\"")
                    .append(Mrkdwn.escape(option[0]))
                    .append(chosen.contains(option[0]) ? "\" selected>" : "\">")
                    .append(Mrkdwn.plain(option[1]))
                    .append("</option>");
        }
        return html.append("</select>").toString();
    }

    private List<String[]> options(JsonNode element) {
        List<String[]> options = new ArrayList<>();
        String type = Json.text(element, "type");
        if (type.endsWith("users_select")) {
            world.teams
                    .values()
                    .forEach(team -> team.people.values().stream()
                            .filter(person -> person.kind() != Person.Kind.LEFT)
                            .forEach(person -> options.add(new String[] {person.id(), person.realName()})));
        } else if (type.endsWith("channels_select") || type.endsWith("conversations_select")) {
            world.channels.values().stream()
                    .filter(channel -> channel.kind != Channel.Kind.DIRECT)
                    .forEach(channel -> options.add(new String[] {channel.id, "#" + channel.name}));
        } else {
            Values.options(element)
                    .forEach(option -> options.add(
                            new String[] {Json.text(option, "value"), Json.text(option.path("text"), "text")}));
        }
        return options;
    }
}
