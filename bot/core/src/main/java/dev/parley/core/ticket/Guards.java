package dev.parley.core.ticket;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.quote.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Guards G2 to G4, in this order, before any word of a reply is looked at. G5 and G7 are {@link OpenOffer}'s. */
final class Guards {
    private final Scene scene;
    private final CustomerReply reply;
    private final @Nullable Quote open;

    /** {@code open}: the quote the customer is asked about, null if none. */
    Guards(Scene scene, CustomerReply reply, @Nullable Quote open) {
        this.scene = scene;
        this.reply = reply;
        this.open = open;
    }

    /** What stops even a message that decides nothing: machines (G2), and people this customer never told us of. */
    Optional<Decision> stop() {
        if (reply.kind() != MessageKind.HUMAN) {
            return Optional.of(scene.ignore(Row.T32, "a message of kind " + reply.kind() + " decides nothing"));
        }
        return reply.speaker() instanceof Speaker.Stranger stranger
                ? Optional.of(reply.auth() == AuthVerdict.PASS ? unknown(stranger) : unproven())
                : Optional.empty();
    }

    /** {@code then} for an approver who is proven to have written this; everybody else decides nothing (G3, G4). */
    Decision byApprover(Function<Speaker.Approver, Decision> then) {
        if (reply.auth() != AuthVerdict.PASS) {
            return unproven();
        }
        return switch (reply.speaker()) {
            case Speaker.Approver approver -> then.apply(approver);
            case Speaker.Colleague colleague -> notEntitled(colleague);
            case Speaker.Stranger stranger -> unknown(stranger);
        };
    }

    private Decision unknown(Speaker.Stranger stranger) {
        List<Outgoing> out = new ArrayList<>();
        out.add(scene.facts().say(Template.ADDRESS_UNKNOWN, new Outgoing.Audience.Sender(stranger), 0));
        out.add(scene.facts().with("address", stranger.address()).say(Template.STAFF_STRANGER_WROTE, Scene.STAFF, 0));
        if (open != null) {
            out.add(scene.facts(open)
                    .with("address", stranger.address())
                    .say(Template.STRANGER_REPLIED, Scene.APPROVERS, open.version()));
        }
        return new Decision.Refused(Row.T22, "the sender is no contact of this customer", out);
    }

    private Decision notEntitled(Speaker.Colleague colleague) {
        List<Outgoing> out = new ArrayList<>();
        if (open == null) {
            out.add(scene.tellStaff(reply));
        } else {
            Facts facts = scene.facts(open).with("colleague", colleague.name());
            out.add(facts.say(Template.NEEDS_APPROVER, new Outgoing.Audience.Sender(colleague), 0));
            out.add(facts.say(Template.COLLEAGUE_REPLIED, Scene.APPROVERS, open.version()));
        }
        return new Decision.Refused(Row.T23, "the sender may not agree to charges", out);
    }

    /** Never to the address it came from: to the one registered for the person it claims to be from. */
    private Decision unproven() {
        List<Outgoing> out = new ArrayList<>();
        if (open != null && !(reply.speaker() instanceof Speaker.Stranger)) {
            out.add(scene.facts(open)
                    .say(Template.CONFIRM_SAFELY, new Outgoing.Audience.Sender(reply.speaker()), open.version()));
        }
        out.add(scene.facts()
                .with("speaker", Scene.name(reply.speaker()))
                .with("verdict", reply.auth())
                .with("reading", reply.reading().kind())
                .say(Template.STAFF_SECURITY, Scene.STAFF, 0));
        return new Decision.Refused(Row.T24, "nothing proves who sent this: " + reply.auth(), out);
    }
}
