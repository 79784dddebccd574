package dev.parley.mail.mime;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the header off a mail or part (RFC 5322 section 2.2) and survives what mails really contain: a leading mbox
 * line, lines without a colon, unindented continuations, a missing empty line before the body.
 */
final class HeaderBlock {

    private static final int NAME_CHARS_MAX = 100;

    private final byte[] raw;
    private final int end;
    private final int fieldsMax;
    private final List<String> warnings;
    private final List<HeaderField> fields = new ArrayList<>();
    private int fieldStart = -1;
    private int fieldEnd;
    private int dropped;
    private final int charsMax;

    private HeaderBlock(byte[] raw, int end, Limits limits, List<String> warnings) {
        this.raw = raw;
        this.end = end;
        this.fieldsMax = limits.headerFields();
        this.charsMax = limits.headerChars();
        this.warnings = warnings;
    }

    /** The fields, and where the body begins. */
    record Split(Headers headers, int bodyStart) {}

    static Split split(byte[] raw, int start, int end, Limits limits, List<String> warnings) {
        HeaderBlock block = new HeaderBlock(raw, end, limits, warnings);
        return block.split(block.skipEmptyLines(start));
    }

    /** Like {@link #split} for a part, whose header may be empty: then an empty line comes first. */
    static Split splitPart(byte[] raw, int start, int end, Limits limits, List<String> warnings) {
        return new HeaderBlock(raw, end, limits, warnings).split(start);
    }

    private Split split(int start) {
        int body = read(start);
        closeField();
        if (dropped > 0) {
            warnings.add(dropped + " header fields beyond the limit of " + fieldsMax + " left out");
        }
        return new Split(new Headers(fields), body);
    }

    private int read(int start) {
        int at = start;
        while (at < end) {
            int lineEnd = lineEnd(at);
            int next = Math.min(lineEnd + 1, end);
            int textEnd = lineEnd > at && raw[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
            if (textEnd == at) {
                return next;
            }
            if (isBlank(at, textEnd) && !looksLikeHeader(next)) {
                return next;
            }
            if (!takeLine(at, textEnd, next)) {
                warnings.add("header ends without an empty line");
                return at;
            }
            at = next;
        }
        return end;
    }

    private boolean takeLine(int at, int textEnd, int next) {
        if (isSpace(raw[at]) || continuesParameters(at, textEnd)) {
            if (fieldStart >= 0) {
                fieldEnd = textEnd;
            } else {
                warnings.add("header begins with a continuation line");
                fieldStart = -1;
            }
            return true;
        }
        if (colon(at, textEnd) > 0) {
            closeField();
            fieldStart = at;
            fieldEnd = textEnd;
            return true;
        }
        if (startsWith(at, "From ") || startsWith(at, ">From ")) {
            return true;
        }
        if (looksLikeHeader(next) && (fieldStart >= 0 || !fields.isEmpty())) {
            warnings.add("header line without a colon skipped: " + excerpt(at, textEnd));
            return true;
        }
        return false;
    }

    private void closeField() {
        if (fieldStart < 0) {
            return;
        }
        int colon = colon(fieldStart, fieldEnd);
        String name = ByteText.of(raw, fieldStart, colon).strip();
        if (fields.size() >= fieldsMax && !isSecondFrom(name)) {
            dropped++;
        } else {
            if (fieldEnd - colon > charsMax) {
                warnings.add("header field " + name + " cut at " + charsMax + " characters");
                fieldEnd = colon + charsMax;
            }
            fields.add(new HeaderField(
                    name, unfold(ByteText.of(raw, colon + 1, fieldEnd)).strip()));
        }
        fieldStart = -1;
    }

    /** A second From tells that the sender is doubtful: it must not hide behind the limit. */
    private boolean isSecondFrom(String name) {
        return name.equalsIgnoreCase("From") && fields.size() <= fieldsMax;
    }

    private static String unfold(String value) {
        if (value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return value;
        }
        StringBuilder flat = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\n') {
                boolean spaced = i + 1 < value.length() && (value.charAt(i + 1) == ' ' || value.charAt(i + 1) == '\t');
                if (!spaced) {
                    flat.append(' ');
                }
            } else if (c != '\r') {
                flat.append(c);
            }
        }
        return flat.toString();
    }

    /** A parameter on a line of its own that should have been indented: {@code boundary="x"}. */
    private boolean continuesParameters(int at, int textEnd) {
        if (fieldStart < 0 || !startsWith(fieldStart, "Content-")) {
            return false;
        }
        for (int i = at; i < textEnd; i++) {
            byte c = raw[i];
            if (c == '=') {
                return i > at;
            }
            if (c != '*' && !(c > 0 && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return false;
    }

    private boolean looksLikeHeader(int at) {
        if (at >= end) {
            return false;
        }
        int lineEnd = lineEnd(at);
        return colon(at, lineEnd) > 0;
    }

    /** Where the colon of {@code Name:} stands, or -1 when the line does not begin with a field name. */
    private int colon(int at, int textEnd) {
        int limit = Math.min(textEnd, at + NAME_CHARS_MAX);
        int i = at;
        while (i < limit && raw[i] > ' ' && raw[i] != ':' && raw[i] != 127) {
            i++;
        }
        int nameEnd = i;
        while (i < limit && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return i < limit && raw[i] == ':' && nameEnd > at ? i : -1;
    }

    private int skipEmptyLines(int start) {
        int at = start;
        while (at < end && (raw[at] == '\n' || raw[at] == '\r')) {
            at++;
        }
        return at;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSpace(raw[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private int lineEnd(int at) {
        int i = at;
        while (i < end && raw[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean startsWith(int at, String prefix) {
        if (at + prefix.length() > end) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (Character.toLowerCase((char) raw[at + i]) != Character.toLowerCase(prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private String excerpt(int from, int to) {
        return ByteText.of(raw, from, Math.min(to, from + 60));
    }
}
