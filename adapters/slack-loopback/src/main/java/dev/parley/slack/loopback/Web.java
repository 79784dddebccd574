package dev.parley.slack.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The page's requests: what is shown, and what somebody does with it. */
final class Web implements HttpHandler {

    private static final Set<String> ASSETS = Set.of("page.css", "page.js");
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final LoopbackSlack.Parts parts;
    private final World world;
    private final Map<String, JsonNode> errors = new ConcurrentHashMap<>();
    private final WebPage page;

    Web(LoopbackSlack.Parts parts) {
        this.parts = parts;
        this.world = parts.world();
        this.page = new WebPage(world, errors);
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            http.getResponseHeaders().set("Content-Security-Policy", POLICY);
            http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            http.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            http.getResponseHeaders().set("Cache-Control", "no-store");
            answer(http);
        }
    }

    private void answer(HttpExchange http) throws IOException {
        try {
            if (!isFromHere(http)) {
                text(http, 403, "only pages of this server may do that");
            } else if (http.getRequestMethod().equals("POST")) {
                post(http);
            } else {
                get(http);
            }
        } catch (IllegalArgumentException unknown) {
            text(http, 404, "not found");
        }
    }

    /** Other sites' pages in the same browser must not act here: neither by a form nor by a name that leads here. */
    private static boolean isFromHere(HttpExchange http) {
        String host = Api.header(http, "Host").replaceFirst(":\\d+$", "");
        String site = Api.header(http, "Sec-Fetch-Site");
        String origin = Api.header(http, "Origin");
        boolean same = origin.isEmpty() || origin.equals("http://" + Api.header(http, "Host"));
        return HOSTS.contains(host) && (http.getRequestMethod().equals("GET") || (same && !site.equals("cross-site")));
    }

    private void get(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getPath();
        if (path.equals("/")) {
            redirect(http, "/as/" + first().id() + "/");
        } else if (path.equals("/web/changes")) {
            text(http, 200, String.valueOf(world.changes()));
        } else if (path.startsWith("/web/file/")) {
            file(http, path.substring("/web/file/".length()));
        } else if (path.startsWith("/web/")) {
            asset(http, path.substring("/web/".length()));
        } else if (path.endsWith("/suggest")) {
            suggest(http);
        } else {
            show(http);
        }
    }

    private Person first() {
        synchronized (world) {
            return world.teams.values().stream()
                    .flatMap(team -> team.people.values().stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("nobody is here"));
        }
    }

    private void show(HttpExchange http) throws IOException {
        WebForm form = WebForm.query(http);
        String html;
        synchronized (world) {
            WebPage.Look look = look(http, form);
            if (look.place().isEmpty()) {
                html = "";
            } else {
                html = page.html(look);
            }
        }
        if (html.isEmpty()) {
            redirect(http, "/as/" + part(http, 2) + "/" + someRoom(part(http, 2)));
        } else {
            byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
            FilesOnline.send(http, 200, "text/html; charset=utf-8", bytes);
        }
    }

    private String someRoom(String userId) {
        synchronized (world) {
            return world.channels.values().stream()
                    .filter(channel -> channel.members.contains(userId))
                    .findFirst()
                    .map(channel -> channel.id)
                    .orElse(WebPage.HOME);
        }
    }

    private WebPage.Look look(HttpExchange http, WebForm query) {
        String user = part(http, 2);
        String place = part(http, 3);
        Person person = world.teamOf(user).person(user).orElseThrow(IllegalArgumentException::new);
        if (!place.isEmpty()
                && !place.equals(WebPage.HOME)
                && !world.channel(place).members.contains(user)) {
            throw new IllegalArgumentException(user + " is not in " + place);
        }
        return new WebPage.Look(person, place, query.one("thread"), query.one("note"));
    }

    private static String part(HttpExchange http, int index) {
        List<String> parts = List.of(http.getRequestURI().getPath().split("/", -1));
        return index < parts.size() ? parts.get(index) : "";
    }

    private void post(HttpExchange http) throws IOException {
        WebForm query = WebForm.query(http);
        WebForm form = WebForm.body(http);
        Visitor visitor = new Visitor(part(http, 2), parts);
        String back = "/as/" + part(http, 2) + "/" + part(http, 3);
        String note = "";
        try {
            switch (part(http, 3)) {
                case "open-home" -> {
                    visitor.openHome();
                    back = "/as/" + part(http, 2) + "/" + WebPage.HOME;
                }
                case "open-direct" -> back = "/as/" + part(http, 2) + "/" + visitor.direct();
                default -> note = act(http, visitor, query, form);
            }
        } catch (IllegalStateException | SlackError refused) {
            note = String.valueOf(refused.getMessage());
        }
        Map<String, String> after = new LinkedHashMap<>();
        after.put("thread", query.one("thread"));
        after.put("note", note);
        redirect(http, back + queryOf(after));
    }

    private static String queryOf(Map<String, String> query) {
        StringBuilder text = new StringBuilder();
        query.forEach((name, value) -> {
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }

    /** Does it; what the client has to say about it, empty when all is well. */
    private String act(HttpExchange http, Visitor visitor, WebForm query, WebForm form) {
        String place = part(http, 3);
        return switch (part(http, 4)) {
            case "say" -> say(visitor, place, query.one("in"), form);
            case "react" -> react(visitor, message(place, query.one("ts")), form.one("do"));
            case "act" -> outcome(visitor.pick(message(place, query.one("ts")), form.one("do"), form.now()));
            case "shortcut" ->
                outcome(
                        query.one("ts").isEmpty()
                                ? visitor.shortcut(form.one("do"))
                                : visitor.shortcut(form.one("do"), message(place, query.one("ts"))));
            case "view" -> view(visitor, view(query.one("id")), form);
            case "close" -> {
                visitor.close(view(query.one("id")));
                yield "";
            }
            default -> "there is nothing to do there";
        };
    }

    private String say(Visitor visitor, String place, String thread, WebForm form) {
        String text = form.one("text").strip();
        if (!form.fileName().isEmpty()) {
            visitor.upload(place, thread, form.fileName(), form.file());
        }
        String command = text.split("\\s", 2)[0];
        if (world.app.commands().contains(command)) {
            return outcome(visitor.command(
                    place, command, text.substring(command.length()).strip()));
        }
        if (!text.isEmpty()) {
            String mentioned = text.replace("@" + world.app.name(), "<@" + bot(place) + ">");
            return visitor.reply(place, thread, mentioned).ts().isEmpty() ? "not posted" : "";
        }
        return "";
    }

    private String bot(String place) {
        synchronized (world) {
            return world.teams.values().stream()
                    .map(team -> team.botUser)
                    .filter(world.channel(place).members::contains)
                    .findFirst()
                    .orElse("nobody");
        }
    }

    private static String react(Visitor visitor, Message message, String name) {
        try {
            visitor.react(message, name);
        } catch (IllegalStateException already) {
            visitor.unreact(message, name);
        }
        return "";
    }

    private static String outcome(Outcome outcome) {
        return outcome.acknowledged() ? "" : "The app did not answer (" + outcome.failure() + ").";
    }

    private String view(Visitor visitor, View view, WebForm form) {
        visitor.enter(view, form.entered(view));
        String act = form.one("do");
        if (!act.isEmpty()) {
            return outcome(visitor.pick(view, act, form.value(act)));
        }
        Outcome outcome = visitor.submit(view, Map.of());
        errors.put(view.id(), outcome.acknowledged() ? outcome.answer().path("errors") : Json.object());
        return outcome(outcome);
    }

    private static Message message(String place, String ts) {
        return new Message(place, Json.object().put("ts", ts));
    }

    private View view(String id) {
        synchronized (world) {
            return new View(Json.copy(world.views.find(id, "").orElseThrow(IllegalArgumentException::new)));
        }
    }

    private void suggest(HttpExchange http) throws IOException {
        WebForm query = WebForm.query(http);
        Visitor visitor = new Visitor(part(http, 2), parts);
        List<JsonNode> found = query.one("id").isEmpty()
                ? visitor.suggestions(message(part(http, 3), query.one("ts")), query.one("name"), query.one("typed"))
                : visitor.suggestions(view(query.one("id")), query.one("name"), query.one("typed"));
        ArrayNode texts = Json.array();
        found.forEach(option -> texts.add(Json.text(option.path("text"), "text")));
        FilesOnline.send(http, 200, "application/json", texts.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange http, String id) throws IOException {
        Optional<Files.Stored> file;
        synchronized (world) {
            file = world.files.find(id);
        }
        http.getResponseHeaders().set("Content-Disposition", "attachment");
        FilesOnline.send(
                http,
                file.isPresent() ? 200 : 404,
                "application/octet-stream",
                file.map(Files.Stored::content).orElse(new byte[0]));
    }

    private static void asset(HttpExchange http, String name) throws IOException {
        if (!ASSETS.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        try (InputStream stream = Web.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException(name);
            }
            String type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            FilesOnline.send(http, 200, type, stream.readAllBytes());
        }
    }

    private static void redirect(HttpExchange http, String to) throws IOException {
        http.getResponseHeaders().set("Location", to);
        http.sendResponseHeaders(303, -1);
    }

    private static void text(HttpExchange http, int status, String text) throws IOException {
        FilesOnline.send(http, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
