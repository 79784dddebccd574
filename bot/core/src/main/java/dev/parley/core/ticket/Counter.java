package dev.parley.core.ticket;

import dev.parley.core.ticket.Outgoing.Audience;
import org.jspecify.annotations.Nullable;

/** A counter-offer goes to the specialist; the quote stays open and its clock stands still (T29). */
final class Counter {
    private Counter() {}

    static Decision toSpecialist(Scene scene, OpenOffer open, CustomerReply reply) {
        Long amount = reply.reading().amount();
        long offered = amount == null ? 0 : amount;
        return scene.to(Row.T29, new TicketState.Negotiating(open.quote(), open.asked(reply), offered))
                .about(
                        open.quote(),
                        Template.COUNTER_WITH_SPECIALIST,
                        new Audience.Sender(reply.speaker()),
                        scene.facts(open.quote()))
                .say(told(scene, open, amount))
                .done();
    }

    static Outgoing told(Scene scene, OpenOffer open, @Nullable Long amount) {
        return scene.facts(open.quote())
                .with("offered", amount == null ? "" : amount)
                .say(Template.STAFF_COUNTER, Scene.STAFF, 0);
    }
}
