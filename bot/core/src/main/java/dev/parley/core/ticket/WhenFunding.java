package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agreed, but the wallet does not cover it: nothing is held until it does (T55 to T59). */
record WhenFunding(Scene scene, TicketState.Funding state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, new Price.Free());
            case TicketEvent.Assessed e -> assessed(e);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted e -> scene.unlisted(e, "comes before the money (C-27)");
            case TicketEvent.AnswerSent e -> scene.unlisted(e, "comes before the money (C-27)");
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> Always.takeBack(scene, e.reason(), new Price.Free(), state.quote());
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> scene.unlisted(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, new Price.Free(), state.quote());
            case TicketEvent.CloseAsked e -> scene.unlisted(e);
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> scene.unlisted(e);
            case TicketEvent.DeadlinePassed _ -> lapsed();
            case TicketEvent.FundsArrived _ -> funded();
            case TicketEvent.PurchaseChargedBack _ ->
                Always.chargedBack(scene, state.quote().amount());
            case TicketEvent.PriceListChanged _ -> scene.ignore(Row.T37, "what was agreed is honoured");
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private Decision replied(CustomerReply reply) {
        Guards guards = new Guards(scene, reply, state.quote().automatic() ? null : state.quote());
        return guards.stop().orElseGet(() -> switch (reply.reading().kind()) {
            case YES -> yes(reply);
            case NO -> guards.byApprover(who -> no(reply, who));
            case QUESTION -> heard(reply);
            case COUNTER -> heard(reply);
            case CONDITIONAL -> heard(reply);
            case AMBIGUOUS -> heard(reply);
            case OTHER -> heard(reply);
        });
    }

    private Decision heard(CustomerReply reply) {
        return scene.refuse(Row.UNLISTED, "only money or a no changes it", scene.tellStaff(reply));
    }

    private Decision yes(CustomerReply reply) {
        return isAbout(reply) ? Agreement.again(scene, state.quote(), state.yes(), reply) : heard(reply);
    }

    /** Nothing is held, so a no needs less proof of what it means than a yes: only not to be about an older version. */
    private Decision no(CustomerReply reply, Speaker.Approver who) {
        if (reply.binding() instanceof Binding.Version && !isAbout(reply)) {
            return heard(reply);
        }
        return closed(Ending.DECLINED, Said.by(who, reply.receivedAt()))
                .say(
                        Template.DECLINED,
                        scene.told(who),
                        scene.facts(state.quote()).with("declined_by", who.name()))
                .done();
    }

    private boolean isAbout(CustomerReply reply) {
        return reply.binding().equals(new Binding.Version(state.quote().version()));
    }

    private Decision cancelled(Speaker speaker) {
        if (!(speaker instanceof Speaker.Approver who)) {
            return Always.notEntitled(scene, speaker, state.quote());
        }
        return closed(Ending.CANCELLED, Said.by(who, scene.now()))
                .say(Template.CANCELLED_UNPAID, scene.told(who), scene.facts())
                .done();
    }

    private Decision lapsed() {
        return closed(Ending.NOT_FUNDED, null)
                .say(Template.FUNDING_LAPSED, Scene.REQUESTER, scene.facts(state.quote()))
                .done();
    }

    private Change closed(Ending ending, @Nullable Said said) {
        return scene.to(Row.T58, new TicketState.ClosedUnpaid(ending, state.quote(), said, scene.now()))
                .post(Always.withdrawn(state.quote()));
    }

    private Decision funded() {
        Quote quote = state.quote();
        if (!scene.now().isBefore(state.until())) {
            return lapsed();
        }
        if (!scene.funds().cover(quote.amount())) {
            return scene.stillShort(scene.facts(quote).with("until", state.until()));
        }
        Quote held = quote.automatic() ? Offers.nowAutomatic(scene, quote) : quote;
        return scene.to(
                        Row.T55,
                        new TicketState.Working(
                                new Price.Held(held, state.yes(), scene.now()), false, scene.now(), null))
                .post(quote.automatic() ? offer(held) : List.of())
                .post(new Posting.Hold(held.version()))
                .about(
                        held,
                        Template.FUNDED,
                        Scene.REQUESTER,
                        scene.facts(held).with("available", scene.funds().available() - held.amount()))
                .done();
    }

    private List<Posting> offer(Quote quote) {
        return List.of(new Posting.OfferQuote(quote, scene.wallet()));
    }

    private Decision assessed(TicketEvent.Assessed event) {
        return switch (event.assessment()) {
            case Assessment.Incident _ -> free(RequestType.INCIDENT, event.reason());
            case Assessment.Feature _ -> free(RequestType.FEATURE, event.reason());
            case Assessment.OnUs _ -> free(RequestType.PRICED, event.reason());
            case Assessment.Covered _ -> scene.unlisted(event, Always.PRICED_ALREADY);
            case Assessment.Priced priced -> askAnew(priced, event.reason());
        };
    }

    /** The agreement was to another price; the new one needs its own yes (T59). */
    private Decision askAnew(Assessment.Priced priced, String reason) {
        Quote next = Offers.asked(scene, priced);
        if (state.quote().automatic()) {
            return scene.to(Row.T59, new TicketState.Quoted(next, Waiting.FRESH))
                    .offer(next)
                    .ask(next, Template.QUOTE_SENT, scene.facts(next))
                    .done();
        }
        return new Asking(scene, new OpenOffer(scene, state.quote(), Waiting.FRESH))
                .replace(Row.T59, next, Template.QUOTE_REPLACED, reason);
    }

    private Decision free(RequestType type, String reason) {
        return scene.to(Row.T59, new TicketState.Working(new Price.Free(), false, scene.now(), null))
                .type(type)
                .post(Always.withdrawn(state.quote()))
                .say(Wishes.freeAfterAll(scene, type, reason))
                .done();
    }
}
