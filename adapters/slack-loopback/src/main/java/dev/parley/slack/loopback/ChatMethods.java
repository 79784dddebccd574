package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*}. */
final class ChatMethods {

    /** Characters of a message's text; Slack cuts what is longer. */
    static final int TEXT_MAX = 40_000;
    /** Attachments of a message. */
    static final int ATTACHMENTS_MAX = 100;

    private final Messages messages;

    ChatMethods(Messages messages) {
        this.messages = messages;
    }

    void addTo(Methods methods) {
        methods.add("chat.postMessage", Tier.SPECIAL, "chat:write", this::post);
        methods.add("chat.update", Tier.THREE, "chat:write", this::update);
        methods.add("chat.delete", Tier.THREE, "chat:write", this::delete);
        methods.add("chat.postEphemeral", Tier.FOUR, "chat:write", this::whisper);
        methods.add("chat.getPermalink", Tier.SPECIAL, "", this::permalink);
        methods.add("chat.unfurl", Tier.THREE, "links:write", this::unfurl);
    }

    private ObjectNode post(Session session, Args args) {
        Channel channel = session.writable(args.need("channel"));
        customised(session, args);
        ObjectNode message = messages.ofBot(session.team, cut(content(args)));
        dress(message, args, session.world);
        messages.intoThread(channel, message, args.text("thread_ts"));
        if (args.flag("reply_broadcast") && args.has("thread_ts")) {
            message.put("subtype", "thread_broadcast");
        }
        OptionalLong wait = session.world.limits.post(channel.id);
        if (wait.isPresent()) {
            throw new Methods.TooFast(wait.getAsLong());
        }
        messages.post(channel, message);
        ObjectNode answer = Json.object().put("channel", channel.id).put("ts", Json.text(message, "ts"));
        answer.set("message", Messages.read(channel, message));
        return warned(answer, args);
    }

    private static void customised(Session session, Args args) {
        if (args.has("username") || args.has("icon_url") || args.has("icon_emoji")) {
            session.need("chat:write.customize");
        }
    }

    /** The text of a message, checked together with its blocks. */
    private static String content(Args args) {
        boolean bare = !args.has("text") || args.text("text").isBlank();
        if (bare && !args.has("blocks") && !args.has("attachments")) {
            throw new SlackError("no_text");
        }
        return args.text("text");
    }

    private static String cut(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }

    private static ObjectNode warned(ObjectNode answer, Args args) {
        if (args.text("text").length() > TEXT_MAX) {
            answer.put("warning", "message_truncated");
            answer.putObject("response_metadata").putArray("warnings").add("message_truncated");
        }
        return answer;
    }

    /** Puts the blocks, attachments and metadata of a call on a message. */
    static void dress(ObjectNode message, Args args, World world) {
        if (args.has("blocks")) {
            JsonNode blocks = args.json("blocks").orElseThrow(() -> new SlackError("invalid_blocks_format"));
            message.set("blocks", BlockRules.ofMessage(blocks, world));
        }
        if (args.has("attachments")) {
            JsonNode all = args.json("attachments").orElseThrow(() -> new SlackError("invalid_attachments"));
            if (all.size() > ATTACHMENTS_MAX) {
                throw new SlackError("too_many_attachments");
            }
            message.set("attachments", all.deepCopy());
        }
        if (args.has("metadata")) {
            JsonNode data = args.json("metadata").orElseThrow(() -> new SlackError("invalid_metadata_format"));
            if (Json.text(data, "event_type").isEmpty()
                    || !data.path("event_payload").isObject()) {
                throw new SlackError("invalid_metadata_schema");
            }
            message.set("metadata", data.deepCopy());
        }
    }

    private ObjectNode update(Session session, Args args) {
        Channel channel = session.writable(args.need("channel"));
        ObjectNode message = own(session, channel, args.need("ts"), "cant_update_message");
        if (args.text("text").length() > TEXT_MAX) {
            throw new SlackError("msg_too_long");
        }
        ObjectNode before = Json.copy(message);
        ObjectNode after = Json.copy(message).put("text", content(args));
        if (args.has("text")) {
            after.remove("blocks");
        }
        dress(after, args, session.world);
        if (!args.has("blocks")) {
            messages.edited(after, session.team.botUser);
        }
        messages.change(channel, before, after);
        ObjectNode answer = Json.object()
                .put("channel", channel.id)
                .put("ts", Json.text(after, "ts"))
                .put("text", Json.text(after, "text"));
        answer.set("message", Messages.read(channel, after));
        return answer;
    }

    private static ObjectNode own(Session session, Channel channel, String ts, String word) {
        ObjectNode message = channel.message(ts).orElseThrow(() -> new SlackError("message_not_found"));
        if (!Json.text(message, "bot_id").equals(session.team.botId)) {
            throw new SlackError(word);
        }
        return message;
    }

    private ObjectNode delete(Session session, Args args) {
        Channel channel = session.writable(args.need("channel"));
        ObjectNode message = own(session, channel, args.need("ts"), "cant_delete_message");
        messages.delete(channel, message);
        return Json.object().put("channel", channel.id).put("ts", Json.text(message, "ts"));
    }

    private ObjectNode whisper(Session session, Args args) {
        Channel channel = session.writable(args.need("channel"));
        String user = args.need("user");
        if (!channel.members.contains(user)) {
            throw new SlackError("user_not_in_channel");
        }
        customised(session, args);
        ObjectNode message = messages.ofBot(session.team, cut(content(args))).put("is_ephemeral", true);
        dress(message, args, session.world);
        if (args.has("thread_ts")) {
            message.put("thread_ts", args.text("thread_ts"));
        }
        session.world.ephemerals.add(new World.Ephemeral(channel.id, user, message));
        return Json.object().put("message_ts", Json.text(message, "ts"));
    }

    private ObjectNode permalink(Session session, Args args) {
        Channel channel = session.channel(args.need("channel"));
        String ts = args.need("message_ts");
        ObjectNode message = channel.message(ts).orElseThrow(() -> new SlackError("message_not_found"));
        String thread =
                Channel.isReply(message) ? "?thread_ts=" + Json.text(message, "thread_ts") + "&cid=" + channel.id : "";
        String link = "https://" + session.team.domain + ".slack.com/archives/" + channel.id + "/p"
                + ts.replace(".", "") + thread;
        return Json.object().put("channel", channel.id).put("permalink", link);
    }

    private ObjectNode unfurl(Session session, Args args) {
        JsonNode unfurls = args.json("unfurls").orElseThrow(() -> Session.invalid("missing required field: unfurls"));
        Channel channel = session.channel(args.need("channel"));
        ObjectNode message =
                channel.message(args.need("ts")).orElseThrow(() -> new SlackError("cannot_unfurl_message"));
        ObjectNode before = Json.copy(message);
        ObjectNode after = Json.copy(message);
        ArrayNode attachments = after.withArray("attachments");
        unfurls.properties().forEach(each -> {
            if (!Json.text(before, "text").contains(RichText.entities(each.getKey()))) {
                throw new SlackError("cannot_unfurl_url");
            }
            JsonNode blocks = each.getValue().path("blocks");
            if (!blocks.isMissingNode()) {
                BlockRules.ofMessage(blocks, session.world);
            }
            ObjectNode shown = attachments.addObject().put("id", attachments.size() + 1);
            shown.put("from_url", each.getKey())
                    .put("is_app_unfurl", true)
                    .put("bot_id", session.team.botId)
                    .put("app_unfurl_url", each.getKey());
            each.getValue()
                    .properties()
                    .forEach(field -> shown.set(field.getKey(), field.getValue().deepCopy()));
        });
        messages.change(channel, before, after);
        return Json.object();
    }
}
