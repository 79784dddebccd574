package dev.parley.core.ticket;

/** Part of another ticket: everything goes there (T100). */
record WhenMerged(Scene scene, TicketState.Merged state) {

    Decision decide(TicketEvent event) {
        return event instanceof TicketEvent.ByCustomer
                ? scene.ignore(Row.T100, "belongs to ticket " + state.into().number() + " now")
                : scene.unlisted(event);
    }
}
