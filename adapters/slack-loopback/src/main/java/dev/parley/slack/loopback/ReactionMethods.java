package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import tools.jackson.databind.node.ObjectNode;

/** {@code reactions.*}. */
final class ReactionMethods {

    private final Reactions reactions;

    ReactionMethods(Events events) {
        this.reactions = new Reactions(events);
    }

    void addTo(Methods methods) {
        methods.add("reactions.add", Tier.THREE, "reactions:write", this::add);
        methods.add("reactions.remove", Tier.TWO, "reactions:write", this::remove);
        methods.add("reactions.get", Tier.THREE, "reactions:read", this::get);
    }

    private ObjectNode add(Session session, Args args) {
        Channel channel = session.reactable(args.need("channel"));
        reactions.add(channel, args.need("timestamp"), args.need("name"), session.team.botUser);
        return Json.object();
    }

    private ObjectNode remove(Session session, Args args) {
        Channel channel = session.reactable(args.need("channel"));
        reactions.remove(channel, args.need("timestamp"), args.need("name"), session.team.botUser);
        return Json.object();
    }

    private ObjectNode get(Session session, Args args) {
        Channel channel = session.channel(args.need("channel"));
        ObjectNode message = Reactions.find(channel, args.need("timestamp"));
        ObjectNode answer = Json.object().put("type", "message").put("channel", channel.id);
        answer.set("message", Messages.read(channel, message));
        return answer;
    }
}
