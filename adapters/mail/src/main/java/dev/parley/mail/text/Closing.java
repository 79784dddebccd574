package dev.parley.mail.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The closing words of a mail ("Best regards, Alice") with name and contact lines below them. */
final class Closing {

    /** Lines below the closing words that may be a name, a title or a contact. */
    private static final int MOST_LINES = 12;

    private static final int LONGEST_LINE = 80;

    private static final Set<String> WORDS = new HashSet<>(Phrases.load("closings"));
    private static final String WORD = "[\\p{Lu}\\p{Lo}][\\p{L}'’.-]*";
    private static final String LINK = "von|van|de|der|den|da|di|du|la|le|and|und|&|of|the";
    private static final PhraseSet CONDITIONS = PhraseSet.load("conditions");

    /** From Thai on, scripts write whole sentences without a space; names are short there. */
    private static final char UNSPACED = '\u0E00';

    private static final int LONGEST_UNSPACED_NAME = 4;

    private static final Pattern NAME =
            Pattern.compile("[-–—*~_ ]*" + WORD + "(?:,? (?:" + WORD + "|" + LINK + ")){0,5}[*_,.]*");
    private static final Pattern CONTACT = Pattern.compile(".*(?:@|https?://|www\\.|\\+?\\(?\\d[\\d ()./-]{5,}\\d).*"
            + "|(?i:(?:tel|fon|phone|fax|mobile?|cell|skype|t|f|m|e|w)[.:] ?.{3,})");

    private Closing() {}

    /** The text without its closing, or as it is. */
    static String cut(String text) {
        List<String> lines = text.lines().toList();
        int start = start(lines);
        String kept = String.join("\n", lines.subList(0, start)).strip();
        return kept.isEmpty() ? text : kept;
    }

    /** The closing of a text, empty if none is recognised. */
    static String of(String text) {
        List<String> lines = text.lines().toList();
        int start = start(lines);
        return start == 0
                ? ""
                : String.join("\n", lines.subList(start, lines.size())).strip();
    }

    /** Where the closing begins; the number of lines if there is none. */
    private static int start(List<String> lines) {
        int contacts = 0;
        int names = 0;
        int seen = 0;
        for (int i = lines.size() - 1; i >= 0 && seen <= MOST_LINES; i--) {
            String line = Phrases.plain(lines.get(i));
            if (line.isEmpty()) {
                continue;
            }
            if (isClosingWords(line)) {
                return i;
            }
            boolean contact = isContact(line);
            boolean name = isName(line);
            if (!contact && !name) {
                return lines.size();
            }
            contacts += contact ? 1 : 0;
            names += name ? 1 : 0;
            seen++;
            boolean blockStarts = i > 0 && lines.get(i - 1).isBlank();
            if (blockStarts && contacts >= 2 && names >= 1 && name) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isName(String line) {
        return line.length() <= LONGEST_LINE
                && NAME.matcher(line).matches()
                && !CONDITIONS.isIn(Phrases.lower(line))
                && (line.charAt(0) < UNSPACED || line.length() <= LONGEST_UNSPACED_NAME);
    }

    static boolean isContact(String line) {
        return line.length() <= LONGEST_LINE && CONTACT.matcher(line).matches();
    }

    private static boolean isClosingWords(String line) {
        String words = Phrases.lower(line).replaceAll("[,.!~*_ -]+$", "");
        if (WORDS.contains(words)) {
            return true;
        }
        int comma = line.indexOf(',');
        return comma > 0
                && WORDS.contains(Phrases.lower(line.substring(0, comma)))
                && isName(line.substring(comma + 1).strip());
    }
}
