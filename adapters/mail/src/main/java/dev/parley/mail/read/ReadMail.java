package dev.parley.mail.read;

import dev.parley.mail.auth.AuthResult;
import dev.parley.mail.kind.Bounce;
import dev.parley.mail.kind.MailKind;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.text.ForwardedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as Parley reads it. Nothing is thrown away: {@code text} is the whole text, the other texts are cut from it,
 * and what is not text is an attachment.
 *
 * @param kind what wrote it and why
 * @param from the first author, or null
 * @param date from the Date header, or null; never a proof of when it came
 * @param messageId without angle brackets, or null
 * @param inReplyTo ids without angle brackets
 * @param references ids without angle brackets, oldest first
 * @param text every text part in order, HTML turned into text
 * @param reply what the sender wrote now
 * @param newText the reply without closing words and name; empty when nothing new was written. Only this may decide
 * @param elided quoted text that was folded away
 * @param signature the signature
 * @param forward the message forwarded in the text, or null
 * @param bounce for delivery reports, or null
 * @param auth whether From can be believed
 * @param headers all header fields, for what intake needs beyond this
 * @param warnings what was broken and how it was read
 */
public record ReadMail(
        MailKind kind,
        @Nullable Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> replyTo,
        String subject,
        @Nullable Instant date,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        String text,
        String reply,
        String newText,
        String elided,
        String signature,
        List<MailAttachment> attachments,
        @Nullable ForwardedText forward,
        @Nullable Bounce bounce,
        AuthResult auth,
        Headers headers,
        List<String> warnings) {

    private static final int RECIPIENTS_MAX = 200;
    private static final List<String> ENVELOPE_FIELDS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-To", "X-RCPT-To");

    /**
     * Every address the mail was delivered for, as the receiving servers noted it: where a reply address survives that
     * To has lost.
     */
    public List<Mailbox> envelopeRecipients() {
        return ENVELOPE_FIELDS.stream()
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> Addresses.parse(value, RECIPIENTS_MAX).stream())
                .distinct()
                .limit(RECIPIENTS_MAX)
                .toList();
    }

    /** The Return-Path without angle brackets; empty for the null sender; null when there is none. */
    public @Nullable String returnPath() {
        String value = headers.first("Return-Path");
        return value == null ? null : value.replace("<", "").replace(">", "").strip();
    }

    /** The Auto-Submitted field (RFC 3834), or the empty string. */
    public String autoSubmitted() {
        return headers.text("Auto-Submitted");
    }
}
