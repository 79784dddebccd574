package dev.parley.app.bot;

import dev.parley.slack.SlackSettings;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A desk's workspace in Slack.
 *
 * @param name names the channel {@code slack:NAME}; never change it while messages are on their way
 * @param botToken begins with {@code xoxb-}
 * @param appToken begins with {@code xapp-}: Socket Mode, which needs no public address; "": Slack calls by HTTP
 * @param signingSecret proves calls by HTTP
 * @param channel the id of the triage channel
 * @param apiBase the API's root; another one only for a test server
 */
public record WorkspaceSettings(
        @DefaultValue("triage") String name,
        @DefaultValue("") String botToken,
        @DefaultValue("") String appToken,
        @DefaultValue("") String signingSecret,
        @DefaultValue("") String channel,
        @DefaultValue(SlackSettings.API) String apiBase,
        @DefaultValue("10s") Duration timeout) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public WorkspaceSettings {
        if (!NAME.matcher(name).matches()) {
            throw new BadSettings("parley.desks[n].slack.name is \"" + name + "\"; give 1 to 40 of a to z, 0 to 9, -");
        }
        begins("bot-token", botToken, "xoxb-");
        if (!appToken.isEmpty()) {
            begins("app-token", appToken, "xapp-");
        }
        try {
            var _ = new SlackSettings("desk", name, botToken, appToken, signingSecret, channel, apiBase, timeout);
        } catch (IllegalArgumentException wrong) {
            throw new BadSettings("parley.desks[n]." + wrong.getMessage());
        }
    }

    private static void begins(String key, String token, String with) {
        if (!token.startsWith(with)) {
            throw new BadSettings("parley.desks[n].slack." + key
                    + (token.isBlank() ? " is blank" : " does not begin with " + with)
                    + "; docs/slack.md says where Slack shows it");
        }
    }

    /** As the adapter takes them. */
    public SlackSettings settings(String desk) {
        return new SlackSettings(desk, name, botToken, appToken, signingSecret, channel, apiBase, timeout);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "slack:" + name + " at " + apiBase;
    }
}
