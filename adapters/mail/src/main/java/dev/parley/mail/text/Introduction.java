package dev.parley.mail.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether a text, unwrapped to one line, introduces a quotation. */
final class Introduction {

    /** Characters of an introduction that names neither date nor address and is believed for the quotation below it. */
    private static final int MOST_UNDATED = 120;

    /** Characters a name with its address may take. */
    private static final int LONGEST_NAME = 160;

    private static final PhraseSet WROTE = PhraseSet.load("wrote");
    private static final Set<String> OPENERS = new HashSet<>(Phrases.load("openers"));
    private static final int LONGEST_OPENER =
            OPENERS.stream().mapToInt(String::length).max().orElseThrow();

    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)|(?<!\\d)\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}[:.h]\\d\\d(?!\\d)");
    private static final Pattern STARTS_WITH_DATE =
            Pattern.compile("(?:[\\p{L}\\p{M}.,॰׳-]{1,14}+ ?[(]?){0,3}+(?<!\\d)\\d{1,4}[^\\d@].*");

    /** The date comes first but for a weekday. */
    private static final Pattern DATE_FIRST = Pattern.compile("(?:[\\p{L}\\p{M}׳]{1,14}[.,] ?)?[(]?\\d{1,4}[^\\d@].*");

    private static final Pattern ADDRESS = Pattern.compile(
            "[<(\\[] ?(?:mailto:)?[^\\s<>()\\[\\]@]{1,100}+@[^\\s<>()\\[\\]@]{1,100}+ ?(?:[>)\\]]|<mailto)");
    private static final Pattern ENDS_WITH_ADDRESS =
            Pattern.compile("(?<![^\\s<>()\\[\\]@])[^\\s<>()\\[\\]@]++@[^\\s<>()\\[\\]@]++ ?[>)\\]]{1,2}\"?$");

    /** "8 Jan 2024, 12:00 by alice@customer.example". */
    private static final Pattern DATE_BY_ADDRESS =
            Pattern.compile("\\d{1,4}[^@<:]{2,30}\\d{1,2}[:.]\\d\\d \\p{L}{2,4} [^\\s@]{1,100}@[^\\s@]{1,100}");

    /** No name and no address between the date and "wrote". */
    private static final Pattern NAMELESS = Pattern.compile("(?:[^@]*\\d)?+[^@\\d\\p{Lu}\\p{Lo}]*");

    private static final Pattern FIRST_PERSON =
            Pattern.compile("(?<!\\p{L})(?:i|we|you|ich|wir|du|je|yo|io|ik|eu|я|мы)(?: have)?[ ,]*$");

    /** " on 1/8/2024 12:00 PM", " am Mo., 8. Jan. 2024, 12:00", " (8 Oca 2024 12:00)". */
    private static final Pattern WHEN = Pattern.compile(
            " (?:\\p{L}{1,3} )?[(\"]?(?:\\p{L}{1,12}[.,]{0,2} ){0,3}\\d.{0,60}(?:\\d|\\d\\)|[ap]\\.?m\\.?)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY_NAME = Pattern.compile(
            "[-–— ]*\"?(?:[\\p{Lu}\\p{Lo}][\\p{L}'’.-]*+,? ?){1,5}+\"? ?(?:[<(\\[][^<>()\\[\\]]{3,100}[>)\\]])?,? ?");
    private static final Pattern NAME = Pattern.compile(" ?[\"'“„*]?[\\p{Lu}\\p{Lo}<\"(].*");
    private static final Pattern FRAME = Pattern.compile("[\\s:*_-]++$");
    private static final Pattern REMARK = Pattern.compile(" ?\\(.{0,60}\\)");

    /** "Monday, January 8, 2024, 12:00:00 PM, you wrote". */
    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?:\\p{L}{3,14},? )?[^@]{4,20} ?(?:19|20)\\d\\d,? [^@]{0,4}\\d[^@]{3,20}, \\p{L}{2,5} \\p{L}{4,10}");

    /** "Vendor Desk ---08.01.2024 12:00:00---Hello Alice": Notes on phones. */
    private static final Pattern DATE_IN_DASHES = Pattern.compile(
            "[^@]{2,60} ?---\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}" + " \\d{1,2}[:.]\\d\\d(?:[:.]\\d\\d)?(?: [AP]M)?---.*");

    private enum Verb {
        NONE,
        /** "I wrote:", "the auditor wrote:": an introduction only if a quotation follows. */
        OWN,
        SURE,
        /** A name, "wrote" and a date. */
        DATED
    }

    private Introduction() {}

    /** Could an introduction begin with this line? */
    static boolean mayBegin(String line) {
        return opensWithWord(line)
                || line.endsWith("<")
                || startsWithDate(line)
                || (line.indexOf('@') > 0 && ADDRESS.matcher(line).find())
                || WROTE.isIn(Phrases.lower(line));
    }

    /** Does this line go on with the verb, so that a {@code >} before it closed an address? */
    static boolean goesOn(String line) {
        return line.equals(":") || (line.endsWith(":") && WROTE.opens(Phrases.lower(line)));
    }

    /** Does the line begin with a name and a date in dashes, and go on with what it quotes? */
    static boolean isDateInDashes(String line) {
        return line.contains("---") && DATE_IN_DASHES.matcher(line).matches();
    }

    /** Does the text hold a name alone, as where an introduction was wrapped before the address? */
    static boolean isName(String text) {
        return BY_NAME.matcher(text).matches();
    }

    /**
     * Is this a whole introduction?
     *
     * @param quoted whether a marked quotation stands below
     */
    static boolean is(String text, boolean quoted) {
        boolean colon = text.endsWith(":");

        if (!colon && !text.endsWith("-") && !quoted) {
            return isUnpunctuated(text);
        }
        String body = FRAME.matcher(text).replaceFirst("");
        boolean dashes = text.length() - body.length() >= 3 && text.endsWith("-");
        boolean address = ADDRESS.matcher(body).find();
        boolean dated = DATE.matcher(body).find();
        Verb verb = verbIn(body);
        if (quoted) {
            boolean known = address || dated || text.length() <= MOST_UNDATED;
            return (verb != Verb.NONE && known) || (dated && address) || (colon && dated && opens(body));
        }
        if (verb == Verb.NONE) {
            return colon && dated && isDateAndAddress(body);
        }
        if (verb == Verb.OWN) {
            return colon && YEAR_FIRST.matcher(body).matches();
        }
        return address || dashes || (dated && (verb == Verb.DATED || opens(body)));
    }

    /** A few programs leave the colon out; then opening word, date, address and verb must all be there. */
    private static boolean isUnpunctuated(String text) {
        return text.indexOf('@') > 0
                && opensWithWord(text)
                && WROTE.closes(Phrases.lower(text))
                && DATE.matcher(text).find()
                && ADDRESS.matcher(text).find()
                && verbIn(text) == Verb.SURE;
    }

    private static boolean isDateAndAddress(String body) {
        boolean bracketed = ENDS_WITH_ADDRESS.matcher(body).find()
                && DATE_FIRST.matcher(withoutOpener(body)).matches();
        return bracketed || DATE_BY_ADDRESS.matcher(body).matches();
    }

    private static boolean opens(String body) {
        return opensWithWord(body) || startsWithDate(body);
    }

    private static boolean startsWithDate(String text) {
        return hasDigitBeforeFourthBlank(text) && STARTS_WITH_DATE.matcher(text).matches();
    }

    /** What {@link #STARTS_WITH_DATE} asks for at least; most lines of prose end here. */
    private static boolean hasDigitBeforeFourthBlank(String text) {
        int blanks = 0;
        for (int i = 0; i < text.length() && blanks < 4; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
            blanks += c == ' ' ? 1 : 0;
        }
        return false;
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
            if (space < 0 || space > LONGEST_OPENER) {
                break;
            }
            end = OPENERS.contains(Phrases.lower(text.substring(0, space))) ? space + 1 : end;
        }
        return text.substring(end);
    }

    /** The last "wrote" that is the last word or is followed by nothing but a name, an address or a date. */
    private static Verb verbIn(String body) {
        String lower = Phrases.lower(body);
        Verb verb = Verb.NONE;
        if (lower.length() != body.length()) {
            return verb;
        }
        for (PhraseSet.Found wrote = WROTE.next(lower, 0); wrote != null; wrote = WROTE.next(lower, wrote.end())) {
            Verb here = verbAt(body, lower, wrote);
            verb = here == Verb.NONE ? verb : here;
        }
        return verb;
    }

    private static Verb verbAt(String body, String lower, PhraseSet.Found wrote) {
        String before = body.substring(0, wrote.start());
        String after = body.substring(wrote.end());
        boolean last = after.isBlank() || REMARK.matcher(after).matches();
        boolean name = after.length() <= LONGEST_NAME && NAME.matcher(after).matches();
        boolean dated = !last && !name && WHEN.matcher(after).matches() && isName(before);
        if (!last && !name && !dated) {
            return Verb.NONE;
        }
        boolean own = FIRST_PERSON.matcher(lower.substring(0, wrote.start())).find()
                || (last && NAMELESS.matcher(before).matches());
        return own ? Verb.OWN : dated ? Verb.DATED : Verb.SURE;
    }
}
