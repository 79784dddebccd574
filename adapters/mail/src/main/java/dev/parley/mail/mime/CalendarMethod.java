package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The METHOD of an iCalendar part (RFC 6047): from its Content-Type, else from its text. */
final class CalendarMethod {

    private static final String MARK = "METHOD:";
    private static final int HEAD_BYTES = 4096;

    private CalendarMethod() {}

    static String of(MimePart part) {
        String declared = part.parameters().get("method").toUpperCase(Locale.ROOT);
        if (!declared.isEmpty()) {
            return declared;
        }
        String head = new String(part.body(), 0, Math.min(part.body().length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        int at = head.indexOf(MARK);
        if (at < 0) {
            return "";
        }
        int end = at + MARK.length();
        while (end < head.length() && Character.isLetter(head.charAt(end))) {
            end++;
        }
        return head.substring(at + MARK.length(), end).toUpperCase(Locale.ROOT);
    }
}
