package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The customer is asked for minutes over the package (H-12): a yes reserves nothing, it lets so many be billed in the
 * cycle. Whatever else becomes of the question, the ticket goes on as it was, on what the package holds (T80 to T84,
 * T107).
 */
record WhenOverageAsked(Scene scene, TicketState.Requoted state) {
    private static final String ASKED = "comes while the customer is asked for more time: withdraw the question first";

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> open().bounced(e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, state.current());
            case TicketEvent.Assessed e -> scene.unlisted(e, ASKED);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e, ASKED);
            case TicketEvent.RepliedFreely e -> open().reply(e.text(), this::with);
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e, ASKED);
            case TicketEvent.AnswerSent e -> scene.unlisted(e, ASKED);
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> Always.takeBack(scene, e.reason(), state.current(), state.quote());
            case TicketEvent.RaiseAbandoned e -> withdrawn(e.reason());
            case TicketEvent.OverageAsked e -> askedAnew(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, state.current(), state.quote());
            case TicketEvent.CloseAsked e -> scene.unlisted(e, ASKED);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> scene.unlisted(e, "without a dispute");
            case TicketEvent.DeadlinePassed _ -> deadline();
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ -> Always.chargedBack(scene, 0);
            case TicketEvent.PriceListChanged _ -> scene.ignore(Row.T37, "an open quote is honoured");
            case TicketEvent.ApproversChanged _ -> open().resend();
        };
    }

    /** The question goes out: work a package covers needs minutes over it (T106, and T84 in place of another). */
    static Decision ask(
            Scene scene, Row row, TicketEvent.OverageAsked event, Function<Quote, TicketState.Requoted> next) {
        if (!scene.now().isBefore(event.over().end())) {
            return scene.unlisted(event, "comes after the cycle it is for is over (H-13)");
        }
        Quote quote = Offers.over(scene, event);
        return scene.to(row, next.apply(quote))
                .post(new Posting.OfferQuote(quote, scene.packageWallet()))
                .ask(quote, Template.OVERAGE_OFFERED, scene.facts(quote))
                .done();
    }

    private OpenOffer open() {
        return new OpenOffer(scene, state.quote(), state.waiting());
    }

    private TicketState with(Quote quote, Waiting waiting) {
        return new TicketState.Requoted(state.current(), quote, waiting, state.started(), null);
    }

    private TicketState waiting(Waiting waiting) {
        return with(state.quote(), waiting);
    }

    private Facts facts() {
        return scene.facts(state.quote());
    }

    // ---- the customer

    private Decision replied(CustomerReply reply) {
        Guards guards = new Guards(scene, reply, state.quote());
        return guards.stop().orElseGet(() -> heard(reply, guards));
    }

    private Decision heard(CustomerReply reply, Guards guards) {
        if (open().clock().expired(reply.receivedAt())) {
            return over(open().runOut())
                    .say(Template.OVERAGE_LAPSED, told(reply), facts())
                    .say(Template.STAFF_OVERAGE_NOT_AGREED, Scene.STAFF, facts())
                    .say(scene.tellStaff(reply))
                    .done();
        }
        return switch (reply.reading().kind()) {
            case YES -> guards.byApprover(who -> bound(reply, () -> yes(reply, who)));
            case NO -> guards.byApprover(who -> no(reply, who));
            case QUESTION -> open().question(reply, this::waiting);
            case COUNTER -> guards.byApprover(_ -> open().ifBound(reply, () -> counter(reply)));
            case CONDITIONAL -> guards.byApprover(_ -> open().unclear(reply, this::waiting));
            case AMBIGUOUS -> guards.byApprover(_ -> open().unclear(reply, this::waiting));
            case OTHER -> scene.refuse(Row.UNLISTED, "says nothing about the quote", scene.tellStaff(reply));
        };
    }

    private List<Audience> told(CustomerReply reply) {
        return reply.speaker() instanceof Speaker.Known known ? scene.told(known) : List.of(Scene.REQUESTER);
    }

    /** A yes to what was agreed to before is true and changes nothing (T82). */
    private Decision bound(CustomerReply reply, Supplier<Decision> then) {
        Quote agreed = agreedBefore(reply);
        return agreed == null
                ? open().ifBound(reply, then)
                : scene.refuse(
                        Row.T82,
                        "version " + agreed.version() + " was agreed to before; open is "
                                + state.quote().version(),
                        facts().with("old_quote_number", scene.number(agreed.version()))
                                .with("old_amount", agreed.amount())
                                .say(
                                        Template.OLD_VERSION_AGREED,
                                        new Audience.Sender(reply.speaker()),
                                        state.quote().version()));
    }

    /** What the reply points to, if that was agreed to before the question that is open now. */
    private @Nullable Quote agreedBefore(CustomerReply reply) {
        Overtime before = state.current().overtime();
        return before != null
                        && before.yes() != null
                        && reply.binding()
                                .equals(new Binding.Version(before.quote().version()))
                ? before.quote()
                : null;
    }

    /** A yes is to these minutes in this cycle on this ticket, and never to more than the contract allows. */
    private Decision yes(CustomerReply reply, Speaker.Approver who) {
        Quote agreed = open().extendedTo(reply.receivedAt());
        if (scene.situation().time().overLeft() < agreed.amount()) {
            return working(Row.T107, new Overtime(state.quote(), null))
                    .post(Always.withdrawn(state.quote()))
                    .say(Template.OVERAGE_NOT_POSSIBLE, scene.told(who), facts())
                    .say(Template.STAFF_OVERAGE_NOT_AGREED, Scene.STAFF, facts())
                    .done();
        }
        Said yes = Said.by(who, reply.receivedAt());
        return working(Row.T80, new Overtime(agreed, yes))
                .post(open().extension(agreed))
                .post(new Posting.DecideQuote(agreed.version(), true, reply))
                .post(new Posting.AllowOverage(agreed, reply))
                .about(
                        agreed,
                        Template.OVERAGE_AGREED,
                        scene.told(who),
                        scene.facts(agreed).said(yes))
                .done();
    }

    /** Of a no to what was agreed to before a person looks at what is meant. */
    private Decision no(CustomerReply reply, Speaker.Approver who) {
        return agreedBefore(reply) == null
                ? open().ifBound(reply, () -> declined(reply, who))
                : scene.refuse(Row.T82, "says no to what was agreed to before", scene.tellStaff(reply));
    }

    private Decision declined(CustomerReply reply, Speaker.Approver who) {
        Quote declined = open().extendedTo(reply.receivedAt());
        List<Posting> postings = new ArrayList<>(open().extension(declined));
        postings.add(new Posting.DecideQuote(declined.version(), false, reply));
        return over(postings)
                .say(Template.OVERAGE_DECLINED, scene.told(who), facts().with("declined_by", who.name()))
                .say(Template.STAFF_OVERAGE_NOT_AGREED, Scene.STAFF, facts())
                .done();
    }

    /** Fewer minutes are agreed to only once they were asked for. */
    private Decision counter(CustomerReply reply) {
        return scene.refuse(
                Row.T29,
                "staff look at it",
                facts().say(
                                Template.COUNTER_WITH_SPECIALIST,
                                new Audience.Sender(reply.speaker()),
                                state.quote().version()),
                Counter.told(scene, open(), reply.reading().amount()));
    }

    private Decision cancelled(Speaker speaker) {
        return Cancelling.mayBeBy(speaker, state.current())
                .map(who -> Cancelling.decide(
                        scene, state.current(), state.started(), who, Always.withdrawn(state.quote())))
                .orElseGet(() -> Always.notEntitled(scene, speaker, state.quote()));
    }

    // ---- time and staff

    private Decision deadline() {
        return scene.now().isBefore(open().ended().expiresAt())
                ? open().remind(this::waiting)
                : over(open().runOut())
                        .ask(state.quote(), Template.OVERAGE_LAPSED, facts())
                        .say(Template.STAFF_OVERAGE_NOT_AGREED, Scene.STAFF, facts())
                        .done();
    }

    private Decision withdrawn(String reason) {
        return over(Always.withdrawn(state.quote()))
                .say(Template.OVERAGE_WITHDRAWN, Scene.REQUESTER, facts().with("reason", reason))
                .done();
    }

    private Decision askedAnew(TicketEvent.OverageAsked event) {
        Replaced old = new Replaced(state.quote().version(), state.quote().amount(), "");
        return ask(
                scene,
                Row.T84,
                event,
                quote -> new TicketState.Requoted(
                        state.current(), quote, Waiting.inPlaceOf(old), state.started(), null));
    }

    /** Not agreed to in the end: the ticket goes on as it was (T83). */
    private Change over(List<Posting> postings) {
        return working(Row.T83, new Overtime(state.quote(), null)).post(postings);
    }

    private Change working(Row row, Overtime overtime) {
        return scene.to(row, new TicketState.Working(new Price.Free(overtime), state.started(), scene.now(), null));
    }
}
