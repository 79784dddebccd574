package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Instant;
import java.util.List;

/**
 * A yes that passed every guard: the money is reserved, or waited for (T20, T21, T46, T53).
 *
 * @param reply the evidence
 * @param before postings that must come before the decision
 */
record Agreement(Scene scene, Quote quote, Speaker.Approver who, CustomerReply reply, List<Posting> before) {

    Decision by(Row row) {
        return scene.funds().cover(quote.amount()) ? held(row) : waiting(row == Row.T46 ? row : Row.T21);
    }

    private Said yes() {
        return Said.by(who, reply.receivedAt());
    }

    private Posting decided() {
        return new Posting.DecideQuote(quote.version(), true, reply);
    }

    private Decision held(Row row) {
        Price held = new Price.Held(quote, yes(), scene.now());
        Facts facts =
                scene.facts(quote).said(yes()).with("available", scene.funds().available() - quote.amount());
        return scene.to(row, new TicketState.Working(held, false, scene.now(), null))
                .type(RequestType.PRICED)
                .post(before)
                .post(decided())
                .post(new Posting.Hold(quote.version()))
                .about(quote, Template.AGREED_RECEIPT, scene.told(who), facts)
                .done();
    }

    private Decision waiting(Row row) {
        Instant until = until(scene, quote);
        Facts facts = scene.facts(quote).said(yes()).with("until", until);
        Change change = scene.to(row, new TicketState.Funding(quote, yes(), until))
                .type(RequestType.PRICED)
                .post(before)
                .post(decided())
                .about(quote, Template.AGREED_BUT_SHORT, scene.andApprovers(scene.told(who)), facts);
        return blocked(scene, quote, change).done();
    }

    /** A wallet that takes no new holds may have enough in it: then only a person can help (T99). */
    static Change blocked(Scene scene, Quote quote, Change change) {
        return scene.funds().blocked()
                ? change.say(Template.STAFF_WALLET_BLOCKED, Scene.STAFF, scene.facts(quote))
                : change;
    }

    /** How long an agreement waits for money (T58). */
    static Instant until(Scene scene, Quote quote) {
        return quote.expiresAt().plus(scene.terms().fundingWindow());
    }

    /**
     * The same yes again has no effect and needs no receipt, nor does one to what nobody had to agree to (T44); another
     * approver is told who was first (T40).
     */
    static Decision again(Scene scene, Quote quote, Said yes, CustomerReply reply) {
        if (!(reply.speaker() instanceof Speaker.Approver who) || yes.byRuleOr(who)) {
            return scene.nothingNew(reply, "version " + quote.version() + " was agreed to before");
        }
        return scene.refuse(
                Row.T40,
                "version " + quote.version() + " was agreed to by somebody else",
                scene.facts(quote).said(yes).say(Template.ALREADY_AGREED, new Audience.Sender(who), quote.version()));
    }
}
