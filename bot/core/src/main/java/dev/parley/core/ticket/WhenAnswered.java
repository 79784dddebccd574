package dev.parley.core.ticket;

import dev.parley.core.reading.ReplyKind;
import java.util.List;

/** Answered and charged, or answered and free (T90 to T93, T96, T97). */
record WhenAnswered(Scene scene, TicketState.Answered state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> scene.unlisted(e);
            case TicketEvent.Disputed e -> Disputes.open(scene, e, state.price());
            case TicketEvent.Assessed e -> assessed(e);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted _ -> followUp();
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes a second time: reply freely");
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> scene.unlisted(e, "comes after the answer: assess it as ours");
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, state.price(), null);
            case TicketEvent.CloseAsked _ -> Closing.asked(scene, state.price());
            case TicketEvent.ReopenAsked _ -> followUp();
            case TicketEvent.DisputeSettled e -> Disputes.settle(scene, e, state.price(), this::at);
            case TicketEvent.DeadlinePassed _ ->
                Closing.close(scene, state.price()).done();
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ ->
                Always.chargedBack(scene, state.price().charged());
            case TicketEvent.PriceListChanged e -> scene.unlisted(e);
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private TicketState at(Price price) {
        return new TicketState.Answered(price, state.answeredAt());
    }

    private Decision replied(CustomerReply reply) {
        return new Guards(scene, reply, null).stop().orElseGet(() -> heard(reply));
    }

    private Decision heard(CustomerReply reply) {
        if (reply.reading().kind() != ReplyKind.YES) {
            return follow().say(scene.tellStaff(reply)).done();
        }
        return reply.binding() instanceof Binding.Version
                ? scene.nothingNew(reply, "the ticket is paid for")
                : Closing.close(scene, state.price()).done();
    }

    private Decision followUp() {
        return follow().done();
    }

    /** The price is for the whole ticket, however many messages it takes (T91, C-22). */
    private Change follow() {
        return scene.to(Row.T91, new TicketState.Working(state.price(), true, scene.now(), null));
    }

    private Decision assessed(TicketEvent.Assessed event) {
        return switch (event.assessment()) {
            case Assessment.Incident _ -> lowered(0, RequestType.INCIDENT, event);
            case Assessment.Feature _ -> feature(event.reason());
            case Assessment.OnUs _ -> lowered(0, RequestType.PRICED, event);
            case Assessment.Covered _ -> scene.unlisted(event, "comes before the answer");
            case Assessment.Priced priced -> priced(priced, event);
        };
    }

    /** Said once, and everything that was charged is given back (T66, T92, P-06). */
    private Decision feature(String reason) {
        if (scene.ticket().type() == RequestType.FEATURE) {
            return scene.stay(Row.T66).done();
        }
        return scene.to(state.price().charged() == 0 ? Row.T66 : Row.T92, at(new Price.Free()))
                .type(RequestType.FEATURE)
                .post(Money.giveBack(state.price(), reason))
                .say(Wishes.told(scene, state.price().charged(), reason))
                .done();
    }

    private Decision priced(Assessment.Priced priced, TicketEvent.Assessed event) {
        if (!(state.price() instanceof Price.Charged charged)) {
            return scene.unlisted(event, "comes after a free answer: nothing is charged retroactively");
        }
        return priced.amount() > charged.amount()
                ? new Repricing(scene, charged, true, scene.now(), event.reason(), List.of()).raise(Row.T93, priced)
                : lowered(priced.amount(), RequestType.PRICED, event);
    }

    private Decision lowered(long amount, RequestType type, TicketEvent.Assessed event) {
        if (!(state.price() instanceof Price.Charged charged) || charged.amount() == amount) {
            return scene.stay(Row.T66).type(type).done();
        }
        long refund = charged.amount() - amount;
        return scene.to(Row.T92, at(Money.reduced(charged, refund)))
                .type(type)
                .post(Money.refund(refund, event.reason()))
                .say(
                        Template.PRICE_REFUNDED,
                        Scene.REQUESTER,
                        scene.facts()
                                .with("refunded", refund)
                                .with("charged", amount)
                                .with("reason", event.reason()))
                .done();
    }
}
