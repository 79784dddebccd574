package dev.parley.mail.text;

import org.jspecify.annotations.Nullable;

/**
 * A mail embedded with its own header block.
 *
 * @param from sender as written, name and address
 * @param subject subject as written, unfolded
 * @param date date as written
 * @param text what follows the header block, one level of quote marks removed
 * @param to recipients as written
 * @param cc copies as written
 * @param replyTo reply address as written
 * @param marked true when the mail program itself calls it a forward; Outlook and others write the same
 *     block for replies and forwards, then only the subject of the outer mail (Fw:, WG:, Tr:) tells them apart
 */
public record ForwardedText(
        @Nullable String from,
        @Nullable String subject,
        @Nullable String date,
        String text,
        @Nullable String to,
        @Nullable String cc,
        @Nullable String replyTo,
        boolean marked) {}
