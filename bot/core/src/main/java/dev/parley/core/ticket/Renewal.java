package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import java.util.List;

/** A ticket whose quote is over comes back: with a fresh quote where the price still stands, else to be assessed. */
final class Renewal {
    private Renewal() {}

    /**
     * A yes that came too late reserves nothing; whoever said it is asked again (T45).
     *
     * @param old the quote with the end it really had
     * @param ends the postings that end it, where that has not happened yet
     */
    static Decision afterExpiry(Scene scene, Speaker.Approver who, Quote old, List<Posting> ends) {
        Facts late = new Facts()
                .with("old_quote_number", scene.number(old.version()))
                .with("expired_at", old.expiresAt());
        boolean inTime = scene.now().isBefore(old.expiresAt().plus(scene.terms().lateYes()));
        if (!inTime || !Offers.stillValid(scene, old)) {
            return assessAgain(scene, Row.T45)
                    .post(ends)
                    .say(Template.ASSESSED_AGAIN_AFTER_EXPIRY, scene.told(who), late)
                    .done();
        }
        Quote fresh = Offers.again(scene, old, old.amount());
        return scene.to(Row.T45, new TicketState.Quoted(fresh, Waiting.inPlaceOf(replaced(old))))
                .mode(asking(scene))
                .offer(fresh)
                .about(
                        fresh,
                        Template.QUOTE_RENEWED,
                        scene.told(who),
                        scene.facts(fresh)
                                .with("old_quote_number", scene.number(old.version()))
                                .with("expired_at", old.expiresAt()))
                .done();
    }

    /** One approver declined, another wants to go on: both confirm a new version (T41). */
    static Decision againstNo(Scene scene, Quote old, Said no, Speaker.Approver who) {
        if (!Offers.stillValid(scene, old)) {
            return assessAgain(scene, Row.T41)
                    .say(Template.REOPENED_TO_ASSESS, scene.told(who), scene.facts())
                    .done();
        }
        Quote fresh = Offers.again(scene, old, old.amount());
        Facts facts = scene.facts(fresh)
                .with("declined_by", no.name())
                .with("declined_at", no.at())
                .with("wanted_by", who.name());
        return scene.to(Row.T41, new TicketState.Quoted(fresh, Waiting.inPlaceOf(replaced(old))))
                .mode(asking(scene))
                .offer(fresh)
                .about(fresh, Template.WANTED_AFTER_ALL, Scene.APPROVERS, facts)
                .done();
    }

    /** The customer wants it after all; staff assess it anew (T47). */
    static Decision reopen(Scene scene, Row row) {
        return assessAgain(scene, row)
                .say(Template.REOPENED_TO_ASSESS, Scene.REQUESTER, scene.facts())
                .done();
    }

    private static Change assessAgain(Scene scene, Row row) {
        return scene.to(row, new TicketState.Assessing(scene.now(), null)).mode(asking(scene));
    }

    /** What ended without a charge is asked for when it comes back, whatever was agreed in advance before. */
    private static Mode asking(Scene scene) {
        return switch (scene.ticket().mode()) {
            case Mode.Ask ask -> ask;
            case Mode.AskAlways always -> always;
            case Mode.PreAgreed _ -> new Mode.Ask();
        };
    }

    private static Replaced replaced(Quote old) {
        return new Replaced(old.version(), old.amount(), "");
    }
}
