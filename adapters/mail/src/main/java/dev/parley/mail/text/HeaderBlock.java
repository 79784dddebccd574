package dev.parley.mail.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header lines a mail program prints above a quoted or forwarded mail ("From: … Sent: … To: … Subject: …").
 *
 * @param values first value of each kind of header, unfolded
 * @param end index of the first line after the block
 */
record HeaderBlock(Map<Kind, String> values, int end) {

    /** What a header line says, whatever its language. */
    enum Kind {
        FROM,
        DATE,
        TO,
        CC,
        SUBJECT,
        REPLY_TO,
        OTHER
    }

    /** Lines between the first and the last header, folded and blank ones included. */
    private static final int MOST_LINES = 60;

    private static final int LONGEST_NAME = 24;

    private static final Map<String, Kind> NAMES = names();
    private static final Pattern DATE_VALUE =
            Pattern.compile(".*(?:(?:19|20|25)\\d\\d|\\d[./-]\\d{1,2}[./-]\\d|\\d[:.h]\\d\\d).*");

    private record Header(Kind kind, String value) {}

    private static Map<String, Kind> names() {
        Map<String, Kind> names = new HashMap<>();
        for (String line : Phrases.load("headers")) {
            int colon = line.indexOf(':');
            Kind kind = Kind.valueOf(
                    line.substring(0, colon).toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            for (String name : line.substring(colon + 1).split(",", -1)) {
                names.putIfAbsent(name.strip(), kind);
            }
        }
        return names;
    }

    /** The header lines that start at a line, convincing or not; null if there is none. */
    static @Nullable HeaderBlock at(List<Line> lines, int at) {
        Header first = header(lines.get(at));
        if (first == null || first.kind() == Kind.OTHER) {
            return null;
        }
        Map<Kind, String> values = new EnumMap<>(Kind.class);
        int end = read(lines, at, values);
        return new HeaderBlock(values, end);
    }

    /** After a line that announces an embedded mail any header will do; empty when there is none. */
    static HeaderBlock announced(List<Line> lines, int at) {
        Map<Kind, String> values = new EnumMap<>(Kind.class);
        int first = at;
        while (first < lines.size() && first < at + 3 && lines.get(first).isBlank()) {
            first++;
        }
        if (first >= lines.size() || header(lines.get(first)) == null) {
            return new HeaderBlock(values, at);
        }
        return new HeaderBlock(values, read(lines, first, values));
    }

    private static int read(List<Line> lines, int at, Map<Kind, String> values) {
        int end = at;
        Kind last = Kind.OTHER;
        for (int i = at; i < lines.size() && i < at + MOST_LINES; i++) {
            Header header = header(lines.get(i));
            if (header != null && !(values.containsKey(header.kind()) && header.kind() == Kind.FROM)) {
                values.putIfAbsent(header.kind(), header.value());
                last = header.kind();
                end = i + 1;
            } else if (lines.get(i).isBlank()) {
                if (!headerFollows(lines, i, values)) {
                    break;
                }
            } else if (isFolded(lines, i)
                    || headerFollows(lines, i, values)
                    || values.getOrDefault(last, "").isEmpty()) {
                values.merge(last, lines.get(i).plain(), (a, b) -> (a + " " + b).strip());
                end = i + 1;
            } else {
                break;
            }
        }
        return end;
    }

    /** An indented line right below the block goes on with its last header (RFC 5322 section 2.2.3). */
    private static boolean isFolded(List<Line> lines, int at) {
        return Phrases.isSpace(lines.get(at).text().charAt(0))
                && !lines.get(at - 1).isBlank();
    }

    /** A new kind of header within the next lines keeps the block open over a blank or folded line. */
    private static boolean headerFollows(List<Line> lines, int at, Map<Kind, String> values) {
        for (int i = at + 1; i < lines.size() && i <= at + 4; i++) {
            Header header = header(lines.get(i));
            if (header != null) {
                return !values.containsKey(header.kind());
            }
        }
        return false;
    }

    /** Enough of a header block to be no words of the writer ("From: 8:00", "An: alle"). */
    boolean isConvincing() {
        boolean date = values.containsKey(Kind.DATE)
                && DATE_VALUE.matcher(values.getOrDefault(Kind.DATE, "")).matches();
        boolean address = values.getOrDefault(Kind.FROM, "").contains("@")
                || values.getOrDefault(Kind.TO, "").contains("@")
                || values.getOrDefault(Kind.REPLY_TO, "").contains("@");
        boolean subject = values.containsKey(Kind.SUBJECT);
        boolean to = values.containsKey(Kind.TO);
        if (!values.containsKey(Kind.FROM)) {
            return to && date && (address || subject);
        }
        boolean several = subject || to || values.containsKey(Kind.DATE);
        return date || (address && several) || (subject && to && values.containsKey(Kind.DATE));
    }

    private static @Nullable Header header(Line line) {
        String text = line.plain();
        int start = 0;
        while (start < text.length() && "*_|•> ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int colon = text.indexOf(':');
        if (colon <= start || colon > start + LONGEST_NAME) {
            return null;
        }
        String name =
                Phrases.lower(text.substring(start, colon)).replace("*", "").replace("_", "");
        Kind kind = NAMES.get(name.strip());
        if (kind == null) {
            return null;
        }
        String value =
                text.length() < Phrases.LONGEST ? text : line.text().strip().replaceAll("\\s+", " ");
        return new Header(kind, value.substring(value.indexOf(':') + 1).replaceFirst("^[ *]+", ""));
    }
}
