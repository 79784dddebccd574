package dev.parley.slack.loopback;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Emoji on messages, with the events that tell of them. */
final class Reactions {

    /** Different emoji a message takes. */
    static final int EMOJI_MAX = 50;

    private final Events events;

    Reactions(Events events) {
        this.events = events;
    }

    static ObjectNode find(Channel channel, String ts) {
        return channel.message(ts).orElseThrow(() -> new SlackError("message_not_found"));
    }

    void add(Channel channel, String ts, String name, String user) {
        ObjectNode message = find(channel, ts);
        if (!name.matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
            throw new SlackError("invalid_name");
        }
        ArrayNode all = message.withArray("reactions");
        if (all.size() >= EMOJI_MAX && named(all, name).isEmpty()) {
            throw new SlackError("too_many_emoji");
        }
        ObjectNode reaction = named(all, name).orElseGet(() -> all.addObject().put("name", name));
        ArrayNode users = reaction.withArray("users");
        for (JsonNode each : users) {
            if (each.asString("").equals(user)) {
                throw new SlackError("already_reacted");
            }
        }
        users.add(user);
        reaction.put("count", users.size());
        tell("reaction_added", channel, message, new Reaction(name, user));
    }

    void remove(Channel channel, String ts, String name, String user) {
        ObjectNode message = find(channel, ts);
        ArrayNode all = message.withArray("reactions");
        ObjectNode reaction = named(all, name).orElseThrow(() -> new SlackError("no_reaction"));
        ArrayNode left = Json.array();
        ArrayNode users = reaction.withArray("users");
        users.forEach(each -> {
            if (!each.asString("").equals(user)) {
                left.add(each);
            }
        });
        if (left.size() == users.size()) {
            throw new SlackError("no_reaction");
        }
        reaction.put("count", left.size()).set("users", left);
        if (left.isEmpty()) {
            all.removeIf(each -> each.equals(reaction));
        }
        if (all.isEmpty()) {
            message.remove("reactions");
        }
        tell("reaction_removed", channel, message, new Reaction(name, user));
    }

    private record Reaction(String name, String user) {}

    private static Optional<ObjectNode> named(ArrayNode all, String name) {
        for (JsonNode each : all) {
            if (Json.text(each, "name").equals(name)) {
                return Optional.of((ObjectNode) each);
            }
        }
        return Optional.empty();
    }

    private void tell(String type, Channel channel, ObjectNode message, Reaction reaction) {
        ObjectNode event =
                Json.object().put("type", type).put("user", reaction.user()).put("reaction", reaction.name());
        event.putObject("item")
                .put("type", "message")
                .put("channel", channel.id)
                .put("ts", Json.text(message, "ts"));
        event.put("item_user", Json.text(message, "user"));
        events.inChannel(type, channel, event);
    }
}
