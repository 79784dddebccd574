package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import dev.parley.core.reading.ReplyKind;

/** A quote is open and nothing is held (T20 to T41). */
record WhenQuoted(Scene scene, TicketState.Quoted state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e);
            case TicketEvent.Bounced e -> open().bounced(e);
            case TicketEvent.CancelRequested e -> asking().cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, new Price.Free());
            case TicketEvent.Assessed e -> asking().assessed(e, Row.T35);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> open().reply(e.text(), TicketState.Quoted::new);
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e, "comes before a yes (C-18)");
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes before a yes (C-18)");
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> Always.takeBack(scene, e.reason(), new Price.Free(), state.quote());
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, new Price.Free(), state.quote());
            case TicketEvent.CloseAsked e -> scene.unlisted(e);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> scene.unlisted(e);
            case TicketEvent.DeadlinePassed _ -> deadline();
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ -> Always.chargedBack(scene, 0);
            case TicketEvent.PriceListChanged _ -> scene.ignore(Row.T37, "an open quote is honoured");
            case TicketEvent.ApproversChanged _ -> open().resend();
        };
    }

    private OpenOffer open() {
        return new OpenOffer(scene, state.quote(), state.waiting());
    }

    private Asking asking() {
        return new Asking(scene, open());
    }

    private TicketState.Quoted waiting(Waiting waiting) {
        return new TicketState.Quoted(state.quote(), waiting);
    }

    private Decision replied(TicketEvent.Replied event) {
        CustomerReply reply = event.reply();
        Guards guards = new Guards(scene, reply, state.quote());
        return guards.stop().orElseGet(() -> heard(event, guards));
    }

    private Decision heard(TicketEvent.Replied event, Guards guards) {
        CustomerReply reply = event.reply();
        if (reply.reading().kind() != ReplyKind.YES && open().clock().expired(reply.receivedAt())) {
            return asking().expire(scene.tellStaff(reply));
        }
        return switch (reply.reading().kind()) {
            case YES -> guards.byApprover(who -> asking().yes(reply, who, Row.T20));
            case NO -> guards.byApprover(who -> asking().no(reply, who));
            case QUESTION -> open().question(reply, this::waiting);
            case COUNTER -> guards.byApprover(who -> open().ifBound(reply, () -> counter(reply)));
            case CONDITIONAL -> guards.byApprover(who -> open().unclear(reply, this::waiting));
            case AMBIGUOUS -> guards.byApprover(who -> open().unclear(reply, this::waiting));
            case OTHER -> scene.refuse(Row.UNLISTED, "says nothing about the quote", scene.tellStaff(reply));
        };
    }

    /** Only the specialist's prices are negotiable (C-10, C-29). The amount offered is for the specialist to read. */
    private Decision counter(CustomerReply reply) {
        Quote quote = state.quote();
        if (Offers.specialist(scene, quote).isEmpty()) {
            return open().listed(reply);
        }
        return Counter.toSpecialist(scene, open(), reply);
    }

    private Decision deadline() {
        return scene.now().isBefore(open().ended().expiresAt()) ? open().remind(this::waiting) : asking().expire();
    }
}
