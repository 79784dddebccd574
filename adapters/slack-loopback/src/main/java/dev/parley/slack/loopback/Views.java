package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The modals and App Homes people have open. Guarded by the {@link World}'s lock. */
final class Views {

    /** Modals one on another. */
    static final int STACK_MAX = 3;

    private final Map<String, ObjectNode> all = new LinkedHashMap<>();
    private final Map<String, List<String>> stacks = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();

    List<String> stack(String user) {
        return stacks.computeIfAbsent(user, _ -> new ArrayList<>());
    }

    /** The modal on top of what somebody has open. */
    Optional<ObjectNode> top(String user) {
        List<String> stack = stack(user);
        return stack.isEmpty() ? Optional.empty() : Optional.ofNullable(all.get(stack.getLast()));
    }

    Optional<ObjectNode> home(String user) {
        return Optional.ofNullable(homes.get(user)).map(all::get);
    }

    Optional<ObjectNode> find(String id, String externalId) {
        return all.values().stream()
                .filter(view -> Json.text(view, "id").equals(id)
                        || (!externalId.isEmpty()
                                && Json.text(view, "external_id").equals(externalId)))
                .findFirst();
    }

    /** Opens a modal in place of all others. */
    ObjectNode open(Session session, String user, ObjectNode content) {
        clear(user);
        return push(session, user, content);
    }

    /** Puts a modal on top. */
    ObjectNode push(Session session, String user, ObjectNode content) {
        List<String> stack = stack(user);
        if (stack.size() >= STACK_MAX) {
            throw new SlackError("push_limit_reached");
        }
        String id = session.world.id("V");
        ObjectNode view = dress(session, id, content);
        view.put("root_view_id", stack.isEmpty() ? id : stack.getFirst());
        Events.orNull(view, "previous_view_id", stack.isEmpty() ? "" : stack.getLast());
        all.put(id, view);
        stack.add(id);
        return view;
    }

    /** Replaces what a view shows; what was entered stays where block and action are the same. */
    ObjectNode update(Session session, ObjectNode before, ObjectNode content) {
        String id = Json.text(before, "id");
        ObjectNode view = dress(session, id, content);
        keep(before.path("state").path("values"), view.withObject("state").withObject("values"));
        view.set("root_view_id", before.path("root_view_id"));
        view.set("previous_view_id", before.path("previous_view_id"));
        all.put(id, view);
        return view;
    }

    private static void keep(JsonNode entered, ObjectNode values) {
        entered.properties()
                .forEach(block -> block.getValue().properties().forEach(action -> {
                    JsonNode now = values.path(block.getKey()).path(action.getKey());
                    boolean same = Json.text(now, "type").equals(Json.text(action.getValue(), "type"));
                    if (same && values.path(block.getKey()) instanceof ObjectNode actions) {
                        actions.set(action.getKey(), action.getValue());
                    }
                }));
    }

    ObjectNode publish(Session session, String user, ObjectNode content) {
        String id = Optional.ofNullable(homes.get(user)).orElseGet(() -> session.world.id("V"));
        ObjectNode view = dress(session, id, content);
        view.put("root_view_id", id).putNull("previous_view_id");
        all.put(id, view);
        homes.put(user, id);
        return view;
    }

    /** Closes the modal on top. */
    void pop(String user) {
        if (!stack(user).isEmpty()) {
            all.remove(stack(user).removeLast());
        }
    }

    void clear(String user) {
        stack(user).forEach(all::remove);
        stack(user).clear();
    }

    private static ObjectNode dress(Session session, String id, ObjectNode content) {
        ObjectNode view =
                Json.object().put("id", id).put("team_id", session.team.id).put("type", Json.text(content, "type"));
        view.set("blocks", content.path("blocks"));
        view.put("private_metadata", Json.text(content, "private_metadata"))
                .put("callback_id", Json.text(content, "callback_id"));
        view.putObject("state").set("values", initialValues(content));
        view.put("hash", session.world.now().getEpochSecond() + "." + session.world.id("h"));
        for (String text : List.of("title", "close", "submit")) {
            if (content.path(text).isObject()) {
                view.set(text, content.path(text));
            } else {
                view.putNull(text);
            }
        }
        return view.put("clear_on_close", content.path("clear_on_close").asBoolean(false))
                .put("notify_on_close", content.path("notify_on_close").asBoolean(false))
                .put("external_id", Json.text(content, "external_id"))
                .put("app_id", session.world.app.id())
                .put("app_installed_team_id", session.team.id)
                .put("bot_id", session.team.botId);
    }

    private static ObjectNode initialValues(JsonNode content) {
        ObjectNode values = Json.object();
        for (JsonNode block : content.path("blocks")) {
            String blockId = Json.text(block, "block_id");
            for (JsonNode element : elements(block)) {
                if (Values.isEnterable(element)) {
                    values.withObjectProperty(blockId).set(Json.text(element, "action_id"), Values.initial(element));
                }
            }
        }
        return values;
    }

    /** Everything in a block somebody can click, pick or fill. */
    static List<JsonNode> elements(JsonNode block) {
        List<JsonNode> found = new ArrayList<>();
        block.path("elements").forEach(found::add);
        found.add(block.path("element"));
        found.add(block.path("accessory"));
        found.removeIf(each -> Json.text(each, "action_id").isEmpty());
        return found;
    }
}
