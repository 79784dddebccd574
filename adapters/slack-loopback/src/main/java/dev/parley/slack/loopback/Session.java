package dev.parley.slack.loopback;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A call's token and the workspace it is for; what it may see. */
final class Session {

    final World world;
    final Team team;
    final Token token;

    Session(World world, Team team, Token token) {
        this.world = world;
        this.team = team;
        this.token = token;
    }

    Set<String> scopes() {
        return token.scopes();
    }

    boolean may(String scope) {
        return scopes().contains(scope);
    }

    void need(String scope) {
        if (!may(scope)) {
            throw SlackError.missingScope(scope, scopes());
        }
    }

    /** The channel, if the bot can see it at all: any public one, and the others it is in. */
    Optional<Channel> visible(String id) {
        return Optional.ofNullable(world.channels.get(id))
                .filter(channel -> channel.members.contains(team.botUser)
                        || (channel.kind == Channel.Kind.PUBLIC && channel.homeTeam.equals(team.id)));
    }

    Channel channel(String id) {
        return visible(id).orElseThrow(() -> new SlackError("channel_not_found"));
    }

    /** The channel, with the scope its kind asks for: {@code channels:history}, {@code groups:history} … */
    Channel channel(String id, String part) {
        Optional<Channel> found = Optional.ofNullable(world.channels.get(id));
        found.ifPresent(channel -> need(channel.kind.scope + ":" + part));
        return channel(id);
    }

    boolean isIn(Channel channel) {
        return channel.members.contains(team.botUser);
    }

    /** Where to post: a channel id, or a person's id for the direct messages with them. */
    Channel target(String id) {
        if (id.startsWith("U") || id.startsWith("W")) {
            Person person = person(id, "channel_not_found");
            return world.direct(team, person.id());
        }
        return world.channels.values().stream()
                .filter(channel ->
                        channel.id.equals(id) || (channel.kind == Channel.Kind.PUBLIC && id.equals("#" + channel.name)))
                .findFirst()
                .flatMap(channel -> visible(channel.id))
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }

    /** A channel a message can go to. */
    Channel writable(String id) {
        need("chat:write");
        Channel channel = target(id);
        if (channel.archived) {
            throw new SlackError("is_archived");
        }
        boolean anywhere = channel.kind == Channel.Kind.PUBLIC && may("chat:write.public");
        if (!isIn(channel) && !anywhere) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }

    /** A channel whose messages the bot may react to. */
    Channel reactable(String id) {
        Channel channel = channel(id);
        if (channel.archived) {
            throw new SlackError("is_archived");
        }
        if (!isIn(channel)) {
            throw new SlackError("not_in_channel");
        }
        return channel;
    }

    Person person(String id, String word) {
        return team.person(id).orElseThrow(() -> new SlackError(word));
    }

    static SlackError invalid(String message) {
        return SlackError.explained("invalid_arguments", List.of("[ERROR] " + message));
    }
}
