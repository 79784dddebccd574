package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import org.jspecify.annotations.Nullable;

/** What {@link WhenQuoted} and {@link WhenNegotiating} share: a quote is open and nothing is held yet. */
record Asking(Scene scene, OpenOffer open) {

    private Quote quote() {
        return open.quote();
    }

    /** G5, then G7 by the time our server received it, then the money. */
    Decision yes(CustomerReply reply, Speaker.Approver who, Row row) {
        return open.ifBound(reply, () -> {
            if (open.clock().expired(reply.receivedAt())) {
                return Renewal.afterExpiry(scene, who, open.ended(), open.end());
            }
            Quote agreed = open.extendedTo(reply.receivedAt());
            Row late = scene.now().isBefore(agreed.expiresAt()) ? row : Row.T46;
            return new Agreement(scene, agreed, who, reply, open.extension(agreed)).by(late);
        });
    }

    Decision no(CustomerReply reply, Speaker.Approver who) {
        return open.ifBound(reply, () -> {
            Quote declined = open.extendedTo(reply.receivedAt());
            Said no = Said.by(who, reply.receivedAt());
            return scene.to(Row.T27, closed(Ending.DECLINED, declined, no))
                    .post(open.extension(declined))
                    .post(new Posting.DecideQuote(quote().version(), false, reply))
                    .about(
                            quote(),
                            Template.DECLINED,
                            scene.told(who),
                            scene.facts(quote()).with("declined_by", who.name()))
                    .done();
        });
    }

    /** The deliberate act; there is no message that could be recorded as the decision on the quote. */
    Decision cancelled(Speaker speaker) {
        if (!(speaker instanceof Speaker.Approver who)) {
            return Always.notEntitled(scene, speaker, quote());
        }
        Said no = Said.by(who, scene.now());
        return scene.to(Row.T27, closed(Ending.CANCELLED, quote(), no))
                .post(open.end())
                .say(Template.CANCELLED_UNPAID, scene.told(who), scene.facts())
                .done();
    }

    Decision expire(Outgoing... also) {
        Change change = scene.to(Row.T34, closed(Ending.EXPIRED, open.ended(), null))
                .post(open.runOut())
                .ask(quote(), Template.QUOTE_EXPIRED, scene.facts(quote()));
        for (Outgoing message : also) {
            change.say(message);
        }
        return change.done();
    }

    /** Another price takes the open one's place and needs its own yes; or it turns out to be free (T35, T36). */
    Decision assessed(TicketEvent.Assessed event, Row row) {
        return switch (event.assessment()) {
            case Assessment.Incident _ -> free(RequestType.INCIDENT, event.reason());
            case Assessment.Feature _ -> free(RequestType.FEATURE, event.reason());
            case Assessment.OnUs _ -> free(RequestType.PRICED, event.reason());
            case Assessment.Covered _ -> scene.unlisted(event, Always.PRICED_ALREADY);
            case Assessment.Priced priced ->
                replace(row, Offers.asked(scene, priced), Template.QUOTE_REPLACED, event.reason());
        };
    }

    Decision replace(Row row, Quote next, Template template, String reason) {
        Replaced old = new Replaced(quote().version(), quote().amount(), reason);
        return scene.to(row, new TicketState.Quoted(next, Waiting.inPlaceOf(old)))
                .type(RequestType.PRICED)
                .offer(next)
                .ask(next, template, Offers.replacing(scene, scene.facts(next), old))
                .done();
    }

    private Decision free(RequestType type, String reason) {
        return scene.to(Row.T36, new TicketState.Working(new Price.Free(), false, scene.now(), null))
                .type(type)
                .post(open.end())
                .say(Wishes.freeAfterAll(scene, type, reason))
                .done();
    }

    private TicketState closed(Ending ending, Quote last, @Nullable Said said) {
        return new TicketState.ClosedUnpaid(ending, last, said, scene.now());
    }
}
