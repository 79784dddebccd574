package dev.parley.testkit;

import dev.parley.core.message.Attachment;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Ready-made messages of the desk {@code support}. */
public final class Messages {
    /** The desk's mail channel. */
    public static final String CHANNEL = "mail:support";

    /** The desk's own address. */
    public static final Party SUPPORT = new Party("Support", "support@vendor.example");

    private Messages() {}

    /** A person's mail. {@code id} is its Message-ID and its native id. */
    public static InboundMessage from(String address, String id, String text, Instant receivedAt) {
        Attachment log = new Attachment("error.log", "text/plain", 12, "00".repeat(32), false, null);
        return new InboundMessage(
                Desks.SUPPORT,
                new MessageKey(CHANNEL, id),
                receivedAt,
                MessageKind.HUMAN,
                new Party("Alice", address),
                List.of(SUPPORT.address()),
                "Printing fails",
                id,
                List.of(),
                Content.plain(text),
                List.of(log),
                AuthVerdict.PASS,
                List.of());
    }

    /** A mail of ours on a ticket, 0 for none. */
    public static OutgoingMessage to(String address, long ticket, String messageId, boolean automatic) {
        return new OutgoingMessage(
                Desks.SUPPORT,
                ticket,
                CHANNEL,
                SUPPORT,
                List.of(new Party("", address)),
                SUPPORT.address(),
                messageId,
                null,
                List.of(),
                automatic,
                "Re: Printing fails",
                "Text of " + messageId,
                null);
    }

    /** A mail as bytes, as a channel records it. */
    public static RawMessage raw(String desk, String id, Instant receivedAt) {
        byte[] bytes = ("Message-ID: <" + id + ">\r\n\r\nHello\r\n").getBytes(StandardCharsets.US_ASCII);
        return new RawMessage(desk, new MessageKey(CHANNEL, id), receivedAt, List.of(SUPPORT.address()), bytes);
    }
}
