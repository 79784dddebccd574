package dev.parley.slack.loopback;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The app as it is configured at Slack: what its manifest says, and its secrets.
 *
 * @param scopes        bot scopes each installation gets
 * @param events        bot events it subscribed to
 * @param commands      slash commands, with the slash
 * @param shortcuts     callback id to {@code global} or {@code message}
 * @param unfurls       domains whose links it unfurls
 * @param requestUrl    where signed requests go; empty for Socket Mode
 * @param optionsUrl    whether menus may ask for options (Slack needs no URL for it in Socket Mode)
 * @param rotatesTokens whether tokens expire after 12 hours and come with a refresh token
 * @param commercial    whether it is distributed commercially outside the Marketplace, which limits reading history
 */
public record SlackApp(
        String id,
        String name,
        String clientId,
        String clientSecret,
        String signingSecret,
        String appToken,
        Set<String> scopes,
        Set<String> events,
        Set<String> commands,
        Map<String, String> shortcuts,
        Set<String> unfurls,
        Optional<URI> requestUrl,
        boolean optionsUrl,
        boolean rotatesTokens,
        boolean commercial) {

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

    public SlackApp {
        scopes = new TreeSet<>(scopes);
        events = Set.copyOf(events);
        commands = Set.copyOf(commands);
        shortcuts = Map.copyOf(shortcuts);
        unfurls = Set.copyOf(unfurls);
    }

    /** An app in Socket Mode with every scope and event the loopback knows, and no commands or shortcuts. */
    public static SlackApp named(String name) {
        return new SlackApp(
                "A0LOOPBACK",
                name,
                "1000.2000",
                "loopback-client-secret",
                "loopback-signing-secret",
                "xapp-1-A0LOOPBACK-loopback",
                ALL_SCOPES,
                Events.SCOPES.keySet(),
                Set.of(),
                Map.of(),
                Set.of(),
                Optional.empty(),
                true,
                false,
                false);
    }

    /**
     * The app an app manifest (JSON) describes: with the scopes, events, commands, shortcuts and unfurl domains it
     * names and no others, so that a manifest that forgets one is found out.
     */
    public static SlackApp fromManifest(String manifest) {
        JsonNode root = Json.read(manifest).orElseThrow(() -> new IllegalArgumentException("the manifest is not JSON"));
        JsonNode features = root.path("features");
        SlackApp app = named(Json.text(root.path("display_information"), "name"))
                .withScopes(texts(root.path("oauth_config").path("scopes").path("bot")))
                .withEvents(
                        texts(root.path("settings").path("event_subscriptions").path("bot_events")));
        Set<String> commands = new TreeSet<>();
        features.path("slash_commands").forEach(command -> commands.add(Json.text(command, "command")));
        Map<String, String> shortcuts = new TreeMap<>();
        features.path("shortcuts")
                .forEach(each -> shortcuts.put(Json.text(each, "callback_id"), Json.text(each, "type")));
        return app.withCommands(commands)
                .withShortcuts(shortcuts)
                .withUnfurls(texts(features.path("unfurl_domains")))
                .withTokenRotation(
                        root.path("settings").path("token_rotation_enabled").asBoolean(false));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    boolean usesSocket() {
        return requestUrl.isEmpty();
    }

    /** The same with these bot scopes only. */
    public SlackApp withScopes(Set<String> only) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                only,
                events,
                commands,
                shortcuts,
                unfurls,
                requestUrl,
                optionsUrl,
                rotatesTokens,
                commercial);
    }

    /** The same without these bot scopes. */
    public SlackApp withoutScopes(String... without) {
        Set<String> left = new TreeSet<>(scopes);
        left.removeAll(Set.of(without));
        return withScopes(left);
    }

    /** The same with these event subscriptions only. */
    public SlackApp withEvents(Set<String> only) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                only,
                commands,
                shortcuts,
                unfurls,
                requestUrl,
                optionsUrl,
                rotatesTokens,
                commercial);
    }

    /** The same with these slash commands. */
    public SlackApp withCommands(Set<String> all) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                events,
                all,
                shortcuts,
                unfurls,
                requestUrl,
                optionsUrl,
                rotatesTokens,
                commercial);
    }

    /** The same with these shortcuts: callback id to {@code global} or {@code message}. */
    public SlackApp withShortcuts(Map<String, String> all) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                events,
                commands,
                all,
                unfurls,
                requestUrl,
                optionsUrl,
                rotatesTokens,
                commercial);
    }

    /** The same unfurling links of these domains. */
    public SlackApp withUnfurls(Set<String> domains) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                events,
                commands,
                shortcuts,
                domains,
                requestUrl,
                optionsUrl,
                rotatesTokens,
                commercial);
    }

    /** The same in HTTP mode: signed requests to this address. */
    public SlackApp withRequestUrl(URI url) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                events,
                commands,
                shortcuts,
                unfurls,
                Optional.of(url),
                optionsUrl,
                rotatesTokens,
                commercial);
    }

    /** The same with tokens that expire, or without. */
    public SlackApp withTokenRotation(boolean rotates) {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                events,
                commands,
                shortcuts,
                unfurls,
                requestUrl,
                optionsUrl,
                rotates,
                commercial);
    }

    /** The same distributed commercially outside the Marketplace: one history call a minute, 15 objects each. */
    public SlackApp distributedCommercially() {
        return new SlackApp(
                id,
                name,
                clientId,
                clientSecret,
                signingSecret,
                appToken,
                scopes,
                events,
                commands,
                shortcuts,
                unfurls,
                requestUrl,
                optionsUrl,
                rotatesTokens,
                true);
    }
}
