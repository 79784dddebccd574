package dev.parley.slack.loopback;

import tools.jackson.databind.node.ObjectNode;

/** What interactions and commands look like on the wire. */
final class Payloads {

    private final World world;

    Payloads(World world) {
        this.world = world;
    }

    /** What every interaction says: who, in which workspace, and the trigger id. */
    ObjectNode interaction(String type, Team team, Person person) {
        ObjectNode payload = Json.object().put("type", type);
        ObjectNode user = payload.putObject("user")
                .put("id", person.id())
                .put("username", person.name())
                .put("name", person.name());
        user.put("team_id", team.homeOf(person.id()));
        payload.put("api_app_id", world.app.id()).put("token", "loopback-verification");
        ObjectNode where = payload.putObject("team").put("id", team.id).put("domain", team.domain);
        if (team.enterpriseId.isEmpty()) {
            payload.putNull("enterprise");
        } else {
            where.put("enterprise_id", team.enterpriseId).put("enterprise_name", team.enterpriseId);
            payload.putObject("enterprise").put("id", team.enterpriseId).put("name", team.enterpriseId);
        }
        return payload.put("is_enterprise_install", false);
    }

    ObjectNode withTrigger(ObjectNode payload, Team team, Person person) {
        return payload.put("trigger_id", world.triggers.give(team.id, person.id()));
    }

    static void channel(ObjectNode payload, Channel channel) {
        payload.putObject("channel").put("id", channel.id).put("name", channel.payloadName());
    }

    ObjectNode command(Team team, Person person, Channel channel, String command, String text) {
        ObjectNode payload = Json.object()
                .put("token", "loopback-verification")
                .put("team_id", team.id)
                .put("team_domain", team.domain);
        if (!team.enterpriseId.isEmpty()) {
            payload.put("enterprise_id", team.enterpriseId).put("enterprise_name", team.enterpriseId);
        }
        return payload.put("channel_id", channel.id)
                .put("channel_name", channel.payloadName())
                .put("user_id", person.id())
                .put("user_name", person.name())
                .put("command", command)
                .put("text", text)
                .put("api_app_id", world.app.id())
                .put("is_enterprise_install", "false")
                .put("trigger_id", world.triggers.give(team.id, person.id()));
    }
}
