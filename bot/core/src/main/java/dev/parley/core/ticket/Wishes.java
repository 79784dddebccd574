package dev.parley.core.ticket;

import dev.parley.core.reading.TimePromise;
import java.util.Optional;

/** A ticket turns out to be a wish for the product: for a reason that can be told, without a date (P-06, P-08). */
final class Wishes {
    private Wishes() {}

    /** Why staff may not say so in these words, if so. */
    static Optional<Decision> stop(Scene scene, TicketEvent event) {
        if (!(event instanceof TicketEvent.Assessed(Assessment.Feature _, var reason))) {
            return Optional.empty();
        }
        RequestType type = scene.ticket().type();
        boolean another = type != RequestType.UNKNOWN && type != RequestType.FEATURE;
        return another && reason.isBlank()
                ? Optional.of(scene.refuse(Row.T72, "say why it is a feature request; the customer is told (P-06)"))
                : TimePromise.in(reason).map(words -> scene.refuse(Row.T72, TimePromise.explained(words)));
    }

    /** Before anything was agreed to: a wish, or otherwise free (T36, T59). */
    static Outgoing freeAfterAll(Scene scene, RequestType type, String reason) {
        return type == RequestType.FEATURE
                ? told(scene, 0, reason)
                : scene.facts().with("reason", reason).say(Template.FREE_AFTER_ALL, Scene.REQUESTER, 0);
    }

    /** {@code before}: what was agreed and is free again, 0 if nothing was. */
    static Outgoing told(Scene scene, long before, String reason) {
        return scene.facts()
                .with("old_amount", before == 0 ? "" : before)
                .with("reason", reason)
                .say(Template.BECAME_FEATURE, Scene.REQUESTER, 0);
    }
}
