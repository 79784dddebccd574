package dev.parley.core.ticket;

import java.util.List;
import java.util.Optional;

/** The customer takes agreed work back: free of charge before it began, a person's decision after (T67, T68). */
final class Cancelling {
    private Cancelling() {}

    /** What costs nothing may be taken back by anybody of the customer, what has a price by those who agree to it. */
    static Optional<Speaker.Known> mayBeBy(Speaker speaker, Price price) {
        return switch (speaker) {
            case Speaker.Approver approver -> Optional.of(approver);
            case Speaker.Colleague colleague -> price instanceof Price.Free ? Optional.of(colleague) : Optional.empty();
            case Speaker.Stranger _ -> Optional.empty();
        };
    }

    /** Somebody who is not among {@link #mayBeBy}. */
    static Decision notEntitled(Scene scene, Speaker speaker, Price price) {
        return switch (speaker) {
            case Speaker.Known known ->
                Always.notEntitled(scene, known, price.agreedQuote().orElseThrow());
            case Speaker.Stranger stranger -> Always.unknown(scene, stranger);
        };
    }

    /** {@code before}: postings that end a raise that is open. */
    static Decision decide(Scene scene, Price price, boolean started, Speaker.Known who, List<Posting> before) {
        Said no = Said.by(who, scene.now());
        return switch (price) {
            case Price.Free free -> release(scene, free, who, no, before);
            case Price.Held held ->
                started ? review(scene, Row.T68, held, who.name(), before) : release(scene, held, who, no, before);
            case Price.Charged charged -> review(scene, Row.T68, charged, who.name(), before);
        };
    }

    /** Nothing is due; whoever took it back hears so, and the requester. */
    static Decision release(Scene scene, Price price, Speaker.Known who, Said no, List<Posting> before) {
        TicketState closed = new TicketState.ClosedUnpaid(
                Ending.CANCELLED, price.agreedQuote().orElse(null), no, scene.now());
        return scene.to(Row.T67, closed)
                .post(before)
                .post(Money.giveBack(price, "cancelled before work"))
                .say(
                        price instanceof Price.Free ? Template.CANCELLED_UNPAID : Template.CANCELLED_RELEASED,
                        scene.told(who),
                        scene.facts().with("amount", price.agreed()))
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
