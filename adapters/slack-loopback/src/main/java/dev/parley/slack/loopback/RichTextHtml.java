package dev.parley.slack.loopback;

import tools.jackson.databind.JsonNode;

/** Rich text blocks as HTML. */
final class RichTextHtml {

    private final Mrkdwn mrkdwn;

    RichTextHtml(Mrkdwn mrkdwn) {
        this.mrkdwn = mrkdwn;
    }

    String html(JsonNode block) {
        StringBuilder html = new StringBuilder();
        for (JsonNode element : block.path("elements")) {
            html.append(
                    switch (Json.text(element, "type")) {
                        case "rich_text_list" -> list(element);
                        case "rich_text_quote" -> "<blockquote>" + inline(element) + "</blockquote>";
                        case "rich_text_preformatted" -> "<pre>" + inline(element) + "</pre>";
                        default -> "<div>" + inline(element) + "</div>";
                    });
        }
        return html.toString();
    }

    private String list(JsonNode list) {
        String tag = Json.text(list, "style").equals("ordered") ? "ol" : "ul";
        StringBuilder html = new StringBuilder("<" + tag + ">");
        list.path("elements")
                .forEach(item -> html.append("<li>").append(inline(item)).append("</li>"));
        return html.append("</").append(tag).append('>').toString();
    }

    private String inline(JsonNode section) {
        StringBuilder html = new StringBuilder();
        for (JsonNode part : section.path("elements")) {
            html.append(
                    switch (Json.text(part, "type")) {
                        case "user" -> Mrkdwn.mention("@" + mrkdwn.name(Json.text(part, "user_id")));
                        case "channel" -> mrkdwn.html("<#" + Json.text(part, "channel_id") + ">");
                        case "usergroup" -> Mrkdwn.mention("@" + Json.text(part, "usergroup_id"));
                        case "broadcast" -> Mrkdwn.mention("@" + Json.text(part, "range"));
                        case "emoji" -> Mrkdwn.emoji(":" + Mrkdwn.escape(Json.text(part, "name")) + ":");
                        case "link" -> {
                            String text = Json.text(part, "text");
                            String url = Json.text(part, "url");
                            yield Mrkdwn.link(url, text.isEmpty() ? url : text);
                        }
                        default -> styled(part);
                    });
        }
        return html.toString();
    }

    private static String styled(JsonNode part) {
        String html = Mrkdwn.plain(Json.text(part, "text"));
        JsonNode style = part.path("style");
        html = style.path("code").asBoolean(false) ? "<code>" + html + "</code>" : html;
        html = style.path("bold").asBoolean(false) ? "<strong>" + html + "</strong>" : html;
        html = style.path("italic").asBoolean(false) ? "<em>" + html + "</em>" : html;
        return style.path("strike").asBoolean(false) ? "<s>" + html + "</s>" : html;
    }
}
