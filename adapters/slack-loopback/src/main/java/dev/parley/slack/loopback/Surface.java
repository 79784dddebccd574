package dev.parley.slack.loopback;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an element stands: in a message (perhaps only one person sees it) or in a view. */
sealed interface Surface {

    record OnMessage(Channel channel, ObjectNode message) implements Surface {}

    record OnView(ObjectNode view) implements Surface {}

    /** An element and the block it is in. */
    record Spot(JsonNode block, JsonNode element) {

        String blockId() {
            return Json.text(block, "block_id");
        }

        String actionId() {
            return Json.text(element, "action_id");
        }
    }

    default JsonNode blocks() {
        return switch (this) {
            case OnMessage on -> on.message().path("blocks");
            case OnView on -> on.view().path("blocks");
        };
    }

    /** The element with this action id, or {@code block_id/action_id} where one action id stands in several blocks. */
    default Optional<Spot> find(String name) {
        for (JsonNode block : blocks()) {
            for (JsonNode element : Views.elements(block)) {
                Spot spot = new Spot(block, element);
                if (name.equals(spot.actionId()) || name.equals(spot.blockId() + "/" + spot.actionId())) {
                    return Optional.of(spot);
                }
            }
        }
        return Optional.empty();
    }

    /** What is entered in all elements here: block id to action id to value. */
    default ObjectNode values() {
        return switch (this) {
            case OnView on -> on.view().withObject("state").withObject("values");
            case OnMessage on -> messageValues(on.message());
        };
    }

    private static ObjectNode messageValues(ObjectNode message) {
        ObjectNode values = Json.object();
        for (JsonNode block : message.path("blocks")) {
            for (JsonNode element : Views.elements(block)) {
                if (Values.isEnterable(element)) {
                    values.withObjectProperty(Json.text(block, "block_id"))
                            .set(Json.text(element, "action_id"), Values.initial(element));
                }
            }
        }
        return values;
    }
}
