package dev.parley.slack.loopback;

import tools.jackson.databind.JsonNode;

/**
 * Blocks as HTML. In a message each thing that can be clicked is a form of its own; in a view all are in the view's
 * form, so that what is entered goes along with a click.
 */
final class BlockHtml {

    /** Where the blocks stand. */
    record Place(String action, boolean isView, JsonNode values, JsonNode errors) {

        static Place message(String action) {
            return new Place(action, false, Json.object(), Json.object());
        }
    }

    private final Mrkdwn mrkdwn;
    private final RichTextHtml richText;
    private final ElementHtml elements;

    BlockHtml(World world) {
        this.mrkdwn = new Mrkdwn(world);
        this.richText = new RichTextHtml(mrkdwn);
        this.elements = new ElementHtml(world);
    }

    String html(JsonNode blocks, Place place) {
        StringBuilder html = new StringBuilder();
        for (JsonNode block : blocks) {
            html.append("<div class=\"block ")
                    .append(Mrkdwn.escape(Json.text(block, "type")))
                    .append("\">")
                    .append(block(block, place))
                    .append("</div>");
        }
        return html.toString();
    }

    private String block(JsonNode block, Place place) {
        return switch (Json.text(block, "type")) {
            case "header" -> "<h3>" + text(block.path("text")) + "</h3>";
            case "divider" -> "<hr>";
            case "section" -> section(block, place);
            case "context" -> context(block);
            case "actions" -> actions(block, place);
            case "image" -> image(block) + "<div class=\"hint\">" + text(block.path("title")) + "</div>";
            case "input" -> input(block, place);
            case "rich_text" -> richText.html(block);
            default -> mrkdwn.html(Json.text(block, "text"));
        };
    }

    String text(JsonNode text) {
        String content = Json.text(text, "text");
        return Json.text(text, "type").equals("mrkdwn") ? mrkdwn.html(content) : Mrkdwn.plain(content);
    }

    private String section(JsonNode block, Place place) {
        StringBuilder html = new StringBuilder("<div class=\"body\">");
        html.append(text(block.path("text")));
        if (!block.path("fields").isEmpty()) {
            html.append("<div class=\"fields\">");
            block.path("fields")
                    .forEach(field -> html.append("<div>").append(text(field)).append("</div>"));
            html.append("</div>");
        }
        html.append("</div>");
        JsonNode accessory = block.path("accessory");
        if (Json.text(accessory, "type").equals("image")) {
            html.append(image(accessory));
        } else if (accessory.isObject()) {
            html.append(elements.action(block, accessory, place));
        }
        return html.toString();
    }

    private String context(JsonNode block) {
        StringBuilder html = new StringBuilder();
        for (JsonNode element : block.path("elements")) {
            html.append("<span>")
                    .append(Json.text(element, "type").equals("image") ? image(element) : text(element))
                    .append("</span> ");
        }
        return html.toString();
    }

    /** Pictures of other hosts are not fetched; their description is shown. */
    private static String image(JsonNode image) {
        return "<span class=\"picture\">🖼 " + Mrkdwn.escape(Json.text(image, "alt_text")) + "</span>";
    }

    private String actions(JsonNode block, Place place) {
        StringBuilder html = new StringBuilder();
        block.path("elements").forEach(element -> html.append(elements.action(block, element, place)));
        return html.toString();
    }

    private String input(JsonNode block, Place place) {
        boolean optional = block.path("optional").asBoolean(false);
        String error = Json.text(place.errors(), Json.text(block, "block_id"));
        String label = "<span class=\"label\">" + text(block.path("label"))
                + (optional ? " <span class=\"hint\">(optional)</span>" : "") + "</span>";
        String hint =
                block.path("hint").isObject() ? "<span class=\"hint\">" + text(block.path("hint")) + "</span>" : "";
        String wrong = error.isEmpty() ? "" : "<span class=\"error\">" + Mrkdwn.escape(error) + "</span>";
        return "<label>" + label + elements.input(block, block.path("element"), place) + hint + "</label>" + wrong;
    }
}
