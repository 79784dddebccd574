package dev.parley.core.desk;

import dev.parley.core.message.InboundMessage;
import java.nio.charset.StandardCharsets;

/** A link that opens a new mail with the words of another one, ready to be sent (RFC 6068). */
final class MailLink {

    /** Characters carried over; longer addresses are cut by mail programs. */
    private static final int SUBJECT_MAX = 100;

    private static final int TEXT_MAX = 1_000;

    /** What stands for itself in any part of an address (RFC 3986 §2.3). */
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private MailLink() {}

    /** To {@code address}, with subject and text of the message as far as a link can carry them. */
    static String of(String address, InboundMessage message) {
        return "mailto:" + address + "?subject=" + encoded(start(message.subject(), SUBJECT_MAX)) + "&body="
                + encoded(start(message.content().reply(), TEXT_MAX).replace("\n", "\r\n"));
    }

    private static String start(String text, int max) {
        String stripped = text.strip();
        if (stripped.length() <= max) {
            return stripped;
        }
        int end = Character.isHighSurrogate(stripped.charAt(max - 1)) ? max - 1 : max;
        return stripped.substring(0, end) + " …";
    }

    /** Nothing but letters, digits, {@code -._~} and percent signs comes out. */
    private static String encoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = PLAIN.indexOf(b) >= 0;
            out.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
        }
        return out.toString();
    }
}
