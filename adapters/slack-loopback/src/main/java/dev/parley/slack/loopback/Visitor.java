package dev.parley.slack.loopback;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody using Slack's client: posts, clicks, picks, fills and submits, and is refused what the client refuses.
 *
 * <p>Elements are named by their action id, or by {@code block_id/action_id} where that is not enough. What waits,
 * waits for the app's acknowledgement.
 */
public final class Visitor {

    /** How long the waiting methods wait, in real time. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final World world;
    private final Messages messages;
    private final Reactions reactions;
    private final Interactions interactions;
    private final Events events;
    private final String id;

    Visitor(String id, LoopbackSlack.Parts parts) {
        this.id = id;
        this.world = parts.world();
        this.messages = parts.messages();
        this.reactions = new Reactions(parts.events());
        this.interactions = parts.interactions();
        this.events = parts.events();
        world.teamOf(id);
    }

    private <T> T locked(Supplier<T> work) {
        synchronized (world) {
            try {
                return work.get();
            } catch (SlackError refused) {
                throw new IllegalStateException("Slack says " + refused.getMessage(), refused);
            } finally {
                world.changed();
            }
        }
    }

    private Channel mine(String channelId) {
        Channel channel = world.channel(channelId);
        if (!channel.members.contains(id)) {
            throw new IllegalStateException(id + " is not in " + channelId);
        }
        return channel;
    }

    private Channel open(String channelId) {
        Channel channel = mine(channelId);
        if (channel.archived) {
            throw new IllegalStateException(channelId + " is archived");
        }
        return channel;
    }

    /** Posts a text as it is typed; {@code <@U…>} mentions somebody. */
    public Message post(String channelId, String text) {
        return say(channelId, "", text);
    }

    /** Answers in the thread of a message. */
    public Message reply(Message message, String text) {
        return reply(message.channel(), message.threadTs().isEmpty() ? message.ts() : message.threadTs(), text);
    }

    /** Answers in a thread. */
    public Message reply(String channelId, String threadTs, String text) {
        return say(channelId, threadTs, text);
    }

    private Message say(String channelId, String threadTs, String text) {
        return locked(() -> {
            Channel channel = open(channelId);
            ObjectNode message = messages.ofPerson(host(channel), channel, id, RichText.escape(text));
            messages.intoThread(channel, message, threadTs);
            messages.post(channel, message);
            return new Message(channel.id, Json.copy(message));
        });
    }

    private Team host(Channel channel) {
        return interactions.actor(id, channel).team();
    }

    /** Mentions the app's bot in a channel. */
    public Message mention(String channelId, String text) {
        String bot = locked(() -> host(world.channel(channelId)).botUser);
        return post(channelId, "<@" + bot + "> " + text);
    }

    /** The direct messages with the app's bot. */
    public String direct() {
        return locked(() -> world.direct(world.teamOf(id), id).id);
    }

    /** Posts with a file, in a thread unless {@code threadTs} is empty. */
    public Message upload(String channelId, String threadTs, String name, byte[] content) {
        return locked(() -> {
            Channel channel = open(channelId);
            Team team = host(channel);
            ObjectNode file = Files.describe(world, team, id, name).put("size", content.length);
            world.files.put(new Files.Stored(file, content, true));
            ObjectNode message = messages.ofPerson(team, channel, id, "");
            message.put("subtype", "file_share").put("upload", false).remove("blocks");
            message.putArray("files").add(file.deepCopy());
            messages.intoThread(channel, message, threadTs);
            messages.post(channel, message);
            return new Message(channel.id, Json.copy(message));
        });
    }

    /** Changes what an own message says. */
    public Message edit(Message message, String text) {
        return locked(() -> {
            Channel channel = open(message.channel());
            ObjectNode before = own(channel, message);
            ObjectNode after = Json.copy(before).put("text", RichText.escape(text));
            after.set("blocks", RichText.of(RichText.escape(text), world.id("b")));
            messages.edited(after, id);
            messages.change(channel, before, after);
            return new Message(channel.id, Json.copy(after));
        });
    }

    /** Deletes an own message. */
    public void delete(Message message) {
        locked(() -> {
            Channel channel = open(message.channel());
            messages.delete(channel, own(channel, message));
            return true;
        });
    }

    private ObjectNode own(Channel channel, Message message) {
        ObjectNode found = Reactions.find(channel, message.ts());
        if (!Json.text(found, "user").equals(id)) {
            throw new IllegalStateException("the message is not by " + id);
        }
        return found;
    }

    /** Reacts to a message with an emoji, named without colons. */
    public void react(Message message, String emoji) {
        locked(() -> {
            reactions.add(mine(message.channel()), message.ts(), emoji, id);
            return true;
        });
    }

    /** Takes a reaction back. */
    public void unreact(Message message, String emoji) {
        locked(() -> {
            reactions.remove(mine(message.channel()), message.ts(), emoji, id);
            return true;
        });
    }

    /** Clicks a button of a message as it stands now. */
    public Outcome click(Message message, String actionId) {
        return pick(message, actionId, "");
    }

    /** Clicks a button of a view as it stands now. */
    public Outcome click(View view, String actionId) {
        return pick(view, actionId, "");
    }

    /** Picks an option (or enters a text) in a message as it stands now. */
    public Outcome pick(Message message, String actionId, String value) {
        return act(() -> onMessage(message), actionId, value);
    }

    /** Picks an option (or enters a text that is sent at once) in a view as it stands now. */
    public Outcome pick(View view, String actionId, String value) {
        return act(() -> onView(view), actionId, value);
    }

    private Outcome act(Supplier<Surface> where, String actionId, String value) {
        Surface surface = locked(where);
        Surface.Spot spot = spot(surface, actionId);
        Interactions.Actor actor = actor(surface);
        ObjectNode entered = interactions.entered(actor, surface, spot, value);
        return Interactions.join(locked(() -> interactions.act(actor, surface, spot, entered)));
    }

    private static Surface.Spot spot(Surface surface, String actionId) {
        return surface.find(actionId)
                .orElseThrow(() -> new IllegalStateException(
                        "nothing there has the action id " + actionId + ": " + surface.blocks()));
    }

    private Interactions.Actor actor(Surface surface) {
        return switch (surface) {
            case Surface.OnMessage on -> interactions.actor(id, on.channel());
            case Surface.OnView on -> onTeam(Json.text(on.view(), "app_installed_team_id"));
        };
    }

    private Interactions.Actor onTeam(String teamId) {
        Team team = world.team(teamId);
        return new Interactions.Actor(team, team.person(id).orElseThrow());
    }

    private Surface onMessage(Message message) {
        Channel channel = mine(message.channel());
        ObjectNode found = channel.message(message.ts())
                .or(() -> world.ephemerals.stream()
                        .filter(each -> each.user().equals(id)
                                && Json.text(each.message(), "ts").equals(message.ts()))
                        .map(World.Ephemeral::message)
                        .findFirst())
                .orElseThrow(() -> new SlackError("message_not_found"));
        return new Surface.OnMessage(channel, found);
    }

    private Surface onView(View view) {
        return new Surface.OnView(world.views.find(view.id(), "").orElseThrow(() -> new SlackError("view_not_found")));
    }

    /** The modal on top of what is open, as it stands now. */
    public Optional<View> modal() {
        return locked(() -> world.views.top(id).map(view -> new View(Json.copy(view))));
    }

    /** Waits for a modal with this callback id to be on top. */
    public View awaitModal(String callbackId) {
        return world.await(
                "a modal " + callbackId,
                PATIENCE,
                () -> modal().filter(view -> view.callbackId().equals(callbackId)));
    }

    /** The options a menu that asks the app offers for what is typed. */
    public List<JsonNode> suggestions(View view, String actionId, String typed) {
        Surface surface = locked(() -> onView(view));
        return Values.options(interactions.suggest(actor(surface), surface, spot(surface, actionId), typed));
    }

    /**
     * Enters values (action id to text) into the modal and hands it in.
     *
     * @throws IllegalStateException when Slack's client would not send it: something required is missing, or too long
     */
    public Outcome submit(View view, Map<String, String> values) {
        enter(view, values);
        Surface surface = locked(() -> onView(view));
        ObjectNode checked = locked(() -> Form.check(((Surface.OnView) surface).view()));
        return interactions.submit(actor(surface), checked);
    }

    /** Enters values (action id to text) into a view without handing it in. */
    public void enter(View view, Map<String, String> values) {
        Surface surface = locked(() -> onView(view));
        Interactions.Actor actor = actor(surface);
        values.forEach((name, text) -> {
            Surface.Spot spot = spot(surface, name);
            ObjectNode entered = interactions.entered(actor, surface, spot, text);
            locked(() -> surface.values().withObjectProperty(spot.blockId()).set(spot.actionId(), entered));
        });
    }

    /** The options a menu in a message that asks the app offers for what is typed. */
    public List<JsonNode> suggestions(Message message, String actionId, String typed) {
        Surface surface = locked(() -> onMessage(message));
        return Values.options(interactions.suggest(actor(surface), surface, spot(surface, actionId), typed));
    }

    /** Closes the modal on top. */
    public void close(View view) {
        Surface.OnView surface = (Surface.OnView) locked(() -> onView(view));
        Interactions.join(locked(() -> interactions.close(actor(surface), surface.view(), false)));
    }

    /** Types a slash command into a channel. */
    public Outcome command(String channelId, String command, String text) {
        Channel channel = locked(() -> open(channelId));
        if (!world.app.commands().contains(command)) {
            throw new IllegalStateException(command + " is not a valid command");
        }
        return interactions.command(insider(), channel, command, text);
    }

    /** Uses a global shortcut. */
    public Outcome shortcut(String callbackId) {
        offered(callbackId, "global");
        return Interactions.join(locked(() -> interactions.shortcut(insider(), callbackId)));
    }

    /** Uses a shortcut on a message. */
    public Outcome shortcut(String callbackId, Message message) {
        offered(callbackId, "message");
        return Interactions.join(locked(() -> {
            Channel channel = mine(message.channel());
            ObjectNode found = Reactions.find(channel, message.ts());
            return interactions.shortcut(insider(), callbackId, channel, found);
        }));
    }

    private void offered(String callbackId, String kind) {
        if (!kind.equals(world.app.shortcuts().get(callbackId))) {
            throw new IllegalStateException("the app has no " + kind + " shortcut " + callbackId);
        }
    }

    /** Commands and shortcuts are offered to those whose own workspace has the app. */
    private Interactions.Actor insider() {
        Interactions.Actor actor = interactions.actor(id);
        if (!actor.team().installed || actor.person().kind() == Person.Kind.EXTERNAL) {
            throw new IllegalStateException("the app is not offered to " + id + ", whose workspace does not have it");
        }
        return actor;
    }

    /** Comes into a channel. */
    public void join(String channelId) {
        locked(() -> {
            Channel channel = world.channel(channelId);
            if (channel.members.add(id)) {
                events.inChannel("member_joined_channel", channel, membership("member_joined_channel", channel));
            }
            return true;
        });
    }

    /** Goes out of a channel. */
    public void leave(String channelId) {
        locked(() -> {
            Channel channel = mine(channelId);
            channel.members.remove(id);
            events.inChannel("member_left_channel", channel, membership("member_left_channel", channel));
            return true;
        });
    }

    private ObjectNode membership(String type, Channel channel) {
        return Json.object()
                .put("type", type)
                .put("user", id)
                .put("channel", channel.id)
                .put("channel_type", channel.kind == Channel.Kind.PRIVATE ? "G" : "C")
                .put("team", world.teamOf(id).homeOf(id));
    }

    /** The App Home, if the app published one. */
    public Optional<View> home() {
        return locked(() -> world.views.home(id).map(view -> new View(Json.copy(view))));
    }

    /** Opens the App Home's tab; the app hears of it. */
    public void openHome() {
        locked(() -> {
            Team team = world.teamOf(id);
            ObjectNode event = Json.object()
                    .put("type", "app_home_opened")
                    .put("user", id)
                    .put("channel", world.direct(team, id).id)
                    .put("tab", "home");
            world.views.home(id).ifPresent(view -> event.set("view", Json.copy(view)));
            events.inTeam("app_home_opened", team, event);
            return true;
        });
    }

    /** What only this person sees in a channel. */
    public List<Message> whispers(String channelId) {
        return locked(() -> world.ephemerals.stream()
                .filter(each -> each.user().equals(id) && each.channel().equals(channelId))
                .map(each -> new Message(channelId, Json.copy(each.message())))
                .toList());
    }
}
