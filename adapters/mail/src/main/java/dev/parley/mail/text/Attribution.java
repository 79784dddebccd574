package dev.parley.mail.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final Pattern WROTE = Phrases.anyOf(Phrases.load("wrote"));
    private static final Set<String> OPENERS = new HashSet<>(Phrases.load("openers"));

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}[:.h]\\d\\d(?!\\d)");
    private static final Pattern STARTS_WITH_DATE =
            Pattern.compile("[^\\p{N}<@:]{0,14}(?<!\\d)\\d{1,4}[./年년-] ?\\d{1,2}.*"
                    + "|(?:\\p{L}{1,12}\\.?,? ){0,2}\\d{1,2}\\.? \\p{L}{2,12}\\.?,? .*");
    private static final Pattern ADDRESS = Pattern.compile(
            "[<(\\[] ?(?:mailto:)?[^\\s<>()\\[\\]@]{1,100}@[^\\s<>()\\[\\]@]{1,100} ?(?:[>)\\]]|<mailto)");
    private static final Pattern ENDS_WITH_ADDRESS =
            Pattern.compile(".*[^\\s<>()\\[\\]@]@[^\\s<>()\\[\\]@]+ ?[>)\\]]{1,2}\"?");
    private static final Pattern MID_LINE =
            Pattern.compile("(?<=[\\p{L}\\p{N}.!?,;)]{1}[\\s-]{1,9})(?:On|Am|Le|El|Il|Op|Em|Den) "
                    + "(?=(?:\\p{L}{2,12}\\.?,? )?(?:\\d|\\p{L}{3,9}\\.? \\d))");
    private static final Pattern FIRST_PERSON =
            Pattern.compile(".*(?<!\\p{L})(?:i|we|you|ich|wir|du|je|yo|io|ik|eu|я|мы)(?: have)?[ ,]*");
    private static final Pattern NAME = Pattern.compile(" ?[\"'“„*]?[\\p{Lu}\\p{Lo}<\"(].*");

    /** The introduction that starts at a line, or null. */
    static @Nullable Attribution at(List<Line> lines, int at) {
        Line first = lines.get(at);
        if (first.raw().length() > Phrases.LONGEST || first.isBlank()) {
            return null;
        }
        Attribution midLine = midLine(lines, at);
        if (midLine != null) {
            return midLine;
        }
        String opening = Phrases.plain(first.text());
        int start = startOf(opening);
        return start < 0 ? null : read(lines, at, opening.substring(start), 0);
    }

    private static @Nullable Attribution midLine(List<Line> lines, int at) {
        String raw = lines.get(at).text();
        Matcher mid = MID_LINE.matcher(raw);
        while (mid.find()) {
            Attribution found = read(lines, at, Phrases.plain(raw.substring(mid.start())), mid.start());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Attribution read(List<Line> lines, int at, String opening, int prefix) {
        StringBuilder joined = new StringBuilder(opening);
        for (int n = 1; ; n++) {
            if (accepts(joined.toString(), new Below(lines, at + n))) {
                return new Attribution(n, prefix);
            }
            boolean more = n < MOST_LINES && at + n < lines.size() && joined.length() < Phrases.LONGEST;
            if (!more || endsAt(lines, at + n)) {
                return null;
            }
            joined.append(' ').append(Phrases.plain(lines.get(at + n).raw()));
        }
    }

    /** Nothing is wrapped over a quoted line, nor over a blank one unless the address follows. */
    private static boolean endsAt(List<Line> lines, int at) {
        if (lines.get(at).isBlank() && !lines.get(at).isQuoted()) {
            return at + 1 >= lines.size() || !lines.get(at + 1).raw().startsWith("<");
        }
        return isQuotation(lines.get(at));
    }

    /** A quoted line, but not the end of an address that was wrapped before its {@code >}. */
    private static boolean isQuotation(Line line) {
        return line.isQuoted()
                && !WROTE.matcher(Phrases.lower(Phrases.plain(line.text()))).lookingAt()
                && !line.text().strip().equals(":");
    }

    /** Where the introduction may begin on its first line, or -1 if nothing of it is there. */
    private static int startOf(String opening) {
        int start = 0;
        while (start < opening.length() && "-–—*_|\"'“ ".indexOf(opening.charAt(start)) >= 0) {
            start++;
        }
        String rest = opening.substring(start);
        boolean candidate = opensWithWord(rest)
                || STARTS_WITH_DATE.matcher(rest).matches()
                || ADDRESS.matcher(rest).find()
                || WROTE.matcher(Phrases.lower(rest)).find()
                || rest.endsWith("<");
        return candidate ? start : -1;
    }

    private static boolean opensWithWord(String text) {
        int space = -1;
        for (int words = 0; words < 3; words++) {
            space = text.indexOf(' ', space + 1);
            if (space < 0) {
                return false;
            }
            if (OPENERS.contains(Phrases.lower(text.substring(0, space)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(String joined, Below below) {
        String text = joined.strip();
        boolean colon = text.endsWith(":");
        if (!colon && !text.endsWith("-") && !below.quoted()) {
            return false;
        }
        String body = text.replaceFirst("[\\s:*_-]+$", "");
        boolean dashes = joined.length() - body.length() >= 3 && text.endsWith("-");
        boolean date = DATE.matcher(body).find();
        boolean address = ADDRESS.matcher(body).find();
        boolean opened = opensWithWord(body) || STARTS_WITH_DATE.matcher(body).matches();
        Verb verb = verbIn(body);
        if (verb != Verb.NONE && (colon || dashes || below.quoted())) {
            boolean sure = (date && opened) || address || dashes || (below.quoted() && text.length() <= 120);
            if (sure && (verb == Verb.SURE || below.quoted())) {
                return true;
            }
        }
        boolean endsWithAddress = ENDS_WITH_ADDRESS.matcher(body).matches();
        if (date && endsWithAddress && opened) {
            return colon || below.quoted();
        }
        return colon && below.quoted() && date && (address || opened);
    }

    private enum Verb {
        NONE,
        /** A first person ("I wrote:"): an introduction only if a quotation follows. */
        OWN,
        SURE
    }

    /** Is a "wrote" the last word, or is it followed by nothing but a name or an address? */
    private static Verb verbIn(String body) {
        String lower = Phrases.lower(body);
        Matcher wrote = WROTE.matcher(lower);
        Verb found = Verb.NONE;
        while (wrote.find()) {
            String after = wrote.end() <= body.length() ? body.substring(wrote.end()) : "";
            boolean last = after.isBlank() || after.matches(" ?\\(.{0,60}\\)");
            boolean name = NAME.matcher(after).matches() && after.length() <= 160;
            if (last || name) {
                found = FIRST_PERSON.matcher(lower.substring(0, wrote.start())).matches() ? Verb.OWN : Verb.SURE;
            }
        }
        return found;
    }

    /** What stands below the introduction. */
    private record Below(List<Line> lines, int from) {

        boolean quoted() {
            int i = from;
            while (i < lines.size()
                    && i < from + 3
                    && lines.get(i).isBlank()
                    && !lines.get(i).isQuoted()) {
                i++;
            }
            return i < lines.size() && lines.get(i).isQuoted();
        }
    }
}
