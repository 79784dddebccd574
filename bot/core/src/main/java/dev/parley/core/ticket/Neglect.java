package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import java.time.Instant;

/**
 * Tickets nobody works on: staff are told again and again, and in the end the clock gives the customer's money back, so
 * that no ticket is stuck for ever.
 */
final class Neglect {
    private Neglect() {}

    static Decision alert(Scene scene, Instant since) {
        return scene.stay(Row.T70)
                .say(Template.STAFF_IDLE, Scene.STAFF, scene.facts().with("since_at", since))
                .done();
    }

    static Decision takeBack(Scene scene, Instant since, Price price) {
        Quote last = price.agreedQuote().orElse(null);
        return scene.to(Row.T70, new TicketState.ClosedUnpaid(Ending.TAKEN_BACK, last, null, scene.now()))
                .post(Money.giveBack(price, "nobody worked on it"))
                .responded()
                .say(
                        Template.TAKEN_BACK,
                        Scene.REQUESTER,
                        scene.facts().with("returned", price.agreed()).with("reason", ""))
                .say(closed(scene, since))
                .done();
    }

    /** A dispute that nobody decided. */
    static Decision dispute(Scene scene, Price price) {
        return scene.stay(Row.T96)
                .say(
                        Template.STAFF_DISPUTE,
                        Scene.STAFF,
                        scene.facts()
                                .with("amount", price.charged())
                                .with("reason", "")
                                .with("decided_by_at", scene.now()))
                .done();
    }

    /** Staff learn that the clock ended what they had left alone. */
    static Outgoing closed(Scene scene, Instant since) {
        return scene.facts().with("since_at", since).say(Template.STAFF_CLOSED_BY_CLOCK, Scene.STAFF, 0);
    }
}
