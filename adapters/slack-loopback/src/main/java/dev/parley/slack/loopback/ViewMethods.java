package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}. */
final class ViewMethods {

    void addTo(Methods methods) {
        methods.add("views.open", Tier.FOUR, "", this::open);
        methods.add("views.push", Tier.FOUR, "", this::push);
        methods.add("views.update", Tier.FOUR, "", this::update);
        methods.add("views.publish", Tier.FOUR, "", this::publish);
    }

    private ObjectNode open(Session session, Args args) {
        return onTrigger(session, args, false);
    }

    private ObjectNode push(Session session, Args args) {
        return onTrigger(session, args, true);
    }

    private static ObjectNode onTrigger(Session session, Args args, boolean onTop) {
        World world = session.world;
        String triggerId = args.need("trigger_id");
        Triggers.Trigger trigger = world.triggers.check(triggerId, session.team.id);
        ObjectNode content = ViewRules.read(args, "modal", world);
        unused(world, Json.text(content, "external_id"), "");
        ObjectNode view = onTop
                ? world.views.push(session, trigger.user(), content)
                : world.views.open(session, trigger.user(), content);
        world.triggers.spend(triggerId);
        return answer(view);
    }

    private static void unused(World world, String externalId, String but) {
        if (!externalId.isEmpty()
                && world.views
                        .find("", externalId)
                        .filter(view -> !Json.text(view, "id").equals(but))
                        .isPresent()) {
            throw new SlackError("duplicate_external_id");
        }
    }

    private ObjectNode update(Session session, Args args) {
        ObjectNode before = session.world
                .views
                .find(args.text("view_id"), args.text("external_id"))
                .filter(view -> Json.text(view, "team_id").equals(session.team.id))
                .orElseThrow(() -> new SlackError("not_found"));
        sameHash(args, before);
        ObjectNode content = ViewRules.read(args, Json.text(before, "type"), session.world);
        unused(session.world, Json.text(content, "external_id"), Json.text(before, "id"));
        return answer(session.world.views.update(session, before, content));
    }

    private static void sameHash(Args args, ObjectNode before) {
        if (args.has("hash") && !args.text("hash").equals(Json.text(before, "hash"))) {
            throw new SlackError("hash_conflict");
        }
    }

    private ObjectNode publish(Session session, Args args) {
        Person person = session.person(args.need("user_id"), "user_not_found");
        if (person.kind() == Person.Kind.EXTERNAL) {
            throw new SlackError("not_enabled");
        }
        session.world.views.home(person.id()).ifPresent(before -> sameHash(args, before));
        ObjectNode content = ViewRules.read(args, "home", session.world);
        return answer(session.world.views.publish(session, person.id(), content));
    }

    private static ObjectNode answer(ObjectNode view) {
        ObjectNode answer = Json.object();
        answer.set("view", Json.copy(view));
        return answer;
    }
}
