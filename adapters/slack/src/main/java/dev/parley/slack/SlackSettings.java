package dev.parley.slack;

import java.time.Duration;

/**
 * How a desk reaches its workspace.
 *
 * @param desk the desk's short name
 * @param name names the channel {@code slack:NAME}
 * @param botToken begins with {@code xoxb-}
 * @param appToken of Socket Mode, begins with {@code xapp-}; "": Slack calls us by HTTP
 * @param signingSecret proves calls by HTTP; "" with Socket Mode
 * @param room the id of the triage channel, such as {@code C0123456789}
 * @param apiBase the API's root, with a slash at its end
 * @param timeout for connecting, and for an answer
 */
public record SlackSettings(
        String desk,
        String name,
        String botToken,
        String appToken,
        String signingSecret,
        String room,
        String apiBase,
        Duration timeout) {
    /** Slack's own API. */
    public static final String API = "https://slack.com/api/";

    /** @throws IllegalArgumentException naming the setting that is missing */
    public SlackSettings {
        needed("bot-token", botToken);
        needed("channel", room);
        if (appToken.isBlank() && signingSecret.isBlank()) {
            throw new IllegalArgumentException("slack.signing-secret is blank; without it anybody could speak for Slack"
                    + " (or give slack.app-token, and Slack is reached by Socket Mode)");
        }
        if (!apiBase.endsWith("/")) {
            throw new IllegalArgumentException("slack.api-base is " + apiBase + "; it ends with a slash");
        }
    }

    private static void needed(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("slack." + key + " is blank; docs/slack.md says where Slack shows it");
        }
    }

    /** The channel of the inbox that carries what Slack told. */
    public String channel() {
        return "slack:" + name;
    }

    /** True if the bot opens the connection; false if Slack calls it by HTTP. */
    public boolean socketMode() {
        return !appToken.isBlank();
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return channel() + " at " + apiBase;
    }
}
