package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*}. */
final class ConversationMethods {

    /** Objects a page holds for commercial apps outside the Marketplace. */
    static final int COMMERCIAL_PAGE = 15;

    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1000;

    private final Events events;

    ConversationMethods(Events events) {
        this.events = events;
    }

    void addTo(Methods methods) {
        methods.add("conversations.info", Tier.THREE, "", this::info);
        methods.add("conversations.list", Tier.TWO, "", this::list);
        methods.add("conversations.members", Tier.FOUR, "", this::members);
        methods.add("conversations.open", Tier.THREE, "im:write", this::open);
        methods.add("conversations.join", Tier.THREE, "channels:join", this::join);
        methods.add("conversations.history", Tier.THREE, "", this::history);
        methods.add("conversations.replies", Tier.THREE, "", this::replies);
    }

    private ObjectNode info(Session session, Args args) {
        ObjectNode answer = Json.object();
        answer.set("channel", json(session, session.channel(args.need("channel"), "read")));
        return answer;
    }

    private ObjectNode list(Session session, Args args) {
        String types = args.has("types") ? args.text("types") : "public_channel";
        Set<String> wanted = Set.copyOf(Arrays.asList(types.split("\\s*,\\s*", -1)));
        for (Channel.Kind kind : Channel.Kind.values()) {
            if (wanted.contains(listName(kind))) {
                session.need(kind.scope + ":read");
            }
        }
        List<Channel> all = session.world.channels.values().stream()
                .filter(channel -> wanted.contains(listName(channel.kind)))
                .filter(channel -> session.visible(channel.id).isPresent())
                .filter(channel -> !args.flag("exclude_archived") || !channel.archived)
                .toList();
        ObjectNode answer = Json.object();
        ArrayNode channels = answer.putArray("channels");
        Page<Channel> page = Page.of(all, args, PAGE, PAGE_MAX);
        page.items().forEach(channel -> channels.add(json(session, channel)));
        return page.cursor(answer);
    }

    private static String listName(Channel.Kind kind) {
        return switch (kind) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
        };
    }

    private ObjectNode members(Session session, Args args) {
        Channel channel = session.channel(args.need("channel"), "read");
        ObjectNode answer = Json.object();
        Page<String> page = Page.of(List.copyOf(channel.members), args, PAGE, PAGE_MAX);
        answer.set("members", Json.array(page.items()));
        return page.cursor(answer);
    }

    private ObjectNode open(Session session, Args args) {
        Channel channel = args.has("channel")
                ? session.channel(args.text("channel"))
                : session.world.direct(
                        session.team,
                        session.person(args.need("users"), "user_not_found").id());
        ObjectNode answer = Json.object();
        if (args.flag("return_im")) {
            answer.set("channel", json(session, channel));
        } else {
            answer.putObject("channel").put("id", channel.id);
        }
        return answer;
    }

    private ObjectNode join(Session session, Args args) {
        Channel channel = session.channel(args.need("channel"));
        if (channel.archived) {
            throw new SlackError("is_archived");
        }
        if (channel.kind != Channel.Kind.PUBLIC) {
            throw new SlackError("method_not_supported_for_channel_type");
        }
        ObjectNode answer = Json.object();
        if (channel.members.add(session.team.botUser)) {
            ObjectNode event = Json.object()
                    .put("type", "member_joined_channel")
                    .put("user", session.team.botUser)
                    .put("channel", channel.id)
                    .put("channel_type", "C")
                    .put("team", session.team.id);
            events.inChannel("member_joined_channel", channel, event);
        } else {
            answer.put("warning", "already_in_channel");
        }
        answer.set("channel", json(session, channel));
        return answer;
    }

    private ObjectNode history(Session session, Args args) {
        Channel channel = readable(session, args);
        return page(session, channel, channel.top().reversed(), args);
    }

    private ObjectNode replies(Session session, Args args) {
        Channel channel = readable(session, args);
        String ts = args.need("ts");
        ObjectNode root = channel.message(ts).orElseThrow(() -> new SlackError("thread_not_found"));
        String thread = Channel.isReply(root) ? Json.text(root, "thread_ts") : ts;
        return page(session, channel, channel.thread(thread), args);
    }

    private static Channel readable(Session session, Args args) {
        Channel channel = session.channel(args.need("channel"), "history");
        if (!session.isIn(channel)) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }

    private static ObjectNode page(Session session, Channel channel, List<ObjectNode> all, Args args) {
        boolean few = session.world.app.commercial();
        List<ObjectNode> within =
                all.stream().filter(each -> isWithin(each, args)).toList();
        Page<ObjectNode> page = Page.of(within, args, few ? COMMERCIAL_PAGE : PAGE, few ? COMMERCIAL_PAGE : PAGE_MAX);
        ObjectNode answer = Json.object();
        ArrayNode messages = answer.putArray("messages");
        page.items().forEach(each -> messages.add(shown(Messages.read(channel, each), args)));
        answer.put("has_more", page.hasMore());
        return page.cursor(answer);
    }

    private static ObjectNode shown(ObjectNode message, Args args) {
        return args.flag("include_all_metadata") ? message : message.without("metadata");
    }

    /** A conversation as Slack shows it to an app. */
    static ObjectNode json(Session session, Channel channel) {
        ObjectNode json = Json.object().put("id", channel.id).put("created", channel.createdSeconds);
        boolean isMember = session.isIn(channel);
        if (channel.kind == Channel.Kind.DIRECT) {
            String other = channel.members.stream()
                    .filter(id -> !id.equals(session.team.botUser))
                    .findFirst()
                    .orElse("");
            return json.put("is_im", true)
                    .put("is_channel", false)
                    .put("is_group", false)
                    .put("is_archived", channel.archived)
                    .put("is_org_shared", false)
                    .put("is_user_deleted", false)
                    .put("context_team_id", session.team.id)
                    .put("user", other);
        }
        json.put("name", channel.name)
                .put("name_normalized", channel.name)
                .put("is_channel", channel.kind == Channel.Kind.PUBLIC)
                .put("is_group", channel.kind == Channel.Kind.PRIVATE)
                .put("is_im", false)
                .put("is_mpim", false)
                .put("is_private", channel.kind == Channel.Kind.PRIVATE)
                .put("is_archived", channel.archived)
                .put("is_general", false)
                .put("is_shared", channel.isShared())
                .put("is_org_shared", false)
                .put("is_ext_shared", channel.isShared())
                .put("is_pending_ext_shared", false)
                .put("is_member", isMember)
                .put("context_team_id", session.team.id)
                .put("creator", session.team.botUser)
                .put("num_members", channel.members.size());
        json.set("shared_team_ids", Json.array(teams(channel)));
        json.set("connected_team_ids", Json.array(channel.sharedWith));
        json.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
        json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return json;
    }

    private static List<String> teams(Channel channel) {
        return Stream.concat(Stream.of(channel.homeTeam), channel.sharedWith.stream())
                .toList();
    }

    private static boolean isWithin(ObjectNode message, Args args) {
        String ts = Json.text(message, "ts");
        int late = args.has("latest") ? ts.compareTo(args.text("latest")) : -1;
        int early = args.has("oldest") ? ts.compareTo(args.text("oldest")) : 1;
        boolean inclusive = args.flag("inclusive");
        return (late < 0 || (inclusive && late == 0)) && (early > 0 || (inclusive && early == 0));
    }
}
