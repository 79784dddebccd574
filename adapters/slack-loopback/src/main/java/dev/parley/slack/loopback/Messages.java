package dev.parley.slack.loopback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages coming, changing and going, with the events that tell of it. */
final class Messages {

    private static final Pattern LINK = Pattern.compile("<(https?://([^/|>:]+)[^|>]*)(\\|[^>]*)?>");

    final World world;
    private final Events events;

    Messages(World world, Events events) {
        this.world = world;
        this.events = events;
    }

    /** A message of the bot, not yet posted. */
    ObjectNode ofBot(Team team, String text) {
        ObjectNode message = Json.object()
                .put("user", team.botUser)
                .put("type", "message")
                .put("ts", world.ts())
                .put("bot_id", team.botId)
                .put("app_id", world.app.id())
                .put("text", text)
                .put("team", team.id);
        message.set("bot_profile", botProfile(team));
        return message;
    }

    ObjectNode botProfile(Team team) {
        ObjectNode profile = Json.object()
                .put("id", team.botId)
                .put("app_id", world.app.id())
                .put("user_id", team.botUser)
                .put("name", world.app.name());
        profile.putObject("icons").put("image_48", world.url("web/bot.svg"));
        return profile.put("deleted", false).put("updated", 1).put("team_id", team.id);
    }

    /** A message of a person, not yet posted. */
    ObjectNode ofPerson(Team team, Channel channel, String userId, String text) {
        ObjectNode message = Json.object()
                .put(
                        "client_msg_id",
                        java.util
                                .UUID
                                .nameUUIDFromBytes(world.id("m").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString())
                .put("type", "message")
                .put("text", text)
                .put("user", userId)
                .put("ts", world.ts())
                .put("team", team.homeOf(userId));
        if (channel.isShared()) {
            message.put("user_team", team.homeOf(userId)).put("source_team", team.homeOf(userId));
        }
        message.set("blocks", RichText.of(text, world.id("b")));
        return message;
    }

    void intoThread(Channel channel, ObjectNode message, String threadTs) {
        if (threadTs.isEmpty()) {
            return;
        }
        ObjectNode parent = channel.message(threadTs).orElseThrow(() -> new SlackError("thread_not_found"));
        if (Channel.isReply(parent)) {
            throw new SlackError("cannot_reply_to_message");
        }
        message.put("thread_ts", threadTs).put("parent_user_id", Json.text(parent, "user"));
        parent.put("thread_ts", threadTs);
    }

    void post(Channel channel, ObjectNode message) {
        channel.put(message);
        events.message(channel, Json.copy(message));
        for (Team team : world.teams.values()) {
            boolean byPerson = !message.has("bot_id");
            if (byPerson && Json.text(message, "text").contains("<@" + team.botUser + ">")) {
                mention(channel, message);
            }
        }
        if (message.has("client_msg_id")) {
            shareLinks(channel, message);
        }
        message.path("files").forEach(file -> shareFile(channel, message, Json.text(file, "id")));
    }

    private void mention(Channel channel, ObjectNode message) {
        if (channel.kind == Channel.Kind.DIRECT) {
            return;
        }
        ObjectNode event = Json.copy(message).put("type", "app_mention").put("channel", channel.id);
        event.remove("subtype");
        events.inChannel("app_mention", channel, event.put("event_ts", Json.text(message, "ts")));
    }

    private void shareLinks(Channel channel, ObjectNode message) {
        ArrayNode links = Json.array();
        Matcher found = LINK.matcher(Json.text(message, "text"));
        while (found.find()) {
            String domain = found.group(2);
            if (world.app.unfurls().stream().anyMatch(each -> domain.equals(each) || domain.endsWith("." + each))) {
                links.addObject().put("url", found.group(1)).put("domain", domain);
            }
        }
        if (!links.isEmpty()) {
            ObjectNode event = Json.object()
                    .put("type", "link_shared")
                    .put("channel", channel.id)
                    .put("is_bot_user_member", true)
                    .put("user", Json.text(message, "user"))
                    .put("message_ts", Json.text(message, "ts"))
                    .put("unfurl_id", world.id("unfurl-"))
                    .put("source", "conversations_history");
            if (Channel.isReply(message)) {
                event.put("thread_ts", Json.text(message, "thread_ts"));
            }
            event.set("links", links);
            events.inChannel("link_shared", channel, event);
        }
    }

    private void shareFile(Channel channel, ObjectNode message, String fileId) {
        ObjectNode event = Json.object()
                .put("type", "file_shared")
                .put("file_id", fileId)
                .put("user_id", Json.text(message, "user"))
                .put("channel_id", channel.id);
        event.putObject("file").put("id", fileId);
        events.inChannel("file_shared", channel, event);
    }

    /** Replaces what a message says; {@code edited} is only set where Slack shows "(edited)". */
    void change(Channel channel, ObjectNode before, ObjectNode after) {
        channel.put(after);
        ObjectNode event = Json.object()
                .put("type", "message")
                .put("subtype", "message_changed")
                .put("hidden", true);
        event.set("message", Json.copy(after));
        event.set("previous_message", before);
        events.message(channel, event.put("ts", world.ts()));
    }

    void edited(ObjectNode message, String by) {
        message.putObject("edited").put("user", by).put("ts", world.ts());
    }

    /** Deletes a message; one with replies stays as a stone that says so. */
    void delete(Channel channel, ObjectNode message) {
        String ts = Json.text(message, "ts");
        if (channel.replies(ts).isEmpty()) {
            channel.remove(ts);
        } else {
            ObjectNode stone = Json.object()
                    .put("type", "message")
                    .put("subtype", "tombstone")
                    .put("text", "This message was deleted.")
                    .put("user", "USLACKBOT")
                    .put("hidden", true)
                    .put("ts", ts)
                    .put("thread_ts", ts);
            channel.put(stone);
        }
        ObjectNode event = Json.object()
                .put("type", "message")
                .put("subtype", "message_deleted")
                .put("hidden", true)
                .put("deleted_ts", ts);
        event.set("previous_message", Json.copy(message));
        events.message(channel, event.put("ts", world.ts()));
    }

    /** The message with what Slack adds when it is read: how many replies there are. */
    static ObjectNode read(Channel channel, ObjectNode message) {
        ObjectNode read = Json.copy(message);
        String ts = Json.text(message, "ts");
        var replies = channel.replies(ts);
        if (!replies.isEmpty()) {
            ArrayNode users = Json.array(replies.stream()
                    .map(each -> Json.text(each, "user"))
                    .distinct()
                    .toList());
            read.put("reply_count", replies.size())
                    .put("reply_users_count", users.size())
                    .put("latest_reply", Json.text(replies.getLast(), "ts"));
            read.set("reply_users", users);
            read.put("is_locked", false).put("subscribed", false);
        }
        return read;
    }
}
