package dev.parley.core.ticket;

import java.util.List;

/** Staff decide what is due of work that was stopped; without a decision nothing more is charged (T69, T83). */
record WhenCancelReview(Scene scene, TicketState.CancelReview state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, state.price());
            case TicketEvent.Assessed e -> scene.unlisted(e, "comes too late: settle what is due");
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e);
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes while it is stopped");
            case TicketEvent.CancellationSettled e -> settled(e.due(), e.reason());
            case TicketEvent.TakenBack e -> Always.takeBack(scene, e.reason(), state.price(), null);
            case TicketEvent.RaiseAbandoned e -> abandoned(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> scene.unlisted(e, "comes while what is due is open");
            case TicketEvent.CloseAsked e -> closeAsked(e);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> Disputes.settle(scene, e, state.price(), this::at);
            case TicketEvent.DeadlinePassed _ -> undecided();
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ ->
                Always.chargedBack(scene, state.price().agreed());
            case TicketEvent.PriceListChanged _ -> scene.ignore(Row.T37, "what was agreed is honoured");
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private TicketState at(Price price) {
        return new TicketState.CancelReview(price, state.mayFinish(), state.since());
    }

    private Decision replied(CustomerReply reply) {
        return new Guards(scene, reply, null)
                .stop()
                .orElseGet(() -> scene.refuse(Row.UNLISTED, "staff decide what is due", scene.tellStaff(reply)));
    }

    /** Whoever only declined a raise may still take the whole request back. */
    private Decision cancelled(Speaker speaker) {
        return Cancelling.mayBeBy(speaker, state.price())
                .map(who -> state.mayFinish()
                        ? Cancelling.review(scene, Row.T68, state.price(), who.name(), List.of())
                        : cancelledBefore(who))
                .orElseGet(() -> Cancelling.notEntitled(scene, speaker, state.price()));
    }

    private Decision cancelledBefore(Speaker.Known who) {
        Facts facts = scene.facts().with("amount", state.price().agreed()).with("cancelled_by", who.name());
        return scene.refuse(
                Row.T44,
                "it was cancelled before",
                facts.say(Template.CANCEL_IN_REVIEW, new Outgoing.Audience.Sender(who), 0));
    }

    private Decision abandoned(TicketEvent.RaiseAbandoned event) {
        if (!state.mayFinish()) {
            return scene.unlisted(event, "comes after the customer cancelled: settle what is due");
        }
        Facts facts = scene.facts().with("amount", state.price().agreed()).with("reason", event.reason());
        return event.finish()
                ? scene.to(Row.T83, new TicketState.Working(state.price(), true, scene.now(), null))
                        .say(Template.FINISHING_WITHIN, Scene.REQUESTER, facts)
                        .done()
                : scene.to(Row.T83, new TicketState.CancelReview(state.price(), false, state.since()))
                        .say(Template.STOPPING, Scene.REQUESTER, facts)
                        .done();
    }

    private Decision closeAsked(TicketEvent.CloseAsked event) {
        return state.price().held() > 0
                ? Closing.asked(scene, state.price())
                : scene.unlisted(event, "comes while what is due is open: settle it");
    }

    /** Nobody decided: of a hold nothing is due, and what was charged for an answer stays (T69). */
    private Decision undecided() {
        return settle(state.price().charged(), "")
                .say(Neglect.closed(scene, state.since()))
                .done();
    }

    private Decision settled(long due, String reason) {
        return due < 0 || due > state.price().agreed()
                ? scene.refuse(Row.T69, due + " is not 0 to " + state.price().agreed() + ", what was agreed")
                : settle(due, reason).done();
    }

    private Change settle(long due, String reason) {
        Change change = switch (state.price()) {
            case Price.Free free -> close(free);
            case Price.Charged charged ->
                close(Money.reduced(charged, charged.amount() - due))
                        .post(Money.refund(charged.amount() - due, reason));
            case Price.Held held -> settleHold(held, due);
        };
        return change.say(
                Template.CANCELLATION_SETTLED,
                Scene.REQUESTER,
                scene.facts()
                        .with("charged", due)
                        .with("released", state.price().agreed() - due)
                        .with("reason", reason));
    }

    private Change settleHold(Price.Held held, long due) {
        int version = held.quote().version();
        return due == 0
                ? close(new Price.Free()).post(new Posting.VoidHold(version))
                : close(new Price.Charged(held.quote(), due)).post(new Posting.PostHold(version, due));
    }

    private Change close(Price price) {
        return scene.to(Row.T69, new TicketState.Closed(price, scene.now()));
    }
}
