package dev.parley.core.desk;

import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;

/**
 * A machine that answers us without saying that it is one gives itself away by saying the same again (mail requirement
 * 12). Short words are left alone: people do say “yes, please” twice.
 */
final class Echo {
    /** Characters from which on nobody writes the same again by hand. */
    static final int CHARS_MIN = 80;

    /** How long it is remembered. */
    static final Duration WITHIN = Duration.ofHours(1);

    private Echo() {}

    /** The message; as one of a machine if it repeats, word for word, what its sender just said on this ticket. */
    static InboundMessage heard(Transaction tx, TicketId ticket, InboundMessage m) {
        Party from = m.sender();
        String text = m.content().text();
        boolean again = m.kind() == MessageKind.HUMAN
                && from != null
                && text.length() >= CHARS_MIN
                && tx.saidBefore(ticket, from.address(), text, m.receivedAt().minus(WITHIN));
        return again ? ofMachine(m) : m;
    }

    /** The same message as one a machine wrote. */
    static InboundMessage ofMachine(InboundMessage m) {
        return new InboundMessage(
                m.desk(),
                m.key(),
                m.receivedAt(),
                MessageKind.AUTO_REPLY,
                m.sender(),
                m.recipients(),
                m.subject(),
                m.messageId(),
                m.relatesTo(),
                m.content(),
                m.attachments(),
                m.auth(),
                m.failures(),
                m.cutOff(),
                m.forwarded());
    }
}
