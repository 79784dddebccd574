package dev.parley.core.desk;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.reading.PreAgreement;
import dev.parley.core.ticket.Mode;

/** How the sender of a first message wants to be asked, as far as the message proves it. */
final class WantedMode {
    private WantedMode() {}

    /** {@code cap}: how far a pre-agreement goes that names no amount (C-14a). */
    static Mode of(InboundMessage message, long cap) {
        if (message.auth() != AuthVerdict.PASS) {
            return new Mode.AskAlways();
        }
        return PreAgreement.in(message.content().reply())
                .<Mode>map(said -> new Mode.PreAgreed(Math.max(1, said.cap().orElse(cap))))
                .orElseGet(Mode.Ask::new);
    }
}
