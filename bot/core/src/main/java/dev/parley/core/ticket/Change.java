package dev.parley.core.ticket;

import dev.parley.core.ledger.Payer;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transition being put together. */
final class Change {
    private final Scene scene;
    private final Row row;
    private final TicketState state;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Outgoing> outgoing = new ArrayList<>();
    private Payer payer;
    private RequestType type;
    private Mode mode;
    private boolean disputed;
    private @Nullable Instant firstResponseAt;

    Change(Scene scene, Row row, TicketState state) {
        this.scene = scene;
        this.row = row;
        this.state = state;
        this.payer = scene.ticket().payer();
        this.type = scene.ticket().type();
        this.mode = scene.ticket().mode();
        this.disputed = scene.ticket().disputed();
        this.firstResponseAt = scene.ticket().firstResponseAt();
    }

    Change payer(Payer value) {
        payer = value;
        return this;
    }

    Change type(RequestType value) {
        type = value;
        return this;
    }

    Change mode(Mode value) {
        mode = value;
        return this;
    }

    Change disputed(boolean value) {
        disputed = value;
        return this;
    }

    /** The customer hears from us: the first-response clock stops. */
    Change responded() {
        firstResponseAt = firstResponseAt == null ? scene.now() : firstResponseAt;
        return this;
    }

    Change post(Posting posting) {
        postings.add(posting);
        return this;
    }

    Change post(List<Posting> some) {
        postings.addAll(some);
        return this;
    }

    Change offer(Quote quote) {
        return post(new Posting.OfferQuote(quote, scene.wallet()));
    }

    Change say(Outgoing message) {
        outgoing.add(message);
        return this;
    }

    /** A message that asks for no decision. */
    Change say(Template template, Audience audience, Facts facts) {
        return say(facts.say(template, audience, 0));
    }

    Change say(Template template, List<Audience> audiences, Facts facts) {
        audiences.forEach(audience -> say(template, audience, facts));
        return this;
    }

    /** A message whose answer concerns {@code quote} (G5). */
    Change about(Quote quote, Template template, Audience audience, Facts facts) {
        return say(facts.say(template, audience, quote.version()));
    }

    Change about(Quote quote, Template template, List<Audience> audiences, Facts facts) {
        audiences.forEach(audience -> about(quote, template, audience, facts));
        return this;
    }

    /** A quote goes to the requester, and to those who may agree if that is somebody else. */
    Change ask(Quote quote, Template template, Facts facts) {
        about(quote, template, Scene.REQUESTER, facts);
        if (scene.situation().approvers().isEmpty()) {
            return say(Template.STAFF_NO_APPROVER, Scene.STAFF, facts);
        }
        return scene.requesterMayAgree() ? this : about(quote, template, Scene.APPROVERS, facts);
    }

    Decision done() {
        Ticket old = scene.ticket();
        int offered = (int)
                postings.stream().filter(p -> p instanceof Posting.OfferQuote).count();
        Ticket next = new Ticket(
                old.id(),
                old.customer(),
                old.requester(),
                old.subject(),
                payer,
                type,
                mode,
                state,
                old.quotes() + offered,
                isDisputed(),
                old.createdAt(),
                firstResponseAt,
                Deadlines.next(state, isDisputed(), scene.policy(), scene.now()),
                old.version());
        return new Decision.Transition(row, next, postings, outgoing);
    }

    /** Once everything is given back there is nothing left to dispute. */
    private boolean isDisputed() {
        return disputed && !(state instanceof TicketState.ClosedUnpaid || state instanceof TicketState.Merged);
    }
}
