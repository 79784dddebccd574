package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code users.*}, {@code usergroups.*}, {@code team.info} and {@code bots.info}. */
final class PeopleMethods {

    private static final int PAGE = 200;
    private static final int PAGE_MAX = 1000;

    void addTo(Methods methods) {
        methods.add("users.info", Tier.FOUR, "users:read", this::info);
        methods.add("users.list", Tier.TWO, "users:read", this::list);
        methods.add("users.lookupByEmail", Tier.THREE, "users:read.email", this::byEmail);
        methods.add("usergroups.list", Tier.TWO, "usergroups:read", this::groups);
        methods.add("usergroups.users.list", Tier.TWO, "usergroups:read", this::inGroup);
        methods.add("team.info", Tier.THREE, "team:read", this::team);
        methods.add("bots.info", Tier.THREE, "users:read", this::bot);
    }

    private ObjectNode info(Session session, Args args) {
        String id = args.need("user");
        ObjectNode answer = Json.object();
        answer.set(
                "user",
                id.equals(session.team.botUser) ? bot(session) : json(session, session.person(id, "user_not_found")));
        return answer;
    }

    private ObjectNode list(Session session, Args args) {
        List<ObjectNode> all = new ArrayList<>(session.team.people.values().stream()
                .filter(person -> person.kind() != Person.Kind.EXTERNAL)
                .map(person -> json(session, person))
                .toList());
        all.add(bot(session));
        Page<ObjectNode> page = Page.of(all, args, PAGE, PAGE_MAX);
        ObjectNode answer = Json.object();
        ArrayNode members = answer.putArray("members");
        page.items().forEach(members::add);
        return page.cursor(answer.put("cache_ts", session.world.now().getEpochSecond()));
    }

    private ObjectNode byEmail(Session session, Args args) {
        String email = args.need("email");
        Person found = session.team.people.values().stream()
                .filter(person -> person.kind() != Person.Kind.LEFT && person.kind() != Person.Kind.EXTERNAL)
                .filter(person -> person.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow(() -> new SlackError("users_not_found"));
        ObjectNode answer = Json.object();
        answer.set("user", json(session, found));
        return answer;
    }

    /** A person as Slack shows them; the address only to those with the scope, and never a stranger's. */
    static ObjectNode json(Session session, Person person) {
        ObjectNode user = Json.object()
                .put("id", person.id())
                .put("team_id", session.team.homeOf(person.id()))
                .put("name", person.name())
                .put("deleted", person.kind() == Person.Kind.LEFT)
                .put("real_name", person.realName())
                .put("tz", "Etc/UTC")
                .put("tz_label", "Coordinated Universal Time")
                .put("tz_offset", 0);
        ObjectNode profile = user.putObject("profile")
                .put("real_name", person.realName())
                .put("real_name_normalized", person.realName())
                .put("display_name", person.name())
                .put("display_name_normalized", person.name())
                .put("team", session.team.homeOf(person.id()));
        if (session.may("users:read.email") && !person.email().isEmpty()) {
            profile.put("email", person.email());
        }
        if (person.kind() == Person.Kind.EXTERNAL) {
            user.put("is_stranger", false);
        }
        return user.put("is_admin", person.kind() == Person.Kind.ADMIN)
                .put("is_owner", false)
                .put("is_primary_owner", false)
                .put("is_restricted", person.kind() == Person.Kind.GUEST)
                .put("is_ultra_restricted", false)
                .put("is_bot", false)
                .put("is_app_user", false)
                .put("updated", 1);
    }

    private static ObjectNode bot(Session session) {
        ObjectNode user = Json.object()
                .put("id", session.team.botUser)
                .put("team_id", session.team.id)
                .put("name", session.world.app.name().toLowerCase(java.util.Locale.ROOT))
                .put("deleted", false)
                .put("real_name", session.world.app.name());
        user.putObject("profile")
                .put("real_name", session.world.app.name())
                .put("api_app_id", session.world.app.id())
                .put("bot_id", session.team.botId)
                .put("always_active", true)
                .put("team", session.team.id);
        return user.put("is_bot", true).put("is_app_user", false).put("updated", 1);
    }

    private ObjectNode groups(Session session, Args args) {
        ObjectNode answer = Json.object();
        ArrayNode groups = answer.putArray("usergroups");
        for (Map.Entry<String, Set<String>> each : session.team.groups.entrySet()) {
            ObjectNode group = groups.addObject()
                    .put("id", Team.groupId(each.getKey()))
                    .put("team_id", session.team.id)
                    .put("is_usergroup", true)
                    .put("name", each.getKey())
                    .put("description", "")
                    .put("handle", each.getKey())
                    .put("is_external", false)
                    .put("user_count", each.getValue().size());
            if (args.flag("include_users")) {
                group.set("users", Json.array(each.getValue()));
            }
        }
        return answer;
    }

    private ObjectNode inGroup(Session session, Args args) {
        String id = args.need("usergroup");
        Set<String> members = session.team.groups.entrySet().stream()
                .filter(each -> Team.groupId(each.getKey()).equals(id))
                .findFirst()
                .orElseThrow(() -> new SlackError("no_such_subteam"))
                .getValue();
        ObjectNode answer = Json.object();
        answer.set("users", Json.array(members));
        return answer;
    }

    private ObjectNode team(Session session, Args args) {
        Team team = session.team;
        if (args.has("team") && !args.text("team").equals(team.id)) {
            throw new SlackError("team_not_found");
        }
        ObjectNode answer = Json.object();
        ObjectNode json = answer.putObject("team")
                .put("id", team.id)
                .put("name", team.name)
                .put("domain", team.domain)
                .put("url", "https://" + team.domain + ".slack.com/")
                .put("email_domain", "");
        if (!team.enterpriseId.isEmpty()) {
            json.put("enterprise_id", team.enterpriseId).put("enterprise_name", team.enterpriseId);
        }
        return answer;
    }

    private ObjectNode bot(Session session, Args args) {
        if (args.has("bot") && !args.text("bot").equals(session.team.botId)) {
            throw new SlackError("bot_not_found");
        }
        ObjectNode answer = Json.object();
        answer.putObject("bot")
                .put("id", session.team.botId)
                .put("deleted", false)
                .put("name", session.world.app.name())
                .put("updated", 1)
                .put("app_id", session.world.app.id())
                .put("user_id", session.team.botUser);
        return answer;
    }
}
