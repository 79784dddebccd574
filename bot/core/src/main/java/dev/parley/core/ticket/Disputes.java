package dev.parley.core.ticket;

import java.util.function.Function;

/** A charge the customer does not accept, decided by somebody who did not price it (T96, T97). */
final class Disputes {
    private Disputes() {}

    static Decision open(Scene scene, TicketEvent.Disputed event, Price price) {
        if (event.speaker() instanceof Speaker.Stranger) {
            return Always.notEntitled(scene, event.speaker(), null);
        }
        if (scene.ticket().disputed()) {
            return scene.ignore(Row.T44, "a dispute is open already");
        }
        if (price.charged() == 0) {
            return scene.unlisted(event, "speaks of a ticket that was not charged");
        }
        Facts facts = scene.facts()
                .with("amount", price.charged())
                .with("reason", event.reason())
                .with("decided_by_at", scene.now().plus(scene.closing().silence()));
        return scene.stay(Row.T96)
                .disputed(true)
                .say(Template.DISPUTE_RECEIVED, Scene.REQUESTER, facts)
                .say(Template.STAFF_DISPUTE, Scene.STAFF, facts)
                .done();
    }

    /** {@code state}: the ticket's state at another price. */
    static Decision settle(
            Scene scene, TicketEvent.DisputeSettled event, Price price, Function<Price, TicketState> state) {
        if (!scene.ticket().disputed()) {
            return scene.unlisted(event, "without a dispute");
        }
        if (event.refund() < 0 || event.refund() > price.charged()) {
            return scene.refuse(Row.T97, "a refund of " + event.refund() + " is not 0 to " + price.charged());
        }
        Price left = price instanceof Price.Charged charged ? Money.reduced(charged, event.refund()) : price;
        return scene.to(Row.T97, state.apply(left))
                .disputed(false)
                .post(Money.refund(event.refund(), event.reason()))
                .say(
                        Template.DISPUTE_DECIDED,
                        Scene.REQUESTER,
                        scene.facts()
                                .with("refunded", event.refund())
                                .with("charged", left.charged())
                                .with("reason", event.reason()))
                .done();
    }
}
