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

    /** The block that starts at a line, or null if there is none. */
    static @Nullable HeaderBlock at(List<Line> lines, int at) {
        Header first = header(lines.get(at).text());
        if (first == null || first.kind() == Kind.OTHER) {
            return null;
        }
        Map<Kind, String> values = new EnumMap<>(Kind.class);
        int end = read(lines, at, values);
        return isConvincing(values) ? new HeaderBlock(values, end) : null;
    }

    /** After a line that announces an embedded mail any header will do; empty when there is none. */
    static HeaderBlock announced(List<Line> lines, int at) {
        Map<Kind, String> values = new EnumMap<>(Kind.class);
        int first = at;
        while (first < lines.size() && first < at + 3 && lines.get(first).isBlank()) {
            first++;
        }
        if (first >= lines.size() || header(lines.get(first).text()) == null) {
            return new HeaderBlock(values, at);
        }
        return new HeaderBlock(values, read(lines, first, values));
    }

    private static int read(List<Line> lines, int at, Map<Kind, String> values) {
        int end = at;
        Kind last = Kind.OTHER;
        for (int i = at; i < lines.size() && i < at + MOST_LINES; i++) {
            String text = lines.get(i).text();
            Header header = header(text);
            if (header != null && !(values.containsKey(header.kind()) && header.kind() == Kind.FROM)) {
                values.putIfAbsent(header.kind(), header.value());
                last = header.kind();
                end = i + 1;
            } else if (lines.get(i).isBlank()) {
                if (!headerFollows(lines, i, values)) {
                    break;
                }
            } else if (headerFollows(lines, i, values)
                    || values.getOrDefault(last, "").isEmpty()) {
                values.merge(last, Phrases.plain(text), (a, b) -> (a + " " + b).strip());
                end = i + 1;
            } else {
                break;
            }
        }
        return end;
    }

    /** A new kind of header within the next lines keeps the block open over a blank or folded line. */
    private static boolean headerFollows(List<Line> lines, int at, Map<Kind, String> values) {
        for (int i = at + 1; i < lines.size() && i <= at + 4; i++) {
            Header header = header(lines.get(i).text());
            if (header != null) {
                return !values.containsKey(header.kind());
            }
        }
        return false;
    }

    private static boolean isConvincing(Map<Kind, String> values) {
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

    private static @Nullable Header header(String line) {
        if (line.length() > 4 * Phrases.LONGEST) {
            return null;
        }
        int start = 0;
        while (start < line.length()
                && start < 40
                && (Phrases.isSpace(line.charAt(start)) || "*_|•>".indexOf(line.charAt(start)) >= 0)) {
            start++;
        }
        String text = Phrases.plain(line.substring(start));
        int colon = text.indexOf(':');
        if (colon <= 0 || colon > LONGEST_NAME) {
            return null;
        }
        Kind kind = NAMES.get(Phrases.lower(text.substring(0, colon))
                .replace("*", "")
                .replace("_", "")
                .strip());
        String value = text.substring(colon + 1).strip();
        return kind == null
                ? null
                : new Header(kind, value.startsWith("*") ? value.substring(1).strip() : value);
    }
}
