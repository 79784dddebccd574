package dev.parley.core.ticket;

import dev.parley.core.policy.CategoryKey;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.util.ArrayList;
import java.util.List;

/** Work may go on: free, held or already charged (T42, T43, T60 to T76). */
record WhenWorking(Scene scene, TicketState.Working state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> Always.bounced(scene, e);
            case TicketEvent.CancelRequested e -> cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, state.price());
            case TicketEvent.Assessed e -> assessed(e);
            case TicketEvent.SiteChosen e -> Always.site(scene, e);
            case TicketEvent.InformationAsked e -> asked(e.question());
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> scene.unlisted(e);
            case TicketEvent.WorkStarted _ -> started();
            case TicketEvent.AnswerSent e -> answered(e.text());
            case TicketEvent.CancellationSettled e -> scene.unlisted(e);
            case TicketEvent.TakenBack e -> Always.takeBack(scene, e.reason(), state.price(), null);
            case TicketEvent.RaiseAbandoned e -> scene.unlisted(e);
            case TicketEvent.OverageAsked e -> overage(e);
            case TicketEvent.SplitOff e -> Always.splitOff(scene, e);
            case TicketEvent.MergeAsked e -> Always.merge(scene, e, state.price(), null);
            case TicketEvent.CloseAsked _ -> Closing.asked(scene, state.price());
            case TicketEvent.ReopenAsked e -> scene.unlisted(e);
            case TicketEvent.DisputeSettled e -> Disputes.settle(scene, e, state.price(), this::at);
            case TicketEvent.DeadlinePassed _ -> new WorkClock(scene, state).deadline();
            case TicketEvent.FundsArrived e -> scene.unlisted(e);
            case TicketEvent.PurchaseChargedBack _ ->
                Always.chargedBack(scene, state.price().agreed());
            case TicketEvent.PriceListChanged _ -> scene.ignore(Row.T37, "what was agreed is honoured");
            case TicketEvent.ApproversChanged e -> scene.unlisted(e);
        };
    }

    private TicketState.Working at(Price price) {
        return new TicketState.Working(price, state.started(), state.since(), state.waitingSince());
    }

    // ---- the customer

    private Decision replied(CustomerReply reply) {
        Guards guards = new Guards(scene, reply, null);
        return guards.stop().orElseGet(() -> switch (reply.reading().kind()) {
            case YES -> yes(reply, guards);
            case NO -> no(reply, guards);
            case QUESTION -> data(reply);
            case COUNTER -> data(reply);
            case CONDITIONAL -> data(reply);
            case AMBIGUOUS -> data(reply);
            case OTHER -> data(reply);
        });
    }

    /** What a customer writes while work goes on is for staff to read; it ends our waiting for it (T73). */
    private Decision data(CustomerReply reply) {
        TicketState next = state.waitingSince() == null
                ? state
                : new TicketState.Working(state.price(), state.started(), scene.now(), null);
        return scene.to(Row.T73, next).say(scene.tellStaff(reply)).done();
    }

    /** While we wait for data, a yes may be the answer to that, whatever message it was written below. */
    private Decision yes(CustomerReply reply, Guards guards) {
        if (state.waitingSince() != null || !(reply.binding() instanceof Binding.Version(var version))) {
            return data(reply);
        }
        return switch (state.price()) {
            case Price.Free _ -> notOpen(reply, guards, version);
            case Price.Charged _ -> scene.nothingNew(reply, "the ticket is paid for");
            case Price.Held held ->
                version == held.quote().version()
                        ? Agreement.again(scene, held.quote(), held.yes(), reply)
                        : outdated(reply, held, version);
        };
    }

    /** A question about minutes over that was agreed to before, or is not open any more and bills nothing (T108). */
    private Decision notOpen(CustomerReply reply, Guards guards, int version) {
        Overtime overtime = state.price().overtime();
        if (overtime == null) {
            return data(reply);
        }
        Said yes = overtime.yes();
        if (yes != null && version == overtime.quote().version()) {
            return Agreement.again(scene, overtime.quote(), yes, reply);
        }
        return guards.byApprover(who -> scene.refuse(
                Row.T108,
                "version " + version + " is not open any more",
                scene.facts()
                        .with("quote_number", scene.number(version))
                        .say(Template.OVERAGE_NOT_OPEN, new Audience.Sender(who), 0),
                scene.tellStaff(reply)));
    }

    /** Where nobody had to agree there is nobody to name; then, and of every no, staff look at what is meant. */
    private Decision outdated(CustomerReply reply, Price.Held held, int version) {
        List<Outgoing> out = new ArrayList<>();
        if (held.yes().contact() != null) {
            out.add(scene.facts(held.quote())
                    .said(held.yes())
                    .say(
                            Template.ALREADY_AGREED,
                            new Audience.Sender(reply.speaker()),
                            held.quote().version()));
        }
        if (out.isEmpty() || reply.reading().kind() == ReplyKind.NO) {
            out.add(scene.tellStaff(reply));
        }
        return new Decision.Refused(Row.T25, "version " + version + " is not the one that was agreed to", out);
    }

    /** A no to what is held: before work it wins, afterwards a person decides what is due (T42, T43). */
    private Decision no(CustomerReply reply, Guards guards) {
        if (!(state.price() instanceof Price.Held held) || !(reply.binding() instanceof Binding.Version(var version))) {
            return data(reply);
        }
        if (version != held.quote().version()) {
            return outdated(reply, held, version);
        }
        return guards.byApprover(who -> declined(reply, who, held));
    }

    private Decision declined(CustomerReply reply, Speaker.Approver who, Price.Held held) {
        Said no = Said.by(who, reply.receivedAt());
        boolean same = held.yes().byRuleOr(who);
        if (state.started()) {
            return Cancelling.review(scene, same ? Row.T68 : Row.T43, held, who.name(), List.of());
        }
        return same
                ? Cancelling.release(scene, held, who, no, List.of())
                : scene.to(Row.T42, new TicketState.ClosedUnpaid(Ending.DECLINED, held.quote(), no, scene.now()))
                        .post(Money.giveBack(held, "declined before work"))
                        .about(
                                held.quote(),
                                Template.DECLINED_BEFORE_WORK,
                                Scene.APPROVERS,
                                scene.facts(held.quote()).said(held.yes()).with("declined_by", who.name()))
                        .done();
    }

    private Decision cancelled(Speaker speaker) {
        return Cancelling.mayBeBy(speaker, state.price())
                .map(who -> Cancelling.decide(scene, state.price(), state.started(), who, List.of()))
                .orElseGet(() -> Cancelling.notEntitled(scene, speaker, state.price()));
    }

    // ---- staff

    private Decision assessed(TicketEvent.Assessed event) {
        Repricing repricing =
                new Repricing(scene, state.price(), state.started(), state.since(), event.reason(), List.of());
        if (state.price() instanceof Price.Free) {
            return freeAssessed(event, repricing);
        }
        return switch (event.assessment()) {
            case Assessment.Incident _ -> repricing.free(RequestType.INCIDENT);
            case Assessment.OnUs _ -> repricing.free(RequestType.PRICED);
            case Assessment.Feature _ -> repricing.feature();
            case Assessment.Covered _ -> scene.unlisted(event, Always.PRICED_ALREADY);
            case Assessment.Priced priced -> repricing.to(priced);
        };
    }

    private Decision freeAssessed(TicketEvent.Assessed event, Repricing repricing) {
        return switch (event.assessment()) {
            case Assessment.Incident(var severity) -> incident(severity);
            case Assessment.OnUs _ -> scene.stay(Row.T66).done();
            case Assessment.Feature _ -> repricing.feature();
            case Assessment.Covered(var category) -> becameCovered(category);
            case Assessment.Priced priced -> becameChargeable(event, priced);
        };
    }

    /** Said once; another severity of the same fault is between us and the clocks. */
    private Decision incident(String severity) {
        Change change = scene.stay(Row.T66).type(RequestType.INCIDENT);
        return scene.ticket().type() == RequestType.INCIDENT
                ? change.done()
                : change.say(
                                Template.INCIDENT_ACCEPTED,
                                Scene.REQUESTER,
                                scene.facts().with("severity", severity))
                        .done();
    }

    /** Nothing retroactive: from here on it has a price, and that needs a yes in every mode (T76, P-25). */
    private Decision becameChargeable(TicketEvent.Assessed event, Assessment.Priced priced) {
        if (scene.ticket().wallet().isEmpty()) {
            return scene.unlisted(event, "comes before the site it is for is known (P-14)");
        }
        Quote quote = Offers.asked(scene, priced);
        return scene.to(Row.T76, new TicketState.Quoted(quote, Waiting.FRESH))
                .type(RequestType.PRICED)
                .offer(quote)
                .ask(quote, Template.BECAME_CHARGEABLE, scene.facts(quote).with("reason", event.reason()))
                .done();
    }

    /** From here on its time is taken from the package; what was done before stays free (T104). */
    private Decision becameCovered(CategoryKey category) {
        return scene.ticket().type() == RequestType.COVERED
                ? scene.stay(Row.T66).done()
                : scene.stay(Row.T104)
                        .type(RequestType.COVERED)
                        .say(
                                Template.COVERED_BY_PACKAGE,
                                Scene.REQUESTER,
                                scene.facts().with("category", category.key()))
                        .done();
    }

    /** Work the package covers needs more than it holds, and the contract wants a yes before that (T106, H-12). */
    private Decision overage(TicketEvent.OverageAsked event) {
        if (scene.ticket().type() != RequestType.COVERED) {
            return scene.unlisted(event, "is for work that a package covers (H-10)");
        }
        return WhenOverageAsked.ask(
                scene,
                Row.T106,
                event,
                quote -> new TicketState.Requoted(state.price(), quote, Waiting.FRESH, state.started(), null));
    }

    private Decision asked(String question) {
        return scene.to(Row.T73, new TicketState.Working(state.price(), state.started(), state.since(), scene.now()))
                .responded()
                .say(Template.INFORMATION_ASKED, Scene.REQUESTER, scene.facts().with("question", question))
                .done();
    }

    private Decision started() {
        return state.started()
                ? scene.ignore(Row.T44, "work had begun before")
                : scene.to(Row.T66, new TicketState.Working(state.price(), true, state.since(), state.waitingSince()))
                        .done();
    }

    /** The charge happens with the answer, in the same transaction (T60). */
    private Decision answered(String text) {
        Facts facts =
                scene.facts().with("text", text).with("amount", state.price().agreed());
        return switch (state.price()) {
            case Price.Free free ->
                answer(free).say(freeAnswer(), Scene.REQUESTER, facts).done();
            case Price.Charged charged ->
                answer(charged)
                        .say(Template.ANSWER_INCLUDED, Scene.REQUESTER, facts)
                        .done();
            case Price.Held held -> charge(held, text);
        };
    }

    private Template freeAnswer() {
        return scene.ticket().type() == RequestType.COVERED ? Template.ANSWER_COVERED : Template.ANSWER_FREE;
    }

    private Decision charge(Price.Held held, String text) {
        Quote quote = held.quote();
        return answer(new Price.Charged(quote, quote.amount()))
                .post(new Posting.PostHold(quote.version(), quote.amount()))
                .say(Template.ANSWER, Scene.REQUESTER, scene.facts(quote).with("text", text))
                .done();
    }

    private Change answer(Price price) {
        return scene.to(Row.T60, new TicketState.Answered(price, scene.now())).responded();
    }
}
