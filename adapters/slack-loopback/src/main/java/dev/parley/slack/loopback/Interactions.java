package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Clicks, picks, submissions, shortcuts and commands: what Slack's client sends, and what it does with the answer. */
final class Interactions {

    final World world;
    private final Deliveries deliveries;
    private final ResponseUrls responses;
    private final Payloads payloads;

    Interactions(World world, Deliveries deliveries, ResponseUrls responses) {
        this.world = world;
        this.deliveries = deliveries;
        this.responses = responses;
        this.payloads = new Payloads(world);
    }

    /** Somebody, in the workspace whose app hears of what they do. */
    record Actor(Team team, Person person) {

        String id() {
            return person.id();
        }
    }

    /** The actor in a channel: of their own workspace when the app is in there, else of the one that shares it. */
    Actor actor(String userId, Channel channel) {
        Team own = world.teamOf(userId);
        Team team = world.teams.values().stream()
                .filter(each -> each.installed && channel.members.contains(each.botUser))
                .filter(each -> each.people.containsKey(userId))
                .reduce((first, second) -> second.equals(own) ? second : first)
                .orElse(own);
        return new Actor(team, team.person(userId).orElseThrow());
    }

    Actor actor(String userId) {
        Team team = world.teamOf(userId);
        return new Actor(team, team.person(userId).orElseThrow());
    }

    /** A click, or something entered, as {@link #entered} makes it. The world's lock is held. */
    CompletableFuture<Outcome> act(Actor actor, Surface surface, Surface.Spot spot, ObjectNode entered) {
        ObjectNode payload = payloads.interaction("block_actions", actor.team(), actor.person());
        payloads.withTrigger(payload, actor.team(), actor.person());
        if (Values.isEnterable(spot.element())) {
            surface.values().withObjectProperty(spot.blockId()).set(spot.actionId(), entered);
        }
        place(payload, actor, surface);
        payload.withArray("actions").add(action(spot, entered));
        if (Values.isEnterable(spot.element()) && payload.path("state").path("values") instanceof ObjectNode values) {
            values.withObjectProperty(spot.blockId()).set(spot.actionId(), entered);
        }
        return deliveries.once("interactive", Json.text(payload, "trigger_id"), payload);
    }

    /** What an element holds once a text is entered; a menu that asks the app is asked. The lock is not held. */
    ObjectNode entered(Actor actor, Surface surface, Surface.Spot spot, String value) {
        String type = Json.text(spot.element(), "type");
        if (type.equals("button")) {
            return Json.object().put("type", type);
        }
        List<JsonNode> offered = type.contains("external_select")
                ? offered(actor, surface, spot, value)
                : Values.options(spot.element());
        return Values.entered(spot.element(), value, offered);
    }

    private List<JsonNode> offered(Actor actor, Surface surface, Surface.Spot spot, String value) {
        List<JsonNode> offered = new ArrayList<>();
        if (!value.isEmpty()) {
            offered.addAll(Values.options(suggest(actor, surface, spot, value)));
            if (offered.isEmpty()) {
                offered.addAll(Values.options(suggest(actor, surface, spot, "")));
            }
        }
        return offered;
    }

    private ObjectNode action(Surface.Spot spot, ObjectNode entered) {
        ObjectNode action = Json.object().put("action_id", spot.actionId()).put("block_id", spot.blockId());
        for (String member : List.of("text", "value", "style", "placeholder")) {
            if (!spot.element().path(member).isMissingNode()) {
                action.set(member, spot.element().path(member).deepCopy());
            }
        }
        action.setAll(entered);
        return action.put("action_ts", world.ts());
    }

    private void place(ObjectNode payload, Actor actor, Surface surface) {
        ObjectNode container = payload.putObject("container");
        switch (surface) {
            case Surface.OnView(var view) -> {
                container.put("type", "view").put("view_id", Json.text(view, "id"));
                payload.set("view", Json.copy(view));
            }
            case Surface.OnMessage(var channel, var message) -> {
                boolean ephemeral = message.path("is_ephemeral").asBoolean(false);
                container
                        .put("type", "message")
                        .put("message_ts", Json.text(message, "ts"))
                        .put("channel_id", channel.id)
                        .put("is_ephemeral", ephemeral);
                if (message.has("thread_ts")) {
                    container.put("thread_ts", Json.text(message, "thread_ts"));
                }
                Payloads.channel(payload, channel);
                if (!ephemeral) {
                    payload.set("message", Json.copy(message));
                }
                payload.putObject("state").set("values", surface.values());
                payload.put("response_url", responses.give(where(actor, channel, message)));
            }
        }
    }

    private static ResponseUrls.Place where(Actor actor, Channel channel, ObjectNode message) {
        boolean ephemeral = message.path("is_ephemeral").asBoolean(false);
        return new ResponseUrls.Place(actor.team().id, actor.id(), channel.id, Json.text(message, "ts"), ephemeral);
    }

    /** The options the app offers for what is typed in an external menu. */
    ObjectNode suggest(Actor actor, Surface surface, Surface.Spot spot, String typed) {
        ObjectNode payload = payloads.interaction("block_suggestion", actor.team(), actor.person());
        synchronized (world) {
            place(payload, actor, surface);
        }
        payload.remove(List.of("response_url", "state"));
        payload.put("action_id", spot.actionId())
                .put("block_id", spot.blockId())
                .put("value", typed);
        String key = spot.actionId() + " " + typed;
        Outcome outcome = join(deliveries.once("interactive", key, payload));
        Problems problems = new Problems();
        ElementRules rules = new ElementRules(problems, world);
        JsonNode answer = outcome.answer();
        for (JsonNode group : answer.path("option_groups")) {
            rules.list(group.path("options"), "/option_groups/options", ElementRules.OPTIONS_MAX);
        }
        if (answer.path("options").size() > 0) {
            rules.list(answer.path("options"), "/options", ElementRules.OPTIONS_MAX);
        }
        problems.refuse("invalid_options");
        return answer instanceof ObjectNode object ? object : Json.object();
    }

    /** A modal handed in; what the app answers decides what stands open then. */
    Outcome submit(Actor actor, ObjectNode view) {
        ObjectNode payload = payloads.interaction("view_submission", actor.team(), actor.person());
        synchronized (world) {
            payloads.withTrigger(payload, actor.team(), actor.person());
            payload.set("view", Json.copy(view));
        }
        payload.putArray("response_urls");
        Outcome outcome = join(deliveries.once("interactive", Json.text(payload, "trigger_id"), payload));
        if (!outcome.acknowledged()) {
            return outcome;
        }
        synchronized (world) {
            try {
                return submitted(actor, view, outcome);
            } catch (SlackError refused) {
                return new Outcome(false, outcome.answer(), refused.answer().toString());
            } finally {
                world.changed();
            }
        }
    }

    private Outcome submitted(Actor actor, ObjectNode view, Outcome outcome) {
        JsonNode answer = outcome.answer();
        Views views = world.views;
        switch (Json.text(answer, "response_action")) {
            case "" -> views.pop(actor.id());
            case "clear" -> views.clear(actor.id());
            case "update" -> views.update(session(actor), view, ViewRules.check(answer.path("view"), "modal", world));
            case "push" -> views.push(session(actor), actor.id(), ViewRules.check(answer.path("view"), "modal", world));
            case "errors" -> {
                for (String block : outcome.errors().keySet()) {
                    if (!isInput(view, block)) {
                        return new Outcome(false, answer, "the errors name no input block of the view: " + block);
                    }
                }
            }
            default -> {
                return new Outcome(false, answer, "there is no such response_action");
            }
        }
        return outcome;
    }

    private static boolean isInput(ObjectNode view, String blockId) {
        for (JsonNode block : view.path("blocks")) {
            if (Json.text(block, "block_id").equals(blockId)
                    && Json.text(block, "type").equals("input")) {
                return true;
            }
        }
        return false;
    }

    private Session session(Actor actor) {
        Token token = world.tokens.ofTeam(actor.team().id, world.now()).orElseThrow();
        return new Session(world, actor.team(), token);
    }

    /** A modal closed by its reader; {@code all} for the cross that closes the whole stack. */
    CompletableFuture<Outcome> close(Actor actor, ObjectNode view, boolean all) {
        if (all) {
            world.views.clear(actor.id());
        } else {
            world.views.pop(actor.id());
        }
        if (!view.path("notify_on_close").asBoolean(false)) {
            return CompletableFuture.completedFuture(Outcome.acknowledged(Json.object()));
        }
        ObjectNode payload = payloads.interaction("view_closed", actor.team(), actor.person());
        payload.set("view", Json.copy(view));
        payload.put("is_cleared", all);
        return deliveries.once("interactive", Json.text(view, "id"), payload);
    }

    /** A slash command; the text the app acknowledges with is shown. */
    Outcome command(Actor actor, Channel channel, String command, String text) {
        ResponseUrls.Place place = new ResponseUrls.Place(actor.team().id, actor.id(), channel.id, "", false);
        ObjectNode payload;
        synchronized (world) {
            payload = payloads.command(actor.team(), actor.person(), channel, command, text)
                    .put("response_url", responses.give(place));
        }
        Outcome outcome = join(deliveries.once("slash_commands", Json.text(payload, "trigger_id"), payload));
        if (outcome.acknowledged() && !outcome.answer().isEmpty() && outcome.answer() instanceof ObjectNode answer) {
            synchronized (world) {
                responses.answer(place, new Args(Json.copy(answer)));
                world.changed();
            }
        }
        return outcome;
    }

    CompletableFuture<Outcome> shortcut(Actor actor, String callbackId) {
        ObjectNode payload = payloads.interaction("shortcut", actor.team(), actor.person());
        payload.remove("api_app_id");
        payload.put("callback_id", callbackId).put("action_ts", world.ts());
        payloads.withTrigger(payload, actor.team(), actor.person());
        return deliveries.once("interactive", Json.text(payload, "trigger_id"), payload);
    }

    CompletableFuture<Outcome> shortcut(Actor actor, String callbackId, Channel channel, ObjectNode message) {
        ObjectNode payload = payloads.interaction("message_action", actor.team(), actor.person());
        payload.remove("api_app_id");
        payload.put("callback_id", callbackId).put("action_ts", world.ts());
        payloads.withTrigger(payload, actor.team(), actor.person());
        Payloads.channel(payload, channel);
        payload.put("message_ts", Json.text(message, "ts"));
        payload.set("message", Json.copy(message));
        payload.put("response_url", responses.give(where(actor, channel, message)));
        return deliveries.once("interactive", Json.text(payload, "trigger_id"), payload);
    }

    static Outcome join(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            return Outcome.failed("the loopback's clock stands still and nothing was answered in 30 s");
        }
    }
}
