package dev.parley.core.ticket;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.reading.Reading;
import java.time.Instant;

/**
 * A message on a ticket, with everything the guards look at.
 *
 * @param kind only {@link MessageKind#HUMAN} may decide (G2)
 * @param auth only {@link AuthVerdict#PASS} may decide (G3)
 * @param speaker only an approver may decide (G4)
 * @param binding only a bound yes may charge (G5)
 * @param reading of the new text only (G6); amounts in it are never charged (G8)
 * @param receivedAt by our server's clock (G7)
 * @param message the evidence: which message said it
 */
public record CustomerReply(
        MessageKind kind,
        AuthVerdict auth,
        Speaker speaker,
        Binding binding,
        Reading reading,
        Instant receivedAt,
        MessageKey message) {

    /** Whether it belongs to the conversation; machines, strangers and forgers do not speak in it. */
    public boolean ofTheConversation() {
        return kind == MessageKind.HUMAN && auth != AuthVerdict.FAIL && !(speaker instanceof Speaker.Stranger);
    }
}
