package dev.parley.slack.loopback;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page: who one is, the channels, a channel or App Home, a thread, a modal. The world's lock is held. */
final class WebPage {

    static final String HOME = "home";

    /** What is looked at: by whom, where, which thread (empty for none), and what the client has to say. */
    record Look(Person person, String place, String thread, String note) {

        String path() {
            return "/as/" + person.id() + "/" + place;
        }

        String to(String verb, String query) {
            String thread = thread().isEmpty() ? "" : "thread=" + thread();
            String all = Stream.of(query, thread)
                    .filter(each -> !each.isEmpty())
                    .reduce("", (a, b) -> a.isEmpty() ? b : a + "&" + b);
            return path() + (verb.isEmpty() ? "" : "/" + verb) + (all.isEmpty() ? "" : "?" + all);
        }
    }

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final List<String> QUICK = List.of("ticket", "eyes", "white_check_mark", "+1");

    private final World world;
    private final Mrkdwn mrkdwn;
    private final BlockHtml blocks;
    private final Map<String, JsonNode> errors;

    WebPage(World world, Map<String, JsonNode> errors) {
        this.world = world;
        this.mrkdwn = new Mrkdwn(world);
        this.blocks = new BlockHtml(world);
        this.errors = errors;
    }

    String html(Look look) {
        String main = look.place().equals(HOME) ? home(look) : channel(look);
        String thread = look.thread().isEmpty() || look.place().equals(HOME) ? "" : thread(look);
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Loopback Slack</title>"
                + "<link rel=\"stylesheet\" href=\"/web/page.css\"><script src=\"/web/page.js\" defer></script></head>"
                + "<body data-changes=\"" + world.changes() + "\" class=\"" + (thread.isEmpty() ? "" : "split") + "\">"
                + sidebar(look) + "<main>" + main + "</main>" + thread + modal(look) + "</body></html>";
    }

    private String sidebar(Look look) {
        StringBuilder html = new StringBuilder("<nav id=\"side\"><h1>")
                .append(Mrkdwn.escape(world.teamOf(look.person().id()).name))
                .append("</h1><h2>Channels</h2>");
        world.channels.values().stream()
                .filter(channel -> channel.kind != Channel.Kind.DIRECT)
                .filter(channel -> channel.members.contains(look.person().id()))
                .forEach(channel -> html.append(link(look, channel.id, label(channel))));
        html.append("<h2>Apps</h2>")
                .append(opens(look, "open-home", look.place().equals(HOME), "⌂ " + world.app.name() + " · Home"))
                .append(opens(look, "open-direct", isDirect(look), "✉ " + world.app.name() + " · Messages"))
                .append("<h2>You are</h2>");
        world.teams
                .values()
                .forEach(team -> team.people.values().stream()
                        .filter(person -> person.kind() != Person.Kind.LEFT)
                        .filter(person -> world.teamOf(person.id()).equals(team))
                        .forEach(person -> html.append(person(look, person))));
        return html.append("</nav>").toString();
    }

    private boolean isDirect(Look look) {
        return !look.place().equals(HOME) && world.channel(look.place()).kind == Channel.Kind.DIRECT;
    }

    private static String label(Channel channel) {
        String sign = channel.kind == Channel.Kind.PRIVATE ? "🔒 " : "# ";
        return sign + channel.name + (channel.isShared() ? " · shared" : "") + (channel.archived ? " (archived)" : "");
    }

    private static String link(Look look, String place, String label) {
        String current = look.place().equals(place) ? " class=\"current\"" : "";
        return "<a" + current + " href=\"/as/" + look.person().id() + "/" + place + "\">" + Mrkdwn.escape(label)
                + "</a>";
    }

    private static String opens(Look look, String verb, boolean current, String label) {
        return "<form method=\"post\" action=\"/as/" + look.person().id() + "/" + verb + "\"><button class=\"nav"
                + (current ? " current" : "") + "\">" + Mrkdwn.escape(label) + "</button></form>";
    }

    private String person(Look look, Person person) {
        String current = person.equals(look.person()) ? " class=\"current\"" : "";
        String kind = switch (person.kind()) {
            case ADMIN, MEMBER, LEFT -> "";
            case GUEST -> " · guest";
            case EXTERNAL -> " · other company";
        };
        return "<a" + current + " href=\"/as/" + person.id() + "/\">" + avatar(person.realName(), person.id())
                + Mrkdwn.escape(person.realName() + kind) + "</a>";
    }

    private static String avatar(String name, String id) {
        String initial = name.isEmpty() ? "?" : name.substring(0, 1);
        return "<i class=\"avatar hue" + Math.floorMod(id.hashCode(), 8) + "\">" + Mrkdwn.escape(initial) + "</i>";
    }

    private String channel(Look look) {
        Channel channel = world.channel(look.place());
        String title = channel.kind == Channel.Kind.DIRECT ? world.app.name() : label(channel);
        StringBuilder html = new StringBuilder("<header><strong>")
                .append(Mrkdwn.escape(title))
                .append("</strong><span class=\"hint\">")
                .append(channel.members.size())
                .append(" members")
                .append(channel.isShared() ? " · shared with another company" : "")
                .append("</span></header><section id=\"messages\" class=\"scroll\">");
        timeline(look, channel).forEach(message -> html.append(message(look, channel, message, true)));
        return html.append("</section>").append(composer(look, "")).toString();
    }

    private List<ObjectNode> timeline(Look look, Channel channel) {
        return Stream.concat(channel.top().stream(), whispers(look, channel, ""))
                .filter(message -> !Json.text(message, "subtype").equals("tombstone") || message.has("thread_ts"))
                .sorted(Comparator.comparing(message -> Json.text(message, "ts")))
                .toList();
    }

    private Stream<ObjectNode> whispers(Look look, Channel channel, String thread) {
        return world.ephemerals.stream()
                .filter(each ->
                        each.user().equals(look.person().id()) && each.channel().equals(channel.id))
                .map(World.Ephemeral::message)
                .filter(message -> Json.text(message, "thread_ts").equals(thread));
    }

    private String thread(Look look) {
        Channel channel = world.channel(look.place());
        StringBuilder html = new StringBuilder("<aside><header><strong>Thread</strong><a class=\"close\" href=\"")
                .append(Mrkdwn.escape(look.path()))
                .append("\" aria-label=\"Close the thread\">×</a></header><section id=\"thread\" class=\"scroll\">");
        Stream.concat(channel.thread(look.thread()).stream(), whispers(look, channel, look.thread()))
                .sorted(Comparator.comparing(message -> Json.text(message, "ts")))
                .forEach(message -> html.append(message(look, channel, message, false)));
        return html.append("</section>")
                .append(composer(look, look.thread()))
                .append("</aside>")
                .toString();
    }

    private String message(Look look, Channel channel, ObjectNode message, boolean inChannel) {
        String ts = Json.text(message, "ts");
        boolean whisper = message.path("is_ephemeral").asBoolean(false);
        String name = mrkdwn.name(Json.text(message, "user"));
        StringBuilder html = new StringBuilder("<article class=\"message")
                .append(whisper ? " whisper" : "")
                .append("\">")
                .append(avatar(name, Json.text(message, "user")))
                .append("<div class=\"content\">")
                .append(whisper ? "<div class=\"hint\">Only visible to you</div>" : "")
                .append("<div class=\"who\"><strong>")
                .append(Mrkdwn.escape(name))
                .append("</strong>")
                .append(message.has("bot_id") ? "<span class=\"badge\">APP</span>" : "")
                .append("<span class=\"hint\">")
                .append(CLOCK.format(Instant.ofEpochSecond((long) Double.parseDouble(ts))))
                .append("</span></div>")
                .append(body(look, message))
                .append(message.has("edited") ? "<span class=\"hint\">(edited)</span>" : "")
                .append(reactions(look, message));
        int replies = channel.replies(ts).size();
        if (inChannel && replies > 0) {
            html.append("<a class=\"replies\" href=\"")
                    .append(Mrkdwn.escape(look.path() + "?thread=" + ts))
                    .append("\">")
                    .append(replies == 1 ? "1 reply" : replies + " replies")
                    .append("</a>");
        }
        return html.append("</div>")
                .append(whisper ? "" : tools(look, ts, inChannel))
                .append("</article>")
                .toString();
    }

    private String body(Look look, ObjectNode message) {
        BlockHtml.Place place = BlockHtml.Place.message(look.to("act", "ts=" + Json.text(message, "ts")));
        JsonNode all = message.path("blocks");
        StringBuilder html = new StringBuilder(
                all.isEmpty() ? "<div>" + mrkdwn.html(Json.text(message, "text")) + "</div>" : blocks.html(all, place));
        for (JsonNode attachment : message.path("attachments")) {
            html.append("<div class=\"attachment\">")
                    .append(mrkdwn.html(Json.text(attachment, "text")))
                    .append(blocks.html(attachment.path("blocks"), place))
                    .append("</div>");
        }
        for (JsonNode file : message.path("files")) {
            html.append("<a class=\"file\" href=\"/web/file/")
                    .append(Mrkdwn.escape(Json.text(file, "id")))
                    .append("\">📎 ")
                    .append(Mrkdwn.escape(Json.text(file, "name")))
                    .append(" <span class=\"hint\">")
                    .append(file.path("size").asInt(0))
                    .append(" bytes</span></a>");
        }
        return html.toString();
    }

    private static String reactions(Look look, ObjectNode message) {
        StringBuilder html = new StringBuilder();
        for (JsonNode reaction : message.path("reactions")) {
            html.append(react(
                    look,
                    Json.text(message, "ts"),
                    Json.text(reaction, "name"),
                    " " + reaction.path("count").asInt(0)));
        }
        return html.isEmpty() ? "" : "<div class=\"reactions\">" + html + "</div>";
    }

    private static String react(Look look, String ts, String name, String more) {
        return "<form method=\"post\" action=\"" + Mrkdwn.escape(look.to("react", "ts=" + ts))
                + "\"><button name=\"do\" value=\""
                + Mrkdwn.escape(name) + "\" title=\":" + Mrkdwn.escape(name) + ":\">"
                + Mrkdwn.plain(":" + name + ":" + more)
                + "</button></form>";
    }

    private String tools(Look look, String ts, boolean inChannel) {
        StringBuilder html = new StringBuilder("<div class=\"tools\">");
        QUICK.forEach(name -> html.append(react(look, ts, name, "")));
        if (inChannel) {
            html.append("<a href=\"")
                    .append(Mrkdwn.escape(look.path() + "?thread=" + ts))
                    .append("\">Reply</a>");
        }
        shortcuts("message").forEach(id -> html.append(shortcut(look, "ts=" + ts, id)));
        return html.append("</div>").toString();
    }

    private Stream<String> shortcuts(String kind) {
        return world.app.shortcuts().entrySet().stream()
                .filter(each -> each.getValue().equals(kind))
                .map(Map.Entry::getKey)
                .sorted();
    }

    private static String shortcut(Look look, String query, String id) {
        return "<form method=\"post\" action=\"" + Mrkdwn.escape(look.to("shortcut", query))
                + "\"><button name=\"do\" value=\"" + Mrkdwn.escape(id) + "\">⚡ " + Mrkdwn.escape(id.replace('_', ' '))
                + "</button></form>";
    }

    private String composer(Look look, String thread) {
        Channel channel = world.channel(look.place());
        if (channel.archived) {
            return "<footer class=\"hint\">This channel is archived.</footer>";
        }
        StringBuilder html = new StringBuilder("<footer>");
        if (!look.note().isEmpty() && thread.equals(look.thread())) {
            html.append("<p class=\"note\">").append(Mrkdwn.escape(look.note())).append("</p>");
        }
        String hint = thread.isEmpty() ? "Message, or " + commands() : "Reply";
        html.append("<form class=\"composer\" method=\"post\" enctype=\"multipart/form-data\" action=\"")
                .append(Mrkdwn.escape(look.to("say", thread.isEmpty() ? "" : "in=" + thread)))
                .append("\"><textarea name=\"text\" rows=\"1\" placeholder=\"")
                .append(Mrkdwn.escape(hint))
                .append("\"></textarea><label class=\"attach\"><span>📎</span><input type=\"file\" name=\"file\""
                        + " aria-label=\"A file\"></label>")
                .append("<button class=\"primary\">Send</button></form>");
        if (thread.isEmpty()) {
            shortcuts("global").forEach(id -> html.append(shortcut(look, "", id)));
        }
        return html.append("</footer>").toString();
    }

    private String commands() {
        return world.app.commands().isEmpty()
                ? "mention @" + world.app.name()
                : String.join(", ", world.app.commands()) + ", or mention @" + world.app.name();
    }

    private String home(Look look) {
        StringBuilder html = new StringBuilder("<header><strong>")
                .append(Mrkdwn.escape(world.app.name()))
                .append("</strong><span class=\"hint\">Home</span></header><section id=\"messages\" class=\"home\">");
        world.views
                .home(look.person().id())
                .ifPresentOrElse(
                        view -> html.append(viewForm(look, view, "")),
                        () -> html.append("<p class=\"hint\">The app shows nothing here yet.</p>"));
        return html.append("</section>").toString();
    }

    private String viewForm(Look look, ObjectNode view, String buttons) {
        String id = Json.text(view, "id");
        JsonNode wrong = errors.getOrDefault(id, Json.object());
        String action = look.to("view", "id=" + id);
        BlockHtml.Place place =
                new BlockHtml.Place(action, true, view.path("state").path("values"), wrong);
        return "<form method=\"post\" action=\"" + Mrkdwn.escape(action) + "\">"
                + blocks.html(view.path("blocks"), place) + buttons + "</form>";
    }

    private String modal(Look look) {
        return world.views
                .top(look.person().id())
                .map(view -> modal(look, view))
                .orElse("<div id=\"modal\"></div>");
    }

    private String modal(Look look, ObjectNode view) {
        String close = Json.text(view.path("close"), "text");
        String submit = Json.text(view.path("submit"), "text");
        String buttons = "<div class=\"buttons\"><button formnovalidate formaction=\""
                + Mrkdwn.escape(look.to("close", "id=" + Json.text(view, "id"))) + "\">"
                + Mrkdwn.escape(close.isEmpty() ? "Close" : close) + "</button>"
                + (submit.isEmpty() ? "" : "<button class=\"primary\">" + Mrkdwn.escape(submit) + "</button>")
                + "</div>";
        String note = look.note().isEmpty() ? "" : "<p class=\"note\">" + Mrkdwn.escape(look.note()) + "</p>";
        return "<div id=\"modal\" class=\"open\" data-view=\"" + Mrkdwn.escape(Json.text(view, "id"))
                + "\" data-hash=\"" + Mrkdwn.escape(Json.text(view, "hash"))
                + "\"><div class=\"sheet\" role=\"dialog\"><h2>" + Mrkdwn.escape(Json.text(view.path("title"), "text"))
                + "</h2>"
                + note + viewForm(look, view, buttons) + "</div></div>";
    }
}
