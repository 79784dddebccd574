package dev.parley.core.ticket;

import dev.parley.core.ledger.Funds;
import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.List;

/**
 * Another assessment of work that is held or charged: down goes by itself, up needs a yes unless it was agreed in
 * advance (T61 to T66, T72, T84, T85, C-21).
 *
 * @param price what is agreed now: A
 * @param before postings that end a raise that is open, empty if none
 */
record Repricing(Scene scene, Price price, boolean started, Instant since, String reason, List<Posting> before) {

    private Change work(Row row, Price next) {
        return scene.to(row, new TicketState.Working(next, started, since, null))
                .post(before);
    }

    /** Ours: everything is given back (T62). */
    Decision free(RequestType type) {
        return free(
                Row.T62,
                type,
                scene.facts()
                        .with("old_amount", price.agreed())
                        .with("reason", reason)
                        .say(Template.SET_FREE, Scene.REQUESTER, 0));
    }

    /** A wish for the product: everything is given back (T72). */
    Decision feature() {
        return free(Row.T72, RequestType.FEATURE, Wishes.told(scene, price.agreed(), reason));
    }

    private Decision free(Row row, RequestType type, Outgoing message) {
        return work(row, new Price.Free())
                .type(type)
                .post(Money.giveBack(price, reason))
                .say(message)
                .done();
    }

    Decision to(Assessment.Priced priced) {
        int change = Long.compare(priced.amount(), price.agreed());
        if (change == 0) {
            return work(before.isEmpty() ? Row.T66 : Row.T85, price).done();
        }
        return change < 0 ? down(priced) : up(priced);
    }

    /** The same work for less: needs no yes, and the difference is free again at once (T61, T85). */
    private Decision down(Assessment.Priced priced) {
        Row row = before.isEmpty() ? Row.T61 : Row.T85;
        return switch (price) {
            case Price.Free _ -> throw new IllegalStateException("nothing is below free");
            case Price.Held held -> lower(row, held, Offers.automatic(scene, priced));
            case Price.Charged charged -> refundPart(row, charged, priced.amount());
        };
    }

    private Decision lower(Row row, Price.Held held, Quote next) {
        return work(row, new Price.Held(next, held.yes(), scene.now()))
                .post(new Posting.VoidHold(held.quote().version()))
                .offer(next)
                .post(new Posting.Hold(next.version()))
                .about(next, Template.PRICE_LOWERED, Scene.REQUESTER, heldFacts(next))
                .done();
    }

    private Decision refundPart(Row row, Price.Charged charged, long amount) {
        long refund = charged.amount() - amount;
        return work(row, Money.reduced(charged, refund))
                .post(Money.refund(refund, reason))
                .say(
                        Template.PRICE_REFUNDED,
                        Scene.REQUESTER,
                        scene.facts()
                                .with("refunded", refund)
                                .with("charged", amount)
                                .with("reason", reason))
                .done();
    }

    private Decision up(Assessment.Priced priced) {
        if (!(scene.ticket().mode() instanceof Mode.PreAgreed(var cap)) || !covers(cap, priced)) {
            return raise(before.isEmpty() ? Row.T64 : Row.T84, priced);
        }
        return scene.fundsWithout(price).cover(priced.amount()) && before.isEmpty()
                ? raiseAsAgreed(cap, Offers.automatic(scene, priced))
                : raise(before.isEmpty() ? Row.T65 : Row.T84, priced);
    }

    private boolean covers(long cap, Assessment.Priced priced) {
        return priced.amount() <= cap
                && FirstPrice.isPreAgreeable(
                        priced, scene.policy().category(priced.category().key()));
    }

    private Decision raiseAsAgreed(long cap, Quote next) {
        return work(Row.T63, new Price.Held(next, Said.byRule(scene.now()), scene.now()))
                .post(Money.giveBack(price, reason))
                .offer(next)
                .post(new Posting.Hold(next.version()))
                .about(
                        next,
                        Template.PRICE_RAISED_AS_AGREED,
                        Scene.REQUESTER,
                        heldFacts(next).with("cap", cap))
                .done();
    }

    /** A new version that takes an open raise's place by itself; work is paused, A stays (T64, T65, T84, T93). */
    Decision raise(Row row, Assessment.Priced priced) {
        Quote next = Offers.asked(scene, priced);
        return scene.to(row, new TicketState.Requoted(price, next, waiting(), started, null))
                .offer(next)
                .ask(next, Template.RAISE_OFFERED, facts(next))
                .done();
    }

    /** A yes to the version an open raise replaced is outdated like any other (T25); to the agreed one see T82. */
    private Waiting waiting() {
        return scene.ticket().state() instanceof TicketState.Requoted old
                ? Waiting.inPlaceOf(
                        new Replaced(old.quote().version(), old.quote().amount(), reason))
                : Waiting.FRESH;
    }

    private Facts heldFacts(Quote next) {
        return facts(next).with("available", scene.fundsWithout(price).available() - next.amount());
    }

    private Facts facts(Quote next) {
        Funds funds = scene.fundsWithout(price);
        return scene.facts(next, funds)
                .with("old_amount", price.agreed())
                .with("difference", next.amount() - price.agreed())
                .with("reason", reason);
    }
}
