package dev.parley.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The app as Slack makes it from one paste: what it may do, what it is told, its commands. */
public final class Manifest {
    private static final String FILE = "manifest.json";

    private Manifest() {}

    /** As JSON, for Socket Mode. */
    public static String json() {
        try (InputStream file = Objects.requireNonNull(Manifest.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON, for an app that Slack calls at {@code url}. */
    public static String json(String url) {
        JsonObject manifest = JsonParser.parseString(json()).getAsJsonObject();
        JsonObject settings = manifest.getAsJsonObject("settings");
        settings.addProperty("socket_mode_enabled", false);
        settings.getAsJsonObject("event_subscriptions").addProperty("request_url", url);
        settings.getAsJsonObject("interactivity").addProperty("request_url", url);
        for (JsonElement command : manifest.getAsJsonObject("features").getAsJsonArray("slash_commands")) {
            command.getAsJsonObject().addProperty("url", url);
        }
        return manifest.toString();
    }

    /** What the app must be allowed. */
    static Set<String> scopes() {
        JsonArray scopes = JsonParser.parseString(json())
                .getAsJsonObject()
                .getAsJsonObject("oauth_config")
                .getAsJsonObject("scopes")
                .getAsJsonArray("bot");
        Set<String> all = new TreeSet<>();
        scopes.forEach(scope -> all.add(scope.getAsString()));
        return all;
    }
}
