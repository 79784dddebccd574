package dev.parley.core.ticket;

import java.time.Instant;

/** With staff, who look at what it takes (T06 to T16). */
record WhenAssessing(Scene scene, TicketState.Assessing state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, new Price.Free());
            case TicketEvent.Assessed e -> assessed(e);
            case TicketEvent.SiteChosen e -> Always.site(scene, e);
            case TicketEvent.InformationAsked e -> asked(e.question());
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> refused(e.reason());
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e);
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes before its price was agreed (C-18)");
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> Always.takeBack(scene, e.reason(), new Price.Free(), null);
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, new Price.Free(), null);
            case TicketEvent.CloseAsked e -> scene.unlisted(e);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> scene.unlisted(e);
            case TicketEvent.DeadlinePassed _ -> deadline();
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ -> Always.chargedBack(scene, 0);
            case TicketEvent.PriceListChanged e -> scene.unlisted(e);
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    /** Whatever was said is for staff to read: no quote is open, so nothing can be agreed to. */
    private Decision replied(CustomerReply reply) {
        return new Guards(scene, reply, null)
                .stop()
                .orElseGet(() -> scene.to(
                                Row.T14,
                                state.waitingSince() == null ? state : new TicketState.Assessing(scene.now(), null))
                        .say(scene.tellStaff(reply))
                        .done());
    }

    private Decision cancelled(Speaker speaker) {
        return switch (speaker) {
            case Speaker.Known who ->
                closed(Row.T16, Ending.CANCELLED)
                        .say(Template.CANCELLED_UNPAID, scene.told(who), scene.facts())
                        .done();
            case Speaker.Stranger stranger -> Always.unknown(scene, stranger);
        };
    }

    private Decision refused(String reason) {
        return close(
                Row.T15,
                Ending.REFUSED,
                Template.MODIFICATION_REFUSED,
                scene.facts().with("reason", reason));
    }

    private Decision close(Row row, Ending ending, Template template, Facts facts) {
        return closed(row, ending).say(template, Scene.REQUESTER, facts).done();
    }

    private Change closed(Row row, Ending ending) {
        return scene.to(row, new TicketState.ClosedUnpaid(ending, null, null, scene.now()))
                .responded();
    }

    private Decision asked(String question) {
        return scene.to(Row.T14, new TicketState.Assessing(state.since(), scene.now()))
                .responded()
                .say(Template.INFORMATION_ASKED, Scene.REQUESTER, scene.facts().with("question", question))
                .done();
    }

    private Decision assessed(TicketEvent.Assessed event) {
        return switch (event.assessment()) {
            case Assessment.Incident(var severity) ->
                free(
                        Row.T06,
                        RequestType.INCIDENT,
                        Template.INCIDENT_ACCEPTED,
                        scene.facts().with("severity", severity));
            case Assessment.Feature _ -> free(Row.T07, RequestType.FEATURE, Template.FEATURE_ACCEPTED, scene.facts());
            case Assessment.OnUs _ ->
                free(
                        Row.T06,
                        RequestType.PRICED,
                        Template.FREE_AFTER_ALL,
                        scene.facts().with("reason", event.reason()));
            case Assessment.Covered(var category) ->
                free(
                        Row.T104,
                        RequestType.COVERED,
                        Template.COVERED_BY_PACKAGE,
                        scene.facts().with("category", category.key()));
            case Assessment.Priced priced -> priced(event, priced);
        };
    }

    /** Points are a site's own, so that there is no price before it is known whose (P-14). */
    private Decision priced(TicketEvent.Assessed event, Assessment.Priced priced) {
        return scene.ticket().wallet().isEmpty()
                ? scene.unlisted(event, "comes before the site it is for is known (P-14)")
                : new FirstPrice(scene, priced).decide();
    }

    private Decision free(Row row, RequestType type, Template template, Facts facts) {
        return scene.to(row, new TicketState.Working(new Price.Free(), false, scene.now(), null))
                .type(type)
                .responded()
                .say(template, Scene.REQUESTER, facts)
                .done();
    }

    private Decision deadline() {
        if (state.waitingSince() != null) {
            return close(Row.T16, Ending.NO_INFORMATION, Template.CLOSED_WITHOUT_INFORMATION, scene.facts());
        }
        Instant end = Deadlines.idleEnd(state.since(), scene.closing());
        return scene.now().isBefore(end)
                ? Neglect.alert(scene, state.since())
                : Neglect.takeBack(scene, state.since(), new Price.Free());
    }
}
