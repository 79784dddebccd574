package dev.parley.core.ticket;

/** The end of an answered ticket (T90, T98). */
final class Closing {
    private Closing() {}

    /** Staff close it: never while money is held (T98). */
    static Decision asked(Scene scene, Price price) {
        return price.held() > 0
                ? scene.refuse(Row.T98, price.held() + " are still held: answer, take back or settle the ticket first")
                : close(scene, price).done();
    }

    static Change close(Scene scene, Price price) {
        return scene.to(Row.T90, new TicketState.Closed(price, scene.now()))
                .responded()
                .say(
                        Template.CLOSED_AFTER_ANSWER,
                        Scene.REQUESTER,
                        scene.facts()
                                .with(
                                        "reopen_until_at",
                                        scene.now().plus(scene.closing().reopenWithin())));
    }
}
