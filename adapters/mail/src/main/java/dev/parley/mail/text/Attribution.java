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

    /** Characters of an introduction that names neither date nor address and is believed for the quotation below it. */
    private static final int MOST_UNDATED = 120;

    /** Lines one introduction may be wrapped over. */
    private static final int MOST_LINES = 6;

    private static final Pattern WROTE = Phrases.anyOf(Phrases.load("wrote"));
    private static final Set<String> OPENERS = new HashSet<>(Phrases.load("openers"));

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}[:.h]\\d\\d(?!\\d)");
    private static final Pattern STARTS_WITH_DATE =
            Pattern.compile("(?:[\\p{L}\\p{M}.,॰׳]{1,14} ?[(]?){0,3}(?<!\\d)\\d{1,4}[^\\d@].*");
    /** The date comes first but for a weekday. */
    private static final Pattern DATE_FIRST = Pattern.compile("(?:[\\p{L}\\p{M}׳]{1,14}[.,] ?)?[(]?\\d{1,4}[^\\d@].*");

    private static final Pattern ADDRESS = Pattern.compile(
            "[<(\\[] ?(?:mailto:)?[^\\s<>()\\[\\]@]{1,100}@[^\\s<>()\\[\\]@]{1,100} ?(?:[>)\\]]|<mailto)");
    private static final Pattern ENDS_WITH_ADDRESS =
            Pattern.compile(".*[^\\s<>()\\[\\]@]@[^\\s<>()\\[\\]@]+ ?[>)\\]]{1,2}\"?");
    private static final Pattern MID_LINE =
            Pattern.compile("(?<=[\\p{L}\\p{N}.!?,;)]{1}[\\s-]{1,9})(?:On|Am|Le|El|Il|Op|Em|Den) "
                    + "(?=(?:\\p{L}{2,12}\\.?,? )?(?:\\d|\\p{L}{3,9}\\.? \\d))");
    /** No name and no address between the date and "wrote". */
    private static final Pattern NAMELESS = Pattern.compile("(?:[^@]*\\d)?[^@\\d\\p{Lu}\\p{Lo}]*");

    private static final Pattern FIRST_PERSON =
            Pattern.compile(".*(?<!\\p{L})(?:i|we|you|ich|wir|du|je|yo|io|ik|eu|я|мы)(?: have)?[ ,]*");
    /** " on 1/8/2024 12:00 PM", " am Mo., 8. Jan. 2024, 12:00", " (8 Oca 2024 12:00)". */
    private static final Pattern WHEN = Pattern.compile(
            " (?:\\p{L}{1,3} )?[(\"]?(?:\\p{L}{1,12}[.,]{0,2} ){0,3}\\d.{0,60}(?:\\d|\\d\\)|[ap]\\.?m\\.?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY_NAME = Pattern.compile(
            "[-–— ]*\"?(?:[\\p{Lu}\\p{Lo}][\\p{L}'’.-]*,? ?){1,5}\"? ?(?:[<(\\[][^<>()\\[\\]]{3,100}[>)\\]])?,? ?");
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
                String before = raw.substring(0, mid.start()).replaceFirst("[\\s-]+$", "");
                return new Attribution(found.lines(), before.length());
            }
        }
        return null;
    }

    private static @Nullable Attribution read(List<Line> lines, int at, String opening, int prefix) {
        StringBuilder joined = new StringBuilder(opening);
        for (int n = 1; ; n++) {
            if (!goesOn(lines, at + n) && accepts(joined.toString(), new Below(lines, at + n))) {
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
        return lines.get(at).isQuoted() && !goesOn(lines, at);
    }

    /** The {@code >} on this line closes an address that was wrapped before it ("&gt; wrote:"). */
    private static boolean goesOn(List<Line> lines, int at) {
        if (at >= lines.size() || lines.get(at).depth() != 1) {
            return false;
        }
        String text = Phrases.lower(Phrases.plain(lines.get(at).text()));
        return text.equals(":") || (text.endsWith(":") && WROTE.matcher(text).lookingAt());
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
        return withoutOpener(text).length() < text.length();
    }

    /** The text without the longest opener of up to three words in front. */
    private static String withoutOpener(String text) {
        int end = 0;
        int space = -1;
        for (int words = 0; words < 3; words++) {
            space = text.indexOf(' ', space + 1);
            if (space < 0) {
                break;
            }
            end = OPENERS.contains(Phrases.lower(text.substring(0, space))) ? space + 1 : end;
        }
        return text.substring(end);
    }

    private static boolean accepts(String joined, Below below) {
        String text = joined.strip();
        boolean colon = text.endsWith(":");
        boolean quoted = below.quoted();
        if (!colon && !text.endsWith("-") && !quoted) {
            return false;
        }
        String body = text.replaceFirst("[\\s:*_-]+$", "");
        boolean dashes = joined.length() - body.length() >= 3 && text.endsWith("-");
        boolean address = ADDRESS.matcher(body).find();
        boolean dated = DATE.matcher(body).find();
        Verb verb = verbIn(body);
        if (quoted) {
            boolean known = address || dated || text.length() <= MOST_UNDATED;
            return (verb != Verb.NONE && known) || (dated && address) || (colon && dated && opens(body));
        }
        if (verb == Verb.NONE) {
            return colon
                    && dated
                    && ENDS_WITH_ADDRESS.matcher(body).matches()
                    && DATE_FIRST.matcher(withoutOpener(body)).matches();
        }
        return verb != Verb.OWN && (address || dashes || (dated && (verb == Verb.DATED || opens(body))));
    }

    private static boolean opens(String body) {
        return opensWithWord(body) || STARTS_WITH_DATE.matcher(body).matches();
    }

    private enum Verb {
        NONE,
        /** "I wrote:", "the auditor wrote:": an introduction only if a quotation follows. */
        OWN,
        SURE,
        /** A name, "wrote" and a date. */
        DATED
    }

    /** Does a line hold a name alone, as where an introduction was wrapped before the address? */
    static boolean isName(Line line) {
        String text = Phrases.plain(line.text());
        return text.length() <= 78 && BY_NAME.matcher(text).matches();
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
            boolean dated = WHEN.matcher(after).matches()
                    && BY_NAME.matcher(body.substring(0, wrote.start())).matches();
            if (last || name || dated) {
                boolean own =
                        FIRST_PERSON.matcher(lower.substring(0, wrote.start())).matches()
                                || (last
                                        && NAMELESS.matcher(body.substring(0, wrote.start()))
                                                .matches());
                found = own ? Verb.OWN : dated ? Verb.DATED : Verb.SURE;
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
