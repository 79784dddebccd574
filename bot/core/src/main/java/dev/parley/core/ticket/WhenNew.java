package dev.parley.core.ticket;

/** Just made: how the customer wants to be asked is settled (T01 to T04). */
record WhenNew(Scene scene) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened opened -> opened(opened);
            case TicketEvent.Replied e -> scene.unlisted(e);
            case TicketEvent.Bounced e -> scene.unlisted(e);
            case TicketEvent.CancelRequested e -> scene.unlisted(e);
            case TicketEvent.Disputed e -> scene.unlisted(e);
            case TicketEvent.Assessed e -> scene.unlisted(e);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> scene.unlisted(e);
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e);
            case TicketEvent.AnswerSent e -> scene.unlisted(e);
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> scene.unlisted(e);
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> scene.unlisted(e);
            case TicketEvent.MergeAsked e -> scene.unlisted(e);
            case TicketEvent.CloseAsked e -> scene.unlisted(e);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> scene.unlisted(e);
            case TicketEvent.DeadlinePassed e -> scene.unlisted(e);
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack e -> scene.unlisted(e);
            case TicketEvent.PriceListChanged e -> scene.unlisted(e);
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private Decision opened(TicketEvent.Opened opened) {
        if (opened.priceQuestionOnly()) {
            return routed(opened.wanted());
        }
        return switch (opened.wanted()) {
            case Mode.Ask ask -> assess(Row.T01, ask, Template.ACKNOWLEDGED, facts());
            case Mode.AskAlways ask -> assess(Row.T01, ask, Template.ACKNOWLEDGED_UNPROVEN, facts());
            case Mode.PreAgreed agreed -> agreed(agreed, opened.byApprover());
        };
    }

    private Decision agreed(Mode.PreAgreed agreed, boolean byApprover) {
        return byApprover
                ? assess(Row.T02, agreed, Template.ACKNOWLEDGED_PRE_AGREED, facts().with("cap", agreed.cap()))
                : assess(Row.T03, new Mode.Ask(), Template.ACKNOWLEDGED_NEEDS_APPROVER, facts());
    }

    private Decision assess(Row row, Mode mode, Template template, Facts facts) {
        return scene.to(row, new TicketState.Assessing(scene.now(), null))
                .mode(mode)
                .say(template, Scene.REQUESTER, facts)
                .done();
    }

    /** Who is not proven stays so, and is asked always if the ticket goes on. */
    private Decision routed(Mode wanted) {
        return scene.to(Row.T04, new TicketState.ClosedUnpaid(Ending.ROUTED, null, null, scene.now()))
                .mode(wanted instanceof Mode.AskAlways ? wanted : new Mode.Ask())
                .responded()
                .say(
                        Template.CUSTOMER_SUPPORT_POINTER,
                        Scene.REQUESTER,
                        facts().with("customer_support", scene.policy().customerSupport()))
                .done();
    }

    private Facts facts() {
        return scene.facts().with("subject", scene.ticket().subject());
    }
}
