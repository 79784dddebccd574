package dev.parley.core.ticket;

import dev.parley.core.policy.PriceRule;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.ReplyKind;
import java.util.Optional;

/** A counter-offer is with the specialist; the quote can still be agreed to (T50 to T53). */
record WhenNegotiating(Scene scene, TicketState.Negotiating state) {

    Decision decide(TicketEvent event) {
        return switch (event) {
            case TicketEvent.Opened e -> scene.unlisted(e);
            case TicketEvent.Replied e -> replied(e.reply());
            case TicketEvent.Bounced e -> open().bounced(e);
            case TicketEvent.CancelRequested e -> asking().cancelled(e.speaker());
            case TicketEvent.Disputed e -> Disputes.open(scene, e, new Price.Free());
            case TicketEvent.Assessed e -> asking().assessed(e, Row.T35);
            case TicketEvent.SiteChosen e -> scene.unlisted(e, "comes before a price (P-14)");
            case TicketEvent.InformationAsked e -> scene.unlisted(e);
            case TicketEvent.RepliedFreely e -> FreeReply.of(scene, e.text());
            case TicketEvent.ModificationRefused e -> scene.unlisted(e);
            case TicketEvent.NegotiationSettled e -> settled(e);
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

    private TicketState.Negotiating waiting(Waiting waiting) {
        return new TicketState.Negotiating(state.quote(), waiting, state.offered());
    }

    private Decision replied(CustomerReply reply) {
        Guards guards = new Guards(scene, reply, state.quote());
        return guards.stop().orElseGet(() -> heard(reply, guards));
    }

    private Decision heard(CustomerReply reply, Guards guards) {
        if (reply.reading().kind() != ReplyKind.YES && open().clock().expired(reply.receivedAt())) {
            return asking().expire(scene.tellStaff(reply));
        }
        return switch (reply.reading().kind()) {
            case YES -> guards.byApprover(who -> asking().yes(reply, who, Row.T53));
            case NO -> guards.byApprover(who -> asking().no(reply, who));
            case QUESTION -> open().question(reply, this::waiting);
            case COUNTER -> guards.byApprover(who -> open().ifBound(reply, () -> counter(reply)));
            case CONDITIONAL -> guards.byApprover(who -> open().unclear(reply, this::waiting));
            case AMBIGUOUS -> guards.byApprover(who -> open().unclear(reply, this::waiting));
            case OTHER -> scene.refuse(Row.UNLISTED, "says nothing about the quote", scene.tellStaff(reply));
        };
    }

    /** Another offer while the first is looked at; one below the price list's minimum needs no specialist (T52). */
    private Decision counter(CustomerReply reply) {
        Long amount = reply.reading().amount();
        Optional<PriceRule.From> rule = Offers.specialist(scene, state.quote());
        return amount != null && rule.isPresent() && amount < rule.get().minimum()
                ? stands(Row.T52, Template.BELOW_MINIMUM, "")
                : Counter.toSpecialist(scene, open(), reply);
    }

    private Decision settled(TicketEvent.NegotiationSettled event) {
        Long amount = event.amount();
        if (amount == null) {
            return stands(Row.T51, Template.PRICE_STANDS, event.reason());
        }
        Optional<PriceRule.From> rule = Offers.specialist(scene, state.quote());
        if (rule.isPresent() && rule.get().allows(amount)) {
            return asking().replace(
                            Row.T50,
                            Offers.again(scene, state.quote(), amount),
                            Template.QUOTE_NEGOTIATED,
                            event.reason());
        }
        return stands(Row.T52, Template.BELOW_MINIMUM, event.reason());
    }

    /** The price stays; the customer gets the whole time again to think about it (T51, T52). */
    private Decision stands(Row row, Template template, String reason) {
        Quote renewed = state.quote().validUntil(scene.now().plus(scene.terms().validity()));
        Waiting waiting = new Waiting(
                clockOf(renewed).remindersBy(scene.now()),
                state.waiting().unclear(),
                null,
                state.waiting().replaced());
        long minimum =
                Offers.specialist(scene, renewed).map(PriceRule.From::minimum).orElse(renewed.amount());
        return scene.to(row, new TicketState.Quoted(renewed, waiting))
                .post(open().extension(renewed))
                .ask(
                        renewed,
                        template,
                        scene.facts(renewed).with("reason", reason).with("minimum", minimum))
                .done();
    }

    private QuoteClock clockOf(Quote quote) {
        return new QuoteClock(quote, Waiting.FRESH, scene.policy());
    }

    private Decision deadline() {
        return scene.now().isBefore(open().ended().expiresAt()) ? open().remind(this::waiting) : asking().expire();
    }
}
