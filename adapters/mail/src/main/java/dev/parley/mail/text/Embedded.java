package dev.parley.mail.text;

import dev.parley.mail.text.HeaderBlock.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an embedded mail: its header block and what follows. */
final class Embedded {

    private Embedded() {}

    static ForwardedText read(List<Line> lines, HeaderBlock headers, int from, boolean marked) {
        int start = from;
        while (start < lines.size() && lines.get(start).isBlank()) {
            start++;
        }
        boolean quoted = start < lines.size() && lines.get(start).isQuoted();
        StringBuilder body = new StringBuilder();
        for (int i = start; i < lines.size() && (!quoted || lines.get(i).isQuoted()); i++) {
            body.append(quoted ? unquote(lines.get(i)) : lines.get(i).raw()).append('\n');
        }
        Map<Kind, String> values = headers.values();
        return new ForwardedText(
                values.get(Kind.FROM),
                values.get(Kind.SUBJECT),
                values.get(Kind.DATE),
                body.toString().strip(),
                values.get(Kind.TO),
                values.get(Kind.CC),
                values.get(Kind.REPLY_TO),
                marked);
    }

    /** The mail embedded at the start of a run of quoted lines, or null. */
    static @Nullable ForwardedText inQuotation(List<Line> lines, int at) {
        int end = at;
        while (end < lines.size() && lines.get(end).isQuoted()) {
            end++;
        }
        List<Line> quoted = lines.subList(at, end);
        int first = 0;
        while (first < quoted.size() && quoted.get(first).isBlank()) {
            first++;
        }
        if (first == quoted.size()) {
            return null;
        }
        boolean marked = Announcement.of(quoted.get(first)) == Announcement.FORWARDED;
        HeaderBlock headers = marked ? HeaderBlock.announced(quoted, first + 1) : HeaderBlock.at(quoted, first);
        if (headers == null || !(marked || headers.isConvincing())) {
            return null;
        }
        return read(quoted, headers, Math.max(headers.end(), first + (marked ? 1 : 0)), marked);
    }

    private static String unquote(Line line) {
        int mark = line.raw().indexOf('>');
        String rest = line.raw().substring(mark + 1);
        return rest.startsWith(" ") ? rest.substring(1) : rest;
    }
}
