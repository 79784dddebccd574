package dev.parley.core.ticket;

import dev.parley.core.ledger.Funds;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A higher total is offered; work is paused and the agreed amount stays where it is (T80 to T85). */
record WhenRequoted(Scene scene, TicketState.Requoted state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> open().bounced(e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, state.current());
            case TicketEvent.Assessed e -> assessed(e);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> open().reply(e.text(), this::with);
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e, "comes while work is paused");
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes while work is paused: abandon the raise first");
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> takenBack(e.reason());
            case TicketEvent.RaiseAbandoned e -> abandoned(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, state.current(), state.quote());
            case TicketEvent.CloseAsked e -> closeAsked(e);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> Disputes.settle(scene, e, state.current(), this::at);
            case TicketEvent.DeadlinePassed _ -> deadline();
            case TicketEvent.FundsArrived e -> funded(e);
            case TicketEvent.PurchaseChargedBack _ ->
                Always.chargedBack(scene, state.current().agreed());
            case TicketEvent.PriceListChanged _ -> scene.ignore(Row.T37, "an open quote is honoured");
            case TicketEvent.ApproversChanged e -> state.yes() == null ? open().resend() : scene.unlisted(e);
        };
    }

    private OpenOffer open() {
        return new OpenOffer(scene, state.quote(), state.waiting());
    }

    private TicketState with(Quote quote, Waiting waiting) {
        return new TicketState.Requoted(state.current(), quote, waiting, state.started(), state.yes());
    }

    private TicketState waiting(Waiting waiting) {
        return with(state.quote(), waiting);
    }

    private TicketState at(Price current) {
        return new TicketState.Requoted(current, state.quote(), state.waiting(), state.started(), state.yes());
    }

    // ---- the customer

    private Decision replied(CustomerReply reply) {
        Guards guards = new Guards(scene, reply, state.quote());
        return guards.stop().orElseGet(() -> heard(reply, guards));
    }

    private Decision heard(CustomerReply reply, Guards guards) {
        if (state.yes() == null && open().clock().expired(reply.receivedAt())) {
            return notAgreed(List.of(Scene.REQUESTER), open().runOut(), scene.tellStaff(reply));
        }
        return switch (reply.reading().kind()) {
            case YES -> guards.byApprover(who -> bound(reply, () -> yes(reply, who)));
            case NO -> guards.byApprover(who -> open().ifBound(reply, () -> no(reply, who)));
            case QUESTION -> question(reply);
            case COUNTER -> guards.byApprover(who -> open().ifBound(reply, () -> counter(reply)));
            case CONDITIONAL -> guards.byApprover(who -> unclear(reply));
            case AMBIGUOUS -> guards.byApprover(who -> unclear(reply));
            case OTHER -> scene.refuse(Row.UNLISTED, "says nothing about the quote", scene.tellStaff(reply));
        };
    }

    /** A yes to the version agreed before is true and changes nothing (T82); nothing is, once all was refunded. */
    private Decision bound(CustomerReply reply, Supplier<Decision> then) {
        return state.current()
                .agreedQuote()
                .filter(agreed -> reply.binding().equals(new Binding.Version(agreed.version())))
                .map(agreed -> agreedBefore(reply, agreed))
                .orElseGet(() -> open().ifBound(reply, then));
    }

    private Decision agreedBefore(CustomerReply reply, Quote agreed) {
        return scene.refuse(
                Row.T82,
                "version " + agreed.version() + " was agreed to before; open is "
                        + state.quote().version(),
                scene.facts(state.quote())
                        .with("old_quote_number", scene.number(agreed.version()))
                        .with("old_amount", state.current().agreed())
                        .say(
                                Template.OLD_VERSION_AGREED,
                                new Audience.Sender(reply.speaker()),
                                state.quote().version()));
    }

    private Decision yes(CustomerReply reply, Speaker.Approver who) {
        if (state.yes() != null) {
            return Agreement.again(scene, state.quote(), state.yes(), reply);
        }
        Quote agreed = open().extendedTo(reply.receivedAt());
        Said yes = Said.by(who, reply.receivedAt());
        List<Posting> first = open().extension(agreed);
        Posting decided = new Posting.DecideQuote(agreed.version(), true, reply);
        return funds().cover(agreed.amount())
                ? hold(agreed, yes)
                        .post(first)
                        .post(decided)
                        .post(Money.giveBack(state.current(), "a higher total was agreed to"))
                        .post(new Posting.Hold(agreed.version()))
                        .about(agreed, Template.RAISE_AGREED, scene.told(who), heldFacts(agreed, yes))
                        .done()
                : shortOfFunds(agreed, yes, scene.andApprovers(scene.told(who)), first, decided);
    }

    private Decision shortOfFunds(Quote agreed, Said yes, List<Audience> told, List<Posting> first, Posting decided) {
        Facts facts = facts(agreed).said(yes).with("until", Agreement.until(scene, agreed));
        Change change = scene.to(
                        Row.T81,
                        new TicketState.Requoted(
                                state.current(), agreed, state.waiting().answered(), state.started(), yes))
                .post(first)
                .post(decided)
                .about(agreed, Template.RAISE_AGREED_BUT_SHORT, told, facts);
        return Agreement.blocked(scene, agreed, change).done();
    }

    private Change hold(Quote quote, Said yes) {
        Price held = new Price.Held(quote, yes, scene.now());
        return scene.to(Row.T80, new TicketState.Working(held, state.started(), scene.now(), null));
    }

    /** A recorded yes cannot be recorded again as a no; it is enough that nothing is held for it. */
    private Decision no(CustomerReply reply, Speaker.Approver who) {
        Quote declined = open().extendedTo(reply.receivedAt());
        return notAgreed(scene.told(who), state.yes() == null ? declined(declined, reply) : withdrawn());
    }

    private List<Posting> declined(Quote declined, CustomerReply reply) {
        List<Posting> postings = new ArrayList<>(open().extension(declined));
        postings.add(new Posting.DecideQuote(declined.version(), false, reply));
        return postings;
    }

    private Decision question(CustomerReply reply) {
        return state.yes() == null
                ? open().question(reply, this::waiting)
                : scene.refuse(Row.UNLISTED, "the quote is agreed to", scene.tellStaff(reply));
    }

    private Decision unclear(CustomerReply reply) {
        return state.yes() == null
                ? open().unclear(reply, this::waiting)
                : scene.refuse(Row.UNLISTED, "the quote is agreed to", scene.tellStaff(reply));
    }

    /** There is no second negotiating state: the specialist may assess again (T84). */
    private Decision counter(CustomerReply reply) {
        return Offers.specialist(scene, state.quote()).isEmpty()
                ? open().listed(reply)
                : scene.refuse(
                        Row.T29,
                        "the specialist looks at it",
                        scene.facts(state.quote())
                                .say(
                                        Template.COUNTER_WITH_SPECIALIST,
                                        new Audience.Sender(reply.speaker()),
                                        state.quote().version()),
                        Counter.told(scene, open(), reply.reading().amount()));
    }

    private Decision cancelled(Speaker speaker) {
        return Cancelling.mayBeBy(speaker, state.current())
                .map(who -> Cancelling.decide(scene, state.current(), state.started(), who, withdrawn()))
                .orElseGet(() -> Always.notEntitled(scene, speaker, state.quote()));
    }

    // ---- money and time

    private Funds funds() {
        return scene.fundsWithout(state.current());
    }

    private Facts facts(Quote quote) {
        return scene.facts(quote, funds()).with("old_amount", state.current().agreed());
    }

    private Facts heldFacts(Quote quote, Said yes) {
        return facts(quote).said(yes).with("available", funds().available() - quote.amount());
    }

    private Decision funded(TicketEvent.FundsArrived event) {
        Said yes = state.yes();
        if (yes == null) {
            return scene.unlisted(event, "changes nothing before a yes");
        }
        Quote quote = state.quote();
        Instant until = Agreement.until(scene, quote);
        if (!scene.now().isBefore(until)) {
            return notAgreed(List.of(Scene.REQUESTER), withdrawn());
        }
        if (!funds().cover(quote.amount())) {
            return scene.stillShort(facts(quote).with("until", until));
        }
        return hold(quote, yes)
                .post(Money.giveBack(state.current(), "a higher total was agreed to"))
                .post(new Posting.Hold(quote.version()))
                .about(quote, Template.RAISE_AGREED, Scene.REQUESTER, heldFacts(quote, yes))
                .done();
    }

    private Decision deadline() {
        if (state.yes() != null) {
            return notAgreed(List.of(Scene.REQUESTER), withdrawn());
        }
        return scene.now().isBefore(open().ended().expiresAt())
                ? open().remind(this::waiting)
                : notAgreed(List.of(Scene.REQUESTER), open().runOut());
    }

    /** No yes in the end: staff finish within the agreed amount, or stop (T83). */
    private Decision notAgreed(List<Audience> told, List<Posting> postings, Outgoing... also) {
        Facts facts = facts(state.quote())
                .with("until", scene.now().plus(scene.closing().silence()));
        Change change = scene.to(Row.T83, new TicketState.CancelReview(state.current(), true, scene.now()))
                .post(postings)
                .say(Template.RAISE_NOT_AGREED, told, facts)
                .say(Template.STAFF_RAISE_NOT_AGREED, Scene.STAFF, facts);
        for (Outgoing message : also) {
            change.say(message);
        }
        return change.done();
    }

    private List<Posting> withdrawn() {
        return List.of(new Posting.EndQuote(state.quote().version(), Posting.QuoteEnd.WITHDRAWN));
    }

    // ---- staff

    private Decision assessed(TicketEvent.Assessed event) {
        Repricing repricing =
                new Repricing(scene, state.current(), state.started(), scene.now(), event.reason(), withdrawn());
        return switch (event.assessment()) {
            case Assessment.Incident _ -> repricing.free(RequestType.INCIDENT);
            case Assessment.OnUs _ -> repricing.free(RequestType.PRICED);
            case Assessment.Feature _ -> repricing.feature();
            case Assessment.Covered _ -> scene.unlisted(event, Always.PRICED_ALREADY);
            case Assessment.Priced priced -> repricing.to(priced);
        };
    }

    private Decision abandoned(TicketEvent.RaiseAbandoned event) {
        Facts facts = scene.facts().with("amount", state.current().agreed()).with("reason", event.reason());
        return event.finish()
                ? scene.to(Row.T83, new TicketState.Working(state.current(), state.started(), scene.now(), null))
                        .post(withdrawn())
                        .say(Template.FINISHING_WITHIN, Scene.REQUESTER, facts)
                        .done()
                : scene.to(Row.T83, new TicketState.CancelReview(state.current(), false, scene.now()))
                        .post(withdrawn())
                        .say(Template.STOPPING, Scene.REQUESTER, facts)
                        .done();
    }

    private Decision takenBack(String reason) {
        return Always.takeBack(scene, reason, state.current(), state.quote());
    }

    private Decision closeAsked(TicketEvent.CloseAsked event) {
        return state.current().held() > 0
                ? Closing.asked(scene, state.current())
                : scene.unlisted(event, "comes while a raise is open: abandon it first");
    }
}
