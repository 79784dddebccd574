package dev.parley.mail.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line, or up to six, that introduces a quotation: "On 3 May 2024 at 10:00, Alice &lt;alice@…&gt; wrote:".
 *
 * @param lines how many lines it takes
 * @param prefix length of the new text before it on the first line, 0 mostly
 */
record Attribution(int lines, int prefix) {

    /** Lines one introduction may be wrapped over. */
    private static final int MOST_LINES = 6;

    /** Blank lines between an introduction and what it quotes. */
    private static final int MOST_BLANK = 3;

    private static final Pattern MID_LINE =
            Pattern.compile("(?<=[\\p{L}\\p{N}.!?,;)]{1}[\\s-]{1,9})(?:On|Am|Le|El|Il|Op|Em|Den) "
                    + "(?=(?:\\p{L}{2,12}+\\.?,? )?(?:\\d|\\p{L}{3,9}+\\.? \\d))");

    /** The introduction that starts at a line, or null. */
    static @Nullable Attribution at(List<Line> lines, int at) {
        Line first = lines.get(at);
        if (first.raw().length() > Phrases.LONGEST) {
            return null;
        }
        Attribution midLine = midLine(lines, at);
        if (midLine != null) {
            return midLine;
        }
        if (sharesLine(first.text()) || Introduction.isDateInDashes(first.plain())) {
            return new Attribution(1, 0);
        }
        String opening = first.plain();
        int start = 0;
        while (start < opening.length() && "-–—*_|\"'“ ".indexOf(opening.charAt(start)) >= 0) {
            start++;
        }
        String rest = opening.substring(start);
        return Introduction.mayBegin(rest) ? read(lines, at, rest, 0) : null;
    }

    /** Some programs put the introduction on the last line of the answer. */
    private static @Nullable Attribution midLine(List<Line> lines, int at) {
        String text = lines.get(at).text();
        if (!mayOpenMidLine(text)) {
            return null;
        }
        Matcher mid = MID_LINE.matcher(text);
        int last = -1;
        while (mid.find()) {
            last = mid.start();
        }
        if (last < 0) {
            return null;
        }
        Attribution found = read(lines, at, Phrases.plain(text.substring(last)), last);
        int end = last;
        while (end > 0 && (text.charAt(end - 1) == '-' || Phrases.isSpace(text.charAt(end - 1)))) {
            end--;
        }
        return found == null ? null : new Attribution(found.lines(), end);
    }

    /** Finds one of the words of {@link #MID_LINE} by its capital; the pattern alone is slow on prose. */
    private static boolean mayOpenMidLine(String text) {
        for (int blank = text.indexOf(' ', 4); blank > 0; blank = text.indexOf(' ', blank + 1)) {
            if ("OALEI".indexOf(text.charAt(blank - 2)) >= 0 || text.charAt(blank - 3) == 'D') {
                return true;
            }
        }
        return false;
    }

    /** Yahoo on phones goes on behind the colon with what it quotes, after some blanks. */
    private static boolean sharesLine(String text) {
        int colon = text.lastIndexOf(":  ");
        return colon > 0 && Introduction.is(Phrases.plain(text.substring(0, colon + 1)), false);
    }

    private static @Nullable Attribution read(List<Line> lines, int at, String opening, int prefix) {
        StringBuilder joined = new StringBuilder(opening);
        for (int n = 1; ; n++) {
            String text = joined.toString();
            if (!goesOn(lines, at + n)) {
                if (Introduction.is(text, quotedBelow(lines, at + n))) {
                    return new Attribution(n, prefix);
                }
                if (text.endsWith(":")) {
                    return null;
                }
            }
            boolean more = n < MOST_LINES && at + n < lines.size() && joined.length() < Phrases.LONGEST;
            if (!more || endsAt(lines, at + n)) {
                return null;
            }
            Line next = lines.get(at + n);
            joined.append(next.isQuoted() ? " > " : " ").append(next.plain());
        }
    }

    /** Nothing is wrapped over a quoted line, nor over a blank one unless the address follows. */
    private static boolean endsAt(List<Line> lines, int at) {
        Line line = lines.get(at);
        if (line.isBlank() && !line.isQuoted()) {
            return at + 1 >= lines.size() || !lines.get(at + 1).raw().startsWith("<");
        }
        return line.isQuoted() && !goesOn(lines, at);
    }

    /** The {@code >} on this line closes an address that was wrapped before it ("&gt; wrote:"). */
    private static boolean goesOn(List<Line> lines, int at) {
        return at < lines.size()
                && lines.get(at).depth() == 1
                && Introduction.goesOn(lines.get(at).plain());
    }

    private static boolean quotedBelow(List<Line> lines, int from) {
        int i = from;
        while (i < lines.size()
                && i < from + MOST_BLANK
                && lines.get(i).isBlank()
                && !lines.get(i).isQuoted()) {
            i++;
        }
        return i < lines.size() && lines.get(i).isQuoted();
    }
}
