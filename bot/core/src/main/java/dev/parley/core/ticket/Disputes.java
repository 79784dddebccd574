package dev.parley.core.ticket;

import java.util.function.Function;

/** A charge the customer does not accept, decided by somebody who did not price it (T96, T97, T101, T102). */
final class Disputes {
    private Disputes() {}

    /** What is disputed is what was charged; any other objection is answered and shown to staff. */
    static Decision open(Scene scene, TicketEvent.Disputed event, Price price) {
        return switch (event.speaker()) {
            case Speaker.Stranger stranger -> Always.unknown(scene, stranger);
            case Speaker.Known who -> open(scene, who, event.reason(), price);
        };
    }

    private static Decision open(Scene scene, Speaker.Known who, String reason, Price price) {
        if (scene.ticket().disputed()) {
            Facts facts = scene.facts().with("amount", price.charged());
            return objection(scene, Row.T102, who, reason, facts.say(Template.DISPUTE_IS_OPEN, sender(who), 0));
        }
        if (price.charged() == 0) {
            Facts facts = scene.facts().with("reserved", price.held() == 0 ? "" : price.held());
            return objection(scene, Row.T101, who, reason, facts.say(Template.NOTHING_CHARGED, sender(who), 0));
        }
        Facts facts = scene.facts()
                .with("amount", price.charged())
                .with("reason", reason)
                .with("decided_by_at", scene.now().plus(scene.closing().silence()));
        return scene.stay(Row.T96)
                .disputed(true)
                .say(Template.DISPUTE_RECEIVED, scene.told(who), facts)
                .say(Template.STAFF_DISPUTE, Scene.STAFF, facts)
                .done();
    }

    private static Decision objection(Scene scene, Row row, Speaker.Known who, String reason, Outgoing answer) {
        String why = row == Row.T101 ? "nothing was charged" : "a dispute is open";
        Facts facts = scene.facts().with("speaker", who.name()).with("reason", reason);
        return scene.refuse(row, why, answer, facts.say(Template.STAFF_OBJECTION, Scene.STAFF, 0));
    }

    private static Outgoing.Audience sender(Speaker.Known who) {
        return new Outgoing.Audience.Sender(who);
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
