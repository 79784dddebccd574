package dev.parley.core.ticket;

import java.time.Instant;
import java.util.List;

/** What the clock does to work: reminds of missing data, shows staff old holds, and in the end closes. */
record WorkClock(Scene scene, TicketState.Working state) {

    Decision deadline() {
        if (!scene.now().isBefore(Deadlines.workEnd(state, scene.closing()))) {
            return state.waitingSince() == null ? neglected() : withoutData(state.waitingSince());
        }
        Change change = scene.stay(Row.T73);
        if (state.waitingSince() != null) {
            remind(change, state.waitingSince());
        }
        if (Deadlines.alerts(Deadlines.alertsFrom(state), scene.closing()).stream()
                .anyMatch(this::reached)) {
            change.say(alert());
        }
        return change.done();
    }

    /** True for a moment the plan had in mind or that passed since. */
    private boolean reached(Instant milestone) {
        Instant planned = scene.ticket().dueAt();
        return planned != null && !milestone.isBefore(planned) && !milestone.isAfter(scene.now());
    }

    private void remind(Change change, Instant waitingSince) {
        if (Deadlines.offer(waitingSince, scene.policy()).anyMatch(this::reached)) {
            change.say(
                    Template.CANCEL_OFFERED,
                    Scene.REQUESTER,
                    scene.facts().with("closes_at", Deadlines.workEnd(state, scene.closing())));
        } else if (Deadlines.dataReminders(waitingSince, scene.policy()).anyMatch(this::reached)) {
            change.say(Template.DATA_REMINDER, Scene.REQUESTER, scene.facts());
        }
    }

    private Outgoing alert() {
        return switch (state.price()) {
            case Price.Held held ->
                scene.facts(held.quote()).with("held_at", held.since()).say(Template.STAFF_OLD_HOLD, Scene.STAFF, 0);
            case Price.Free _ -> idle();
            case Price.Charged _ -> idle();
        };
    }

    private Outgoing idle() {
        return scene.facts().with("since_at", state.since()).say(Template.STAFF_IDLE, Scene.STAFF, 0);
    }

    /** Nobody worked: what is held goes back; what was charged was for an answer that was given. */
    private Decision neglected() {
        return switch (state.price()) {
            case Price.Charged charged ->
                Closing.close(scene, charged)
                        .say(Neglect.closed(scene, state.since()))
                        .done();
            case Price.Free free -> free(free);
            case Price.Held held -> Neglect.takeBack(scene, state.since(), held);
        };
    }

    /** A wish is not given up because nobody answered: it stays with the product team (P-08). */
    private Decision free(Price.Free free) {
        return scene.ticket().type() == RequestType.FEATURE
                ? scene.to(Row.T90, new TicketState.Closed(free, scene.now()))
                        .say(Neglect.closed(scene, state.since()))
                        .done()
                : Neglect.takeBack(scene, state.since(), free);
    }

    /** The customer never answered: as if they had cancelled (T67, T68). */
    private Decision withoutData(Instant waitingSince) {
        return switch (state.price()) {
            case Price.Charged charged ->
                Closing.close(scene, charged)
                        .say(Neglect.closed(scene, waitingSince))
                        .done();
            case Price.Free free -> silent(free);
            case Price.Held held ->
                state.started() ? Cancelling.review(scene, Row.T68, held, "", List.of()) : silent(held);
        };
    }

    private Decision silent(Price price) {
        TicketState closed = new TicketState.ClosedUnpaid(
                Ending.NO_INFORMATION, price.agreedQuote().orElse(null), null, scene.now());
        return scene.to(Row.T67, closed)
                .post(Money.giveBack(price, "our question stayed unanswered"))
                .say(Template.CANCELLED_RELEASED, Scene.REQUESTER, scene.facts().with("amount", price.agreed()))
                .done();
    }
}
