package dev.parley.mail.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a mail.
 *
 * @param raw as it stands, quote marks included
 * @param depth number of quote marks before the text
 * @param text what follows the quote marks
 * @param plain the beginning of the text as phrases are compared with it
 * @param hint what the structure of an HTML mail says about the line
 */
record Line(String raw, int depth, String text, String plain, Hint hint) {

    Line(String raw, int depth, String text, Hint hint) {
        this(raw, depth, text, Phrases.plain(text), hint);
    }

    /** What HTML tells of a line beyond its words. */
    enum Hint {
        NONE,
        /** The line introduces a quotation. */
        INTRODUCTION,
        /** From here on the mail is history. */
        HISTORY,
        /** The mail program put a signature here. */
        SIGNATURE
    }

    static Line of(String raw) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '>') {
                depth++;
                start = i + 1;
            } else if (c != ' ' && c != '\t' && c != '\u00A0') {
                break;
            }
        }
        if (depth == 0 || isDecoration(raw, start)) {
            return new Line(raw, 0, raw, Hint.NONE);
        }
        int text = start < raw.length() && raw.charAt(start) == ' ' ? start + 1 : start;
        return new Line(raw, depth, raw.substring(text), Hint.NONE);
    }

    /** {@code >>> www.example.com <<<} points at something, it does not quote. */
    private static boolean isDecoration(String raw, int start) {
        return raw.stripTrailing().endsWith("<<") && start >= 2;
    }

    static List<Line> allOf(String text) {
        String unified = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < unified.length(); i++) {
            char c = unified.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(of(unified.substring(start, i)));
                boolean pair = c == '\r' && i + 1 < unified.length() && unified.charAt(i + 1) == '\n';
                i += pair ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < unified.length()) {
            lines.add(of(unified.substring(start)));
        }
        return lines;
    }

    boolean isBlank() {
        return plain.isEmpty();
    }

    boolean isQuoted() {
        return depth > 0;
    }

    static String join(List<Line> lines) {
        StringBuilder out = new StringBuilder();
        for (Line line : lines) {
            out.append(line.raw()).append('\n');
        }
        return Phrases.strip(out.toString());
    }
}
