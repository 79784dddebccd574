package dev.parley.core.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as received and understood, whatever channel it came by.
 *
 * @param receivedAt when our server got it: the time that counts for a quote's expiry (G7)
 * @param sender null if the message names nobody
 * @param recipients every address it was sent or delivered to, lower case, envelope first
 * @param relatesTo ids this message answers, nearest first: In-Reply-To, then References from the last to the first
 * @param messageId its own id, null if it has none
 * @param failures what a bounce reports; empty for all other kinds
 * @param cutOff true if it was longer than is taken, and only its beginning is here
 * @param forwarded the mail it hands on, if its mail program says that it forwards one
 */
public record InboundMessage(
        String desk,
        MessageKey key,
        Instant receivedAt,
        MessageKind kind,
        @Nullable Party sender,
        List<String> recipients,
        String subject,
        @Nullable String messageId,
        List<String> relatesTo,
        Content content,
        List<Attachment> attachments,
        AuthVerdict auth,
        List<DeliveryFailure> failures,
        boolean cutOff,
        @Nullable Forwarded forwarded) {

    public InboundMessage {
        recipients = List.copyOf(recipients);
        relatesTo = List.copyOf(relatesTo);
        attachments = List.copyOf(attachments);
        failures = List.copyOf(failures);
    }

    /** One that is all here, and forwards nothing. */
    public InboundMessage(
            String desk,
            MessageKey key,
            Instant receivedAt,
            MessageKind kind,
            @Nullable Party sender,
            List<String> recipients,
            String subject,
            @Nullable String messageId,
            List<String> relatesTo,
            Content content,
            List<Attachment> attachments,
            AuthVerdict auth,
            List<DeliveryFailure> failures) {
        this(
                desk,
                key,
                receivedAt,
                kind,
                sender,
                recipients,
                subject,
                messageId,
                relatesTo,
                content,
                attachments,
                auth,
                failures,
                false,
                null);
    }
}
