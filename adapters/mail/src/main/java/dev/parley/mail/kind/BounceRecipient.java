package dev.parley.mail.kind;

/**
 * What became of the message for one recipient.
 *
 * @param address where it was to go, maybe empty
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}, or the empty string
 * @param smtpCode three digits such as {@code 550}, or the empty string
 * @param hard whether the address itself is at fault, so that sending again is useless
 * @param reason one word for why
 * @param diagnostic what the server said, cut to a few lines
 */
public record BounceRecipient(
        String address, String status, String smtpCode, boolean hard, String reason, String diagnostic) {}
