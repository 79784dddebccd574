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

    private static Decision byState(Scene scene, TicketEvent event) {
        return switch (scene.ticket().state()) {
            case TicketState.New _ -> new WhenNew(scene).decide(event);
            case TicketState.Assessing state -> new WhenAssessing(scene, state).decide(event);
            case TicketState.Quoted state -> new WhenQuoted(scene, state).decide(event);
            case TicketState.Negotiating state -> new WhenNegotiating(scene, state).decide(event);
            case TicketState.Funding state -> new WhenFunding(scene, state).decide(event);
            case TicketState.Working state -> new WhenWorking(scene, state).decide(event);
            case TicketState.Requoted state -> new WhenRequoted(scene, state).decide(event);
            case TicketState.CancelReview state -> new WhenCancelReview(scene, state).decide(event);
            case TicketState.Answered state -> new WhenAnswered(scene, state).decide(event);
            case TicketState.Closed state -> new WhenClosed(scene, state).decide(event);
            case TicketState.ClosedUnpaid state -> new WhenClosedUnpaid(scene, state).decide(event);
            case TicketState.Merged state -> new WhenMerged(scene, state).decide(event);
        };
    }
}
