package dev.parley.slack.loopback;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Tells the app what happens, if it subscribed to it, has the scope for it and its bot can see it. */
final class Events {

    /** The events an app can subscribe to, and the scope each asks for; empty for none. */
    static final Map<String, String> SCOPES = Map.ofEntries(
            Map.entry("message.channels", "channels:history"),
            Map.entry("message.groups", "groups:history"),
            Map.entry("message.im", "im:history"),
            Map.entry("app_mention", "app_mentions:read"),
            Map.entry("app_home_opened", ""),
            Map.entry("app_uninstalled", ""),
            Map.entry("tokens_revoked", ""),
            Map.entry("reaction_added", "reactions:read"),
            Map.entry("reaction_removed", "reactions:read"),
            Map.entry("file_shared", "files:read"),
            Map.entry("link_shared", "links:read"),
            Map.entry("member_joined_channel", "channels:read"),
            Map.entry("member_left_channel", "channels:read"),
            Map.entry("channel_archive", "channels:read"),
            Map.entry("channel_unarchive", "channels:read"),
            Map.entry("channel_rename", "channels:read"),
            Map.entry("group_archive", "groups:read"),
            Map.entry("user_change", "users:read"),
            Map.entry("team_join", "users:read"));

    private final World world;
    private final Deliveries deliveries;

    Events(World world, Deliveries deliveries) {
        this.world = world;
        this.deliveries = deliveries;
    }

    /** A message event of a channel: to each workspace whose bot is in it. */
    void message(Channel channel, ObjectNode event) {
        event.put("channel", channel.id).put("channel_type", channel.kind.type);
        inChannel(
                switch (channel.kind) {
                    case PUBLIC -> "message.channels";
                    case PRIVATE -> "message.groups";
                    case DIRECT -> "message.im";
                },
                channel,
                event);
    }

    /** Another event of a channel: to each workspace whose bot is in it. */
    void inChannel(String name, Channel channel, ObjectNode event) {
        for (Team team : world.teams.values()) {
            if (channel.members.contains(team.botUser)) {
                send(name, team, event, channel.isShared());
            }
        }
    }

    /** An event of a workspace. */
    void inTeam(String name, Team team, ObjectNode event) {
        send(name, team, event, false);
    }

    private void send(String name, Team team, ObjectNode event, boolean isShared) {
        String scope = SCOPES.getOrDefault(name, "");
        if (!team.installed || !world.app.events().contains(name)) {
            return;
        }
        if (!scope.isEmpty() && !mayRead(team, scope)) {
            return;
        }
        String id = world.id("Ev");
        deliveries.event(id, callback(id, team, Json.copy(event), isShared));
    }

    private boolean mayRead(Team team, String scope) {
        return world.tokens
                .ofTeam(team.id, world.now())
                .filter(token -> token.scopes().contains(scope))
                .isPresent();
    }

    private ObjectNode callback(String id, Team team, ObjectNode event, boolean isShared) {
        if (!event.has("event_ts")) {
            event.put("event_ts", world.ts());
        }
        ObjectNode payload = Json.object()
                .put("token", "loopback-verification")
                .put("team_id", team.id)
                .put("context_team_id", team.id);
        orNull(payload, "enterprise_id", team.enterpriseId);
        orNull(payload, "context_enterprise_id", team.enterpriseId);
        payload.put("api_app_id", world.app.id());
        payload.set("event", event);
        payload.put("type", "event_callback")
                .put("event_id", id)
                .put("event_time", world.now().getEpochSecond());
        ObjectNode authorization = payload.putArray("authorizations").addObject();
        orNull(authorization, "enterprise_id", team.enterpriseId);
        authorization
                .put("team_id", team.id)
                .put("user_id", team.botUser)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return payload.put("is_ext_shared_channel", isShared).put("event_context", "4-" + id);
    }

    static void orNull(ObjectNode node, String member, String text) {
        if (text.isEmpty()) {
            node.putNull(member);
        } else {
            node.put(member, text);
        }
    }
}
