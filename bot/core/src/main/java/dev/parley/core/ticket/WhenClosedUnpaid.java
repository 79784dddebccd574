package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import java.util.List;

/** Ended without a charge: it can come back, and then everything is asked anew (T41, T45 to T47). */
record WhenClosedUnpaid(Scene scene, TicketState.ClosedUnpaid state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, new Price.Free());
            case TicketEvent.Assessed e -> scene.unlisted(e, "comes after the close: re-open it first");
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
            case TicketEvent.ReopenAsked _ -> Renewal.reopen(scene, Row.T47);
            case TicketEvent.DisputeSettled e -> scene.unlisted(e);
            case TicketEvent.DeadlinePassed e -> scene.unlisted(e);
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ -> scene.ignore(Row.T99, "the ticket is closed");
            case TicketEvent.PriceListChanged e -> scene.unlisted(e);
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private Decision replied(CustomerReply reply) {
        Guards guards = new Guards(scene, reply, null);
        return guards.stop().orElseGet(() -> switch (reply.reading().kind()) {
            case YES -> guards.byApprover(who -> yes(reply, who));
            case NO -> scene.nothingNew(reply, "it is closed");
            case QUESTION -> wanted(reply);
            case COUNTER -> wanted(reply);
            case CONDITIONAL -> wanted(reply);
            case AMBIGUOUS -> wanted(reply);
            case OTHER -> scene.refuse(Row.UNLISTED, "may or may not ask for more", scene.tellStaff(reply));
        });
    }

    private Decision cancelled(Speaker speaker) {
        return switch (speaker) {
            case Speaker.Known who ->
                scene.refuse(
                        Row.T44,
                        "it is closed",
                        scene.facts().say(Template.CANCELLED_UNPAID, new Outgoing.Audience.Sender(who), 0));
            case Speaker.Stranger stranger -> Always.unknown(scene, stranger);
        };
    }

    /** Seems to be wanted after all; staff look at it and ask before anything is charged (T47). */
    private Decision wanted(CustomerReply reply) {
        Decision.Transition reopened = (Decision.Transition) Renewal.reopen(scene, Row.T47);
        return new Decision.Transition(
                reopened.row(),
                reopened.next(),
                reopened.postings(),
                List.of(reopened.outgoing().getFirst(), scene.tellStaff(reply)));
    }

    private Decision yes(CustomerReply reply, Speaker.Approver who) {
        Quote last = state.lastQuote();
        if (last == null) {
            return wanted(reply);
        }
        return switch (state.ending()) {
            case EXPIRED -> late(reply, who, last);
            case NOT_FUNDED -> Renewal.afterExpiry(scene, who, last, List.of());
            case DECLINED -> againstNo(reply, who, last);
            case ROUTED -> wanted(reply);
            case CANCELLED -> wanted(reply);
            case NO_INFORMATION -> wanted(reply);
            case REFUSED -> wanted(reply);
            case TAKEN_BACK -> wanted(reply);
        };
    }

    /** Received in time and only read late, it counts as if it had been read at once (T46, G7); else T45. */
    private Decision late(CustomerReply reply, Speaker.Approver who, Quote last) {
        boolean bound = reply.binding().equals(new Binding.Version(last.version()));
        return bound && reply.receivedAt().isBefore(last.expiresAt())
                ? new Agreement(scene, last, who, reply, List.of()).by(Row.T46)
                : Renewal.afterExpiry(scene, who, last, List.of());
    }

    private Decision againstNo(CustomerReply reply, Speaker.Approver who, Quote last) {
        Said no = state.ended();
        return no == null || who.contact().equals(no.contact())
                ? wanted(reply)
                : Renewal.againstNo(scene, last, no, who);
    }
}
