package dev.parley.core.ticket;

import java.util.List;

/** The customer takes agreed work back: free of charge before it began, a person's decision after (T67, T68). */
final class Cancelling {
    private Cancelling() {}

    /** {@code before}: postings that end a raise that is open. */
    static Decision decide(Scene scene, Price price, boolean started, Speaker.Approver who, List<Posting> before) {
        Said no = new Said(who.contact(), who.name(), scene.now());
        return switch (price) {
            case Price.Free free -> release(scene, Row.T67, free, no, before);
            case Price.Held held ->
                started ? review(scene, Row.T68, held, who.name(), before) : release(scene, Row.T67, held, no, before);
            case Price.Charged charged -> review(scene, Row.T68, charged, who.name(), before);
        };
    }

    static Decision release(Scene scene, Row row, Price price, Said no, List<Posting> before) {
        TicketState closed = new TicketState.ClosedUnpaid(
                Ending.CANCELLED, price.agreedQuote().orElse(null), no, scene.now());
        return scene.to(row, closed)
                .post(before)
                .post(Money.giveBack(price, "cancelled before work"))
                .say(Template.CANCELLED_RELEASED, Scene.REQUESTER, scene.facts().with("amount", price.agreed()))
                .done();
    }

    static Decision review(Scene scene, Row row, Price price, String by, List<Posting> before) {
        Facts facts = scene.facts()
                .with("amount", price.agreed())
                .with("cancelled_by", by)
                .with("until", scene.now().plus(scene.closing().silence()));
        return scene.to(row, new TicketState.CancelReview(price, false, scene.now()))
                .post(before)
                .say(Template.CANCEL_IN_REVIEW, Scene.APPROVERS, facts)
                .say(Template.STAFF_CANCEL_REVIEW, Scene.STAFF, facts)
                .done();
    }
}
