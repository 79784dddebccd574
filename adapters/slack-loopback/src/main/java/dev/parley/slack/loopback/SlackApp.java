package dev.parley.slack.loopback;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The app as it is configured at Slack: what its manifest says, and its secrets. */
public final class SlackApp {

    private static final Set<String> ALL_SCOPES = Set.of(
            "app_mentions:read",
            "channels:history",
            "channels:join",
            "channels:manage",
            "channels:read",
            "chat:write",
            "chat:write.customize",
            "chat:write.public",
            "commands",
            "files:read",
            "files:write",
            "groups:history",
            "groups:read",
            "groups:write",
            "im:history",
            "im:read",
            "im:write",
            "links:read",
            "links:write",
            "mpim:history",
            "mpim:read",
            "mpim:write",
            "reactions:read",
            "reactions:write",
            "team:read",
            "usergroups:read",
            "users:read",
            "users:read.email");

    private final String name;
    private Set<String> scopes = new TreeSet<>(ALL_SCOPES);
    private Set<String> events = Events.SCOPES.keySet();
    private Set<String> commands = Set.of();
    private Map<String, String> shortcuts = Map.of();
    private Set<String> unfurls = Set.of();
    private Optional<URI> requestUrl = Optional.empty();
    private boolean rotatesTokens;
    private boolean commercial;

    private SlackApp(String name) {
        this.name = name;
    }

    /** An app in Socket Mode with every scope and event the loopback knows, and no commands or shortcuts. */
    public static SlackApp named(String name) {
        return new SlackApp(name);
    }

    /**
     * The app an app manifest (JSON) describes: with the scopes, events, commands, shortcuts and unfurl domains it
     * names and no others, so that a manifest that forgets one is found out.
     */
    public static SlackApp fromManifest(String manifest) {
        JsonNode root = Json.read(manifest).orElseThrow(() -> new IllegalArgumentException("the manifest is not JSON"));
        JsonNode features = root.path("features");
        JsonNode settings = root.path("settings");
        SlackApp app = named(Json.text(root.path("display_information"), "name"));
        app.scopes = texts(root.path("oauth_config").path("scopes").path("bot"));
        app.events = texts(settings.path("event_subscriptions").path("bot_events"));
        app.unfurls = texts(features.path("unfurl_domains"));
        app.rotatesTokens = settings.path("token_rotation_enabled").asBoolean(false);
        app.commands = new TreeSet<>();
        features.path("slash_commands").forEach(command -> app.commands.add(Json.text(command, "command")));
        app.shortcuts = new TreeMap<>();
        features.path("shortcuts")
                .forEach(each -> app.shortcuts.put(Json.text(each, "callback_id"), Json.text(each, "type")));
        return app;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    private SlackApp with(Consumer<SlackApp> change) {
        SlackApp copy = new SlackApp(name);
        copy.scopes = scopes;
        copy.events = events;
        copy.commands = commands;
        copy.shortcuts = shortcuts;
        copy.unfurls = unfurls;
        copy.requestUrl = requestUrl;
        copy.rotatesTokens = rotatesTokens;
        copy.commercial = commercial;
        change.accept(copy);
        return copy;
    }

    /** The same with these bot scopes only. */
    public SlackApp withScopes(Set<String> only) {
        return with(app -> app.scopes = new TreeSet<>(only));
    }

    /** The same without these bot scopes. */
    public SlackApp withoutScopes(String... without) {
        Set<String> left = new TreeSet<>(scopes);
        left.removeAll(Set.of(without));
        return withScopes(left);
    }

    /** The same with these event subscriptions only. */
    public SlackApp withEvents(Set<String> only) {
        return with(app -> app.events = Set.copyOf(only));
    }

    /** The same with these slash commands, each with its slash. */
    public SlackApp withCommands(Set<String> all) {
        return with(app -> app.commands = new TreeSet<>(all));
    }

    /** The same with these shortcuts: callback id to {@code global} or {@code message}. */
    public SlackApp withShortcuts(Map<String, String> all) {
        return with(app -> app.shortcuts = new TreeMap<>(all));
    }

    /** The same unfurling links of these domains. */
    public SlackApp withUnfurls(Set<String> domains) {
        return with(app -> app.unfurls = Set.copyOf(domains));
    }

    /** The same in HTTP mode: signed requests to this address. */
    public SlackApp withRequestUrl(URI url) {
        return with(app -> app.requestUrl = Optional.of(url));
    }

    /** The same with tokens that expire after 12 hours and come with a refresh token, or without. */
    public SlackApp withTokenRotation(boolean rotates) {
        return with(app -> app.rotatesTokens = rotates);
    }

    /** The same distributed commercially outside the Marketplace: one history call a minute, 15 objects each. */
    public SlackApp distributedCommercially() {
        return with(app -> app.commercial = true);
    }

    /** The app's id. */
    public String id() {
        return "A0LOOPBACK";
    }

    /** The app's name, its bot's too. */
    public String name() {
        return name;
    }

    /** For OAuth. */
    public String clientId() {
        return "1000.2000";
    }

    /** For OAuth. */
    public String clientSecret() {
        return "loopback-client-secret";
    }

    /** Signs requests in HTTP mode. */
    public String signingSecret() {
        return "loopback-signing-secret";
    }

    /** Opens connections in Socket Mode. */
    public String appToken() {
        return "xapp-1-" + id() + "-loopback";
    }

    /** The bot scopes each installation gets. */
    public Set<String> scopes() {
        return scopes;
    }

    /** The bot events it subscribed to. */
    public Set<String> events() {
        return events;
    }

    /** Its slash commands, each with its slash. */
    public Set<String> commands() {
        return commands;
    }

    /** Its shortcuts: callback id to {@code global} or {@code message}. */
    public Map<String, String> shortcuts() {
        return shortcuts;
    }

    /** The domains whose links it unfurls. */
    public Set<String> unfurls() {
        return unfurls;
    }

    /** Where signed requests go; empty in Socket Mode. */
    public Optional<URI> requestUrl() {
        return requestUrl;
    }

    /** Whether its tokens expire. */
    public boolean rotatesTokens() {
        return rotatesTokens;
    }

    /** Whether reading history is limited to one call a minute. */
    public boolean commercial() {
        return commercial;
    }
}
