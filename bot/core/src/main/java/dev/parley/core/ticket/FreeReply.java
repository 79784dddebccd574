package dev.parley.core.ticket;

/** Words of a person that change nothing (T28). */
final class FreeReply {
    private FreeReply() {}

    static Decision of(Scene scene, String text) {
        return scene.stay(Row.T28)
                .responded()
                .say(Template.FREE_REPLY, Scene.REQUESTER, scene.facts().with("text", text))
                .done();
    }
}
