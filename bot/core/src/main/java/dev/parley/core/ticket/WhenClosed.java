package dev.parley.core.ticket;

import dev.parley.core.reading.ReplyKind;

/** Done; the same issue may go on for a while without a second charge (T94 to T97). */
record WhenClosed(Scene scene, TicketState.Closed state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> scene.unlisted(e);
            case TicketEvent.Disputed e -> Disputes.open(scene, e, state.price());
            case TicketEvent.Assessed e -> scene.unlisted(e, "comes after the close: re-open it or settle a dispute");
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e);
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes after the close: re-open it first");
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> scene.unlisted(e);
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff _ -> scene.ignore(Row.T95, "the new ticket has its own price");
            case TicketEvent.MergeAsked e -> scene.unlisted(e);
            case TicketEvent.CloseAsked _ -> scene.ignore(Row.T44, "it is closed");
            case TicketEvent.ReopenAsked _ -> reopen();
            case TicketEvent.DisputeSettled e -> Disputes.settle(scene, e, state.price(), this::at);
            case TicketEvent.DeadlinePassed _ -> Neglect.dispute(scene, state.price());
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ -> scene.ignore(Row.T99, "the ticket is closed");
            case TicketEvent.PriceListChanged e -> scene.unlisted(e);
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private TicketState at(Price price) {
        return new TicketState.Closed(price, state.closedAt());
    }

    private Decision replied(CustomerReply reply) {
        return new Guards(scene, reply, null).stop().orElseGet(() -> heard(reply));
    }

    /** A late yes agrees to nothing; anything else may be the same issue, and that costs nothing to look at. */
    private Decision heard(CustomerReply reply) {
        if (reply.reading().kind() == ReplyKind.YES) {
            return scene.nothingNew(reply, "there is nothing to agree to");
        }
        return isOpenable() ? back().say(scene.tellStaff(reply)).done() : tooLate(scene.tellStaff(reply));
    }

    private boolean isOpenable() {
        return scene.now().isBefore(state.closedAt().plus(scene.closing().reopenWithin()));
    }

    private Decision reopen() {
        return isOpenable()
                ? back().say(Template.REOPENED_INCLUDED, Scene.REQUESTER, scene.facts())
                        .done()
                : tooLate();
    }

    private Change back() {
        return scene.to(Row.T94, new TicketState.Working(state.price(), true, scene.now(), null));
    }

    private Decision tooLate(Outgoing... outgoing) {
        return scene.refuse(Row.T95, "closed too long ago: this is a new ticket with its own price", outgoing);
    }
}
