package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Response URLs: five answers within half an hour, without a token. Guarded by the {@link World}'s lock. */
final class ResponseUrls {

    static final int USES_MAX = 5;
    static final Duration LIFE = Duration.ofMinutes(30);

    /** Where an answer goes: who acted, where, and on which message ({@code ts} empty for a command). */
    record Place(String team, String user, String channel, String ts, boolean onEphemeral) {}

    private static final class Given {
        final Place place;
        final Instant until;
        int left = USES_MAX;

        Given(Place place, Instant until) {
            this.place = place;
            this.until = until;
        }
    }

    private final World world;
    private final Messages messages;
    private final Map<String, Given> given = new HashMap<>();

    ResponseUrls(World world, Messages messages) {
        this.world = world;
        this.messages = messages;
    }

    String give(Place place) {
        String id = world.id("R");
        given.put(id, new Given(place, world.now().plus(LIFE)));
        return world.url("response/" + id);
    }

    /** Uses an address once, with the body posted to it. */
    void use(String id, ObjectNode body) {
        Given address = given.get(id);
        if (address == null || !world.now().isBefore(address.until) || address.left == 0) {
            throw new SlackError(address != null && address.left == 0 ? "used_url" : "expired_url");
        }
        answer(address.place, new Args(body));
        address.left--;
    }

    /** What an answer says: to a response URL, or in the acknowledgement of a command. */
    void answer(Place place, Args args) {
        Channel channel = world.channel(place.channel());
        if (args.flag("delete_original")) {
            delete(place, channel);
            return;
        }
        if (!args.has("text") && !args.has("blocks") && !args.has("attachments")) {
            throw new SlackError("no_text");
        }
        if (args.flag("replace_original") && !place.ts().isEmpty()) {
            replace(place, channel, args);
            return;
        }
        ObjectNode message = messages.ofBot(world.team(place.team()), args.text("text"));
        ChatMethods.dress(message, args, world);
        if (args.has("thread_ts")) {
            message.put("thread_ts", args.text("thread_ts"));
        }
        if (args.text("response_type").equals("in_channel")) {
            messages.post(channel, message);
        } else {
            world.ephemerals.add(new World.Ephemeral(channel.id, place.user(), message.put("is_ephemeral", true)));
        }
    }

    private void delete(Place place, Channel channel) {
        if (place.onEphemeral()) {
            world.ephemerals.removeIf(each -> Json.text(each.message(), "ts").equals(place.ts()));
        } else {
            channel.message(place.ts()).ifPresent(message -> messages.delete(channel, message));
        }
    }

    private void replace(Place place, Channel channel, Args args) {
        if (place.onEphemeral()) {
            world.ephemerals.replaceAll(each -> {
                if (!Json.text(each.message(), "ts").equals(place.ts())) {
                    return each;
                }
                return new World.Ephemeral(each.channel(), each.user(), replaced(each.message(), args));
            });
            return;
        }
        ObjectNode before = channel.message(place.ts()).orElseThrow(() -> new SlackError("message_not_found"));
        messages.change(channel, Json.copy(before), replaced(before, args));
    }

    private ObjectNode replaced(ObjectNode message, Args args) {
        ObjectNode after = Json.copy(message).put("text", args.text("text"));
        after.remove("blocks");
        ChatMethods.dress(after, args, world);
        return after;
    }
}
