package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a mail in place of a body that is kept as a file: a line, and the beginning of the body again where
 * somebody wants to read it.
 *
 * @param sha256 of the decoded body, lower case hex
 * @param size of the decoded body in bytes
 * @param kept SHA-256 of what is kept: the decoded body, or its encoded form where that cannot be made again exactly
 * @param form how the kept file becomes the body as it stood: {@link #AS_IS}, {@link #REST} or {@link Base64Form}
 * @param head the beginning of the body as it stood
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record StandIn(String sha256, long size, String kept, String form, byte[] head) {
    static final String AS_IS = "as-is";

    /** Like {@link #AS_IS}, for all that follows. */
    static final String REST = "rest";

    private static final int LINE_MAX = 400;
    private static final Pattern FIELDS =
            Pattern.compile("file ([0-9a-f]{64}) (\\d{1,15}) ([0-9a-f]{64}) ([a-z0-9:-]{1,40}) (\\d{1,9})\r\n");

    StandIn forAllThatFollows() {
        return new StandIn(sha256, size, kept, REST, head);
    }

    /** The line itself, without the head behind it. */
    byte[] line(String mark) {
        return (mark + " file " + sha256 + ' ' + size + ' ' + kept + ' ' + form + ' ' + head.length + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The one a body begins with, or null; {@code mark} is known to nobody who wrote the mail. */
    static @Nullable StandIn of(byte[] body, String mark) {
        return at(body, 0, mark);
    }

    /** The one that stands at this place, or null. */
    static @Nullable StandIn at(byte[] mail, int at, String mark) {
        if (mark.isEmpty() || !begins(mail, at, mark)) {
            return null;
        }
        int from = at + mark.length() + 1;
        int to = Math.min(mail.length, from + LINE_MAX);
        Matcher m = FIELDS.matcher(new String(mail, from, Math.max(0, to - from), StandardCharsets.US_ASCII));
        if (!m.lookingAt()) {
            return null;
        }
        int headStart = from + m.end();
        int headEnd = Math.min(mail.length, headStart + Integer.parseInt(m.group(5)));
        byte[] head = Arrays.copyOfRange(mail, headStart, headEnd);
        return new StandIn(m.group(1), Long.parseLong(m.group(2)), m.group(3), m.group(4), head);
    }

    /** Where the mark stands next, or -1. */
    static int next(byte[] mail, int from, String mark) {
        for (int at = from; at <= mail.length - mark.length(); at++) {
            if (begins(mail, at, mark)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(byte[] mail, int at, String mark) {
        if (at + mark.length() > mail.length) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (mail[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
