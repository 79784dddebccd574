package dev.parley.core.ticket;

/**
 * What a ticket does when something happens: the table of {@code docs/conversation.md} as a pure function. Guards G2 to
 * G8 are here; G1 and G9 are the use case's and the store's. One class a state, one case an event.
 */
public final class TicketRules {

    /**
     * Decides {@code event} on {@code ticket}.
     *
     * @return never an exception for an event that does not fit: that is {@link Row#UNLISTED} and has no effect
     */
    public Decision decide(Ticket ticket, TicketEvent event, Situation situation) {
        Scene scene = new Scene(ticket, situation);
        if (event instanceof TicketEvent.DeadlinePassed && !Always.due(scene)) {
            return scene.ignore(Row.UNLISTED, "nothing is due before " + ticket.dueAt());
        }
        return Wishes.stop(scene, event).orElseGet(() -> byState(scene, event));
    }

    /**
     * Answers a question about prices or about what is left, in the middle of a ticket (T105): Customer Support answers
     * it, the desk neither names nor negotiates a price (P-21, P-22). The ticket goes on as it stands.
     *
     * @param asker proven to have written it
     */
    public Decision aboutPrices(Ticket ticket, Speaker.Known asker, Situation situation) {
        Scene scene = new Scene(ticket, situation);
        Facts facts = scene.facts().with("customer_support", situation.policy().customerSupport());
        return scene.refuse(
                Row.T105,
                "a question about prices or a balance is Customer Support's",
                facts.say(Template.CUSTOMER_SUPPORT_MEANWHILE, new Outgoing.Audience.Sender(asker), 0));
    }

    private static Decision byState(Scene scene, TicketEvent event) {
        return switch (scene.ticket().state()) {
            case TicketState.New _ -> new WhenNew(scene).decide(event);
            case TicketState.Assessing state -> new WhenAssessing(scene, state).decide(event);
            case TicketState.Quoted state -> new WhenQuoted(scene, state).decide(event);
            case TicketState.Negotiating state -> new WhenNegotiating(scene, state).decide(event);
            case TicketState.Funding state -> new WhenFunding(scene, state).decide(event);
            case TicketState.Working state -> new WhenWorking(scene, state).decide(event);
            case TicketState.Requoted state ->
                state.quote().over() == null
                        ? new WhenRequoted(scene, state).decide(event)
                        : new WhenOverageAsked(scene, state).decide(event);
            case TicketState.CancelReview state -> new WhenCancelReview(scene, state).decide(event);
            case TicketState.Answered state -> new WhenAnswered(scene, state).decide(event);
            case TicketState.Closed state -> new WhenClosed(scene, state).decide(event);
            case TicketState.ClosedUnpaid state -> new WhenClosedUnpaid(scene, state).decide(event);
            case TicketState.Merged state -> new WhenMerged(scene, state).decide(event);
        };
    }
}
