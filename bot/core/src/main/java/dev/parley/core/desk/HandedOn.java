package dev.parley.core.desk;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.Forwarded;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import java.util.List;
import java.util.Optional;

/** What a colleague forwards to the desk, read as the mail of the customer who wrote it. */
final class HandedOn {
    private HandedOn() {}

    /** True if a colleague seems to forward something. */
    static boolean claims(DeskProfile desk, InboundMessage message) {
        Party by = message.sender();
        return message.kind() == MessageKind.HUMAN
                && by != null
                && desk.isColleague(by.address())
                && message.forwarded() != null;
    }

    /**
     * The customer's mail: it proves nothing and agrees to nothing in advance, and what the colleague wrote around it
     * is left out. Empty if the colleague is not proven, no address can be read, or it is from one of our own.
     */
    static Optional<InboundMessage> asCustomers(DeskProfile desk, InboundMessage message) {
        Forwarded forwarded = message.forwarded();
        if (!claims(desk, message) || forwarded == null || message.auth() != AuthVerdict.PASS) {
            return Optional.empty();
        }
        Party author = forwarded.from();
        if (author == null || desk.isOwn(author.address()) || desk.isColleague(author.address())) {
            return Optional.empty();
        }
        return Optional.of(new InboundMessage(
                message.desk(),
                message.key(),
                message.receivedAt(),
                MessageKind.HUMAN,
                author,
                message.recipients(),
                forwarded.subject().isBlank() ? message.subject() : forwarded.subject(),
                message.messageId(),
                List.of(),
                Content.plain(forwarded.text()),
                message.attachments(),
                AuthVerdict.NONE,
                List.of(),
                message.cutOff(),
                null));
    }
}
