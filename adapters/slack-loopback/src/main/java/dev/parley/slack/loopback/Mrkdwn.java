package dev.parley.slack.loopback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's markup as HTML. Everything is escaped before any tag is put around it. */
final class Mrkdwn {

    private static final Pattern ENTITY = Pattern.compile("<([^<>]+)>");
    private static final Pattern CODE_BLOCK = Pattern.compile("```\\n?(.*?)\\n?```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern BOLD = Pattern.compile("(?<![\\w*])\\*([^*\\n]+)\\*(?![\\w*])");
    private static final Pattern ITALIC = Pattern.compile("(?<![\\w_])_([^_\\n]+)_(?![\\w_])");
    private static final Pattern STRIKE = Pattern.compile("(?<![\\w~])~([^~\\n]+)~(?![\\w~])");
    private static final Pattern QUOTE = Pattern.compile("(?m)^&gt; ?(.*)$\\n?");
    private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+-]+):");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final Map<String, String> GLYPHS = Map.ofEntries(
            Map.entry("ticket", "🎫"),
            Map.entry("eyes", "👀"),
            Map.entry("white_check_mark", "✅"),
            Map.entry("heavy_check_mark", "✔️"),
            Map.entry("x", "❌"),
            Map.entry("warning", "⚠️"),
            Map.entry("hourglass", "⌛"),
            Map.entry("hourglass_flowing_sand", "⏳"),
            Map.entry("+1", "👍"),
            Map.entry("thumbsup", "👍"),
            Map.entry("email", "✉️"),
            Map.entry("envelope", "✉️"),
            Map.entry("incoming_envelope", "📨"),
            Map.entry("speech_balloon", "💬"),
            Map.entry("lock", "🔒"),
            Map.entry("rotating_light", "🚨"),
            Map.entry("red_circle", "🔴"),
            Map.entry("large_yellow_circle", "🟡"),
            Map.entry("large_green_circle", "🟢"),
            Map.entry("large_blue_circle", "🔵"),
            Map.entry("white_circle", "⚪"),
            Map.entry("bell", "🔔"),
            Map.entry("zzz", "💤"),
            Map.entry("clock1", "🕐"),
            Map.entry("stopwatch", "⏱️"),
            Map.entry("bust_in_silhouette", "👤"),
            Map.entry("raising_hand", "🙋"),
            Map.entry("moneybag", "💰"),
            Map.entry("memo", "📝"),
            Map.entry("mag", "🔍"),
            Map.entry("link", "🔗"),
            Map.entry("paperclip", "📎"),
            Map.entry("scissors", "✂️"),
            Map.entry("wave", "👋"),
            Map.entry("tada", "🎉"),
            Map.entry("question", "❓"));

    private final World world;

    Mrkdwn(World world) {
        this.world = world;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Plain text: emoji, nothing else. */
    static String plain(String text) {
        return emoji(escape(text)).replace("\n", "<br>");
    }

    static String emoji(String escaped) {
        return EMOJI.matcher(escaped)
                .replaceAll(found -> Matcher.quoteReplacement(GLYPHS.getOrDefault(found.group(1), found.group())));
    }

    /** Marked-up text of the wire, where {@code &}, {@code <} and {@code >} are escaped already. */
    String html(String text) {
        StringBuilder html = new StringBuilder();
        Matcher entity = ENTITY.matcher(text);
        int from = 0;
        while (entity.find()) {
            html.append(escape(RichText.unescape(text.substring(from, entity.start()))));
            html.append('\u0000').append(entity.group(1)).append('\u0001');
            from = entity.end();
        }
        html.append(escape(RichText.unescape(text.substring(from))));
        String marked = marked(html.toString());
        Matcher placed = Pattern.compile("\u0000([^\u0001]*)\u0001").matcher(marked);
        return placed.replaceAll(found -> Matcher.quoteReplacement(entity(found.group(1))));
    }

    private static String marked(String escaped) {
        String text = CODE_BLOCK.matcher(escaped).replaceAll("<pre>$1</pre>");
        text = CODE.matcher(text).replaceAll("<code>$1</code>");
        text = BOLD.matcher(text).replaceAll("<strong>$1</strong>");
        text = ITALIC.matcher(text).replaceAll("<em>$1</em>");
        text = STRIKE.matcher(text).replaceAll("<s>$1</s>");
        text = QUOTE.matcher(text).replaceAll("<blockquote>$1</blockquote>");
        return emoji(text).replace("\n", "<br>");
    }

    private String entity(String inside) {
        int bar = inside.indexOf('|');
        String what = bar < 0 ? inside : inside.substring(0, bar);
        String label = bar < 0 ? "" : inside.substring(bar + 1);
        if (what.startsWith("@")) {
            return mention("@" + name(what.substring(1)));
        }
        if (what.startsWith("#")) {
            Channel channel = world.channels.get(what.substring(1));
            return mention("#" + (channel == null ? what.substring(1) : channel.name));
        }
        if (what.startsWith("!date^")) {
            return escape(date(what, label));
        }
        if (what.startsWith("!")) {
            return mention("@" + (label.isEmpty() ? what.substring(1) : label));
        }
        return link(RichText.unescape(what), label.isEmpty() ? RichText.unescape(what) : RichText.unescape(label));
    }

    static String mention(String shown) {
        return "<span class=\"mention\">" + escape(shown) + "</span>";
    }

    static String link(String url, String shown) {
        if (!url.startsWith("http://") && !url.startsWith("https://") && !url.startsWith("mailto:")) {
            return escape(shown);
        }
        return "<a href=\"" + escape(url) + "\" rel=\"noreferrer noopener\" target=\"_blank\">" + escape(shown)
                + "</a>";
    }

    private static String date(String what, String fallback) {
        String[] parts = what.split("\\^", -1);
        if (parts.length < 3 || !parts[1].matches("\\d{1,12}")) {
            return fallback;
        }
        var time = Instant.ofEpochSecond(Long.parseLong(parts[1])).atOffset(ZoneOffset.UTC);
        return parts[2].replaceAll("\\{date[a-z_]*}", DAY.format(time))
                .replaceAll("\\{time[a-z_]*}", TIME.format(time));
    }

    /** Somebody's name: a person's, or the app's. */
    String name(String userId) {
        for (Team team : world.teams.values()) {
            if (team.botUser.equals(userId)) {
                return world.app.name();
            }
            if (team.people.containsKey(userId)) {
                return team.person(userId).map(Person::realName).orElse(userId);
            }
        }
        return userId;
    }
}
