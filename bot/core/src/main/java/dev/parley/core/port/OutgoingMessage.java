package dev.parley.core.port;

import dev.parley.core.conversation.OwnPages;
import dev.parley.core.message.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message ready to be sent; nothing is decided any more when it leaves the outbox.
 *
 * @param ticket the ticket's number, 0 for mail that belongs to none; the outbox keeps the order per ticket
 * @param channel the way out, e.g. {@code mail:support}
 * @param from what the customer sees; {@code replyTo} is signed and bound to ticket, quote version and addressee (G5)
 * @param messageId our own signed id without brackets, stable over every retry
 * @param inReplyTo the customer's last message, null if there is none
 * @param references oldest first, bounded
 * @param automatic true if no person wrote it: Auto-Submitted (RFC 3834)
 * @param html null if there is only text
 */
public record OutgoingMessage(
        String desk,
        long ticket,
        String channel,
        Party from,
        List<Party> to,
        String replyTo,
        String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        boolean automatic,
        String subject,
        String text,
        @Nullable String html) {

    public OutgoingMessage {
        to = List.copyOf(to);
        references = List.copyOf(references);
    }

    /** Its text as staff may see it: whoever has the address of a customer's own page could agree in their name. */
    public String textForStaff() {
        return OwnPages.masked(text);
    }
}
