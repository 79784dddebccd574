package dev.parley.mail.wire;

import java.util.stream.Collectors;

/**
 * Writes plain text as {@code format=flowed} (RFC 3676): lines short enough for every mail program and for the mark
 * it puts before a quoted line, and long lines whole again in programs that know the format.
 */
final class FlowedLines {
    /** Characters of a line; RFC 3676 (4.2) asks for 78 at most, and a reply quotes with two or more of them. */
    static final int COLUMNS = 72;

    private static final String SIGNATURE_MARK = "-- ";

    private FlowedLines() {}

    /** The text, with lines ended by CRLF; a word longer than a line, such as a link, stays whole. */
    static String of(String text) {
        return text.lines().map(FlowedLines::flow).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String flow(String line) {
        if (line.equals(SIGNATURE_MARK)) {
            return line;
        }
        StringBuilder out = new StringBuilder();
        String rest = line.stripTrailing();
        while (rest.length() > COLUMNS) {
            int space = breakIn(rest);
            if (space < 0) {
                break;
            }
            out.append(stuffed(rest.substring(0, space + 1))).append("\r\n");
            rest = rest.substring(space + 1);
        }
        return out.append(stuffed(rest)).toString();
    }

    /** The last space within the columns, else the first one after them; none that would leave a line empty. */
    private static int breakIn(String line) {
        int first = line.length() - line.stripLeading().length();
        int within = line.lastIndexOf(' ', COLUMNS);
        return within > first ? within : line.indexOf(' ', Math.max(COLUMNS, first));
    }

    /** Keeps a line from being read as a quote, as stuffed already, or as a mailbox separator (RFC 3676, 4.4). */
    private static String stuffed(String line) {
        boolean mistaken = line.startsWith(" ") || line.startsWith(">") || line.startsWith("From ");
        return mistaken ? ' ' + line : line;
    }
}
