package dev.parley.slack;

import com.slack.api.model.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at everything the triage in Slack needs, and says how to mend what is missing. Changes nothing. */
public final class SlackDoctor implements AutoCloseable {
    private final SlackSettings settings;
    private final SlackApi api;

    public SlackDoctor(SlackSettings settings) {
        this.settings = settings;
        api = new SlackApi(settings);
    }

    /** What was looked at. {@code mend}: what to do, "" where all is well. */
    public record Finding(boolean well, String what, String mend) {
        private static Finding good(String what) {
            return new Finding(true, what, "");
        }

        private static Finding bad(String what, String mend) {
            return new Finding(false, what, mend);
        }
    }

    /** Everything that was looked at, in order; after a token that is refused there is nothing more to look at. */
    public List<Finding> look() {
        List<Finding> all = new ArrayList<>();
        switch (api.self()) {
            case Outcome.Done<SlackApi.Self>(var self) -> {
                all.add(Finding.good("The bot token works: " + self.url()));
                all.add(scopes(self.scopes()));
                all.add(room());
                all.add(people());
                all.add(connection());
            }
            case Outcome.Later<SlackApi.Self>(var why, var _) ->
                all.add(Finding.bad(
                        "Slack cannot be reached: " + why,
                        "Let this machine reach " + settings.apiBase() + ", then look again."));
            case Outcome.Never<SlackApi.Self>(var why) ->
                all.add(Finding.bad(
                        "The bot token is refused (" + why + ")",
                        "Copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions” of your app, and give it as"
                                + " slack.bot-token."));
        }
        return all;
    }

    private static Finding scopes(Set<String> granted) {
        if (granted.isEmpty()) {
            return Finding.bad(
                    "Slack does not say what the app may do", "Look again; if it stays so, install the app anew.");
        }
        Set<String> missing = new TreeSet<>(Manifest.scopes());
        missing.removeAll(granted);
        return missing.isEmpty()
                ? Finding.good("The app may do all it needs")
                : Finding.bad(
                        "The app lacks " + String.join(", ", missing),
                        "Paste what ./parley slack manifest prints into “App Manifest” of your app, then choose"
                                + " “Reinstall to Workspace”.");
    }

    private Finding room() {
        String room = settings.room();
        return switch (api.room(room)) {
            case Outcome.Later<Conversation>(var why, var _) ->
                Finding.bad("Nothing is known of " + room + ": " + why, "Look again.");
            case Outcome.Never<Conversation>(var why) ->
                Finding.bad(
                        "There is no channel " + room + " the bot can see (" + why + ")",
                        "Give slack.channel the id of the triage channel (at the bottom of “View channel details”); a"
                                + " private channel is seen only after /invite @Parley in it.");
            case Outcome.Done<Conversation>(var found) -> room(found);
        };
    }

    private static Finding room(Conversation room) {
        String name = "#" + room.getName();
        if (room.isExtShared() || room.isPendingExtShared()) {
            return Finding.bad(
                    name + " is shared with another company",
                    "Choose a channel of your own people for triage; no card is ever shown in a shared one.");
        }
        if (room.isArchived()) {
            return Finding.bad(name + " is archived", "Unarchive it, or choose another channel.");
        }
        return room.isMember()
                ? Finding.good("The bot is in " + name)
                : Finding.bad("The bot is not in " + name, "Write /invite @Parley there.");
    }

    private Finding people() {
        return switch (api.mayReadAddresses()) {
            case Outcome.Done<Boolean> _ -> Finding.good("People are known by their mail addresses");
            case Outcome.Later<Boolean>(var why, var _) ->
                Finding.bad("People cannot be looked up: " + why, "Look again.");
            case Outcome.Never<Boolean>(var why) ->
                Finding.bad(
                        "People's mail addresses cannot be read (" + why + ")",
                        "Give the app users:read and users:read.email, and install it anew.");
        };
    }

    private Finding connection() {
        if (!settings.socketMode()) {
            return Finding.good("Slack calls the bot by HTTP; its requests must be signed with slack.signing-secret");
        }
        return switch (api.socketUrl(settings.appToken())) {
            case Outcome.Done<String> _ -> Finding.good("Socket Mode works");
            case Outcome.Later<String>(var why, var _) ->
                Finding.bad("Socket Mode cannot be tried: " + why, "Look again.");
            case Outcome.Never<String>(var why) ->
                Finding.bad(
                        "Socket Mode is refused (" + why + ")",
                        "Switch “Socket Mode” on in your app, make an app-level token with connections:write under"
                                + " “Basic Information”, and give it as slack.app-token (xapp-…).");
        };
    }

    /** Lets go of its connections. */
    @Override
    public void close() {
        api.close();
    }
}
