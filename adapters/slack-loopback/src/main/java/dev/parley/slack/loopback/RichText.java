package dev.parley.slack.loopback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/** What a person types, as Slack's composer turns it into text and rich text. */
final class RichText {

    private static final Pattern ENTITY = Pattern.compile("<([@#!]?)([^|>]+)(?:\\|([^>]*))?>");
    private static final Pattern TYPED = Pattern.compile("<[@#!][A-Z0-9^a-z]+(?:\\|[^>]*)?>|https?://[^\\s<>|]+");

    private static final Pattern STYLED = Pattern.compile("(?<!\\w)([*_~`])(\\S|\\S[^*_~`\\n]*\\S)\\1(?!\\w)");

    private RichText() {}

    /**
     * Typed text on the wire: mentions such as {@code <@U1>} stay, addresses become links, and {@code &}, {@code <} and
     * {@code >} are escaped.
     */
    static String escape(String typed) {
        StringBuilder text = new StringBuilder();
        Matcher special = TYPED.matcher(typed);
        int from = 0;
        while (special.find()) {
            text.append(entities(typed.substring(from, special.start())));
            String found = special.group();
            text.append(found.startsWith("<") ? found : "<" + entities(found) + ">");
            from = special.end();
        }
        return text.append(entities(typed.substring(from))).toString();
    }

    static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The rich text block of a message's text. */
    static ArrayNode of(String text, String blockId) {
        ArrayNode blocks = Json.array();
        ArrayNode section = blocks.addObject()
                .put("type", "rich_text")
                .put("block_id", blockId)
                .putArray("elements")
                .addObject()
                .put("type", "rich_text_section")
                .putArray("elements");
        Matcher entity = ENTITY.matcher(text);
        int from = 0;
        while (entity.find()) {
            addText(section, text.substring(from, entity.start()));
            addEntity(section, entity);
            from = entity.end();
        }
        addText(section, text.substring(from));
        return blocks;
    }

    private static void addText(ArrayNode section, String text) {
        Matcher styled = STYLED.matcher(text);
        int from = 0;
        while (styled.find()) {
            addPlain(section, text.substring(from, styled.start()));
            String style = switch (styled.group(1)) {
                case "*" -> "bold";
                case "_" -> "italic";
                case "~" -> "strike";
                default -> "code";
            };
            section.addObject()
                    .put("type", "text")
                    .put("text", unescape(styled.group(2)))
                    .putObject("style")
                    .put(style, true);
            from = styled.end();
        }
        addPlain(section, text.substring(from));
    }

    private static void addPlain(ArrayNode section, String text) {
        if (!text.isEmpty()) {
            section.addObject().put("type", "text").put("text", unescape(text));
        }
    }

    private static void addEntity(ArrayNode section, Matcher entity) {
        String what = entity.group(2);
        switch (entity.group(1)) {
            case "@" -> section.addObject().put("type", "user").put("user_id", what);
            case "#" -> section.addObject().put("type", "channel").put("channel_id", what);
            case "!" -> section.addObject().put("type", "broadcast").put("range", what);
            default -> section.addObject().put("type", "link").put("url", unescape(what));
        }
    }
}
