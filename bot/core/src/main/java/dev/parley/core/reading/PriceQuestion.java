package dev.parley.core.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a mail that asks for nothing but the price of credits or how many are left (T04, P-21). Only a whole mail in
 * plain words of a closed list counts: what an upgrade or any other work would cost is a request, and goes to an
 * assessment like all others.
 */
public final class PriceQuestion {
    private static final int CHARS_MAX = 400;

    /** A closing with a name below it. */
    private static final int ENDING_LINES_MAX = 3;

    private static final String UNITS = "(?:support )?(?:credits?|points?)";
    private static final String PUNKTE = "(?:support[- ]?)?(?:credits?|punkte?n?|guthabenpunkte)";
    private static final String PACKAGE = "(?:package|pack)s?";

    private static final Pattern GREETING = Pattern.compile(
            "(?:hi|hello|dear|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|sehr geehrte)"
                    + "(?: [^.?!,]{0,60})?[,!.]?");
    private static final Pattern ENDING =
            Pattern.compile("(?:many )?(?:thanks|thank you)(?: very much| in advance)?[.!,]?|(?:best|kind|with kind)?"
                    + " ?regards[.!,]?|best wishes[.!,]?|cheers[.!,]?|(?:vielen |besten )?dank(?: im"
                    + " voraus)?[.!,]?|danke[.!,]?|(?:mit )?(?:freundlichen|besten|viele|beste)"
                    + " gr(?:ü|ue)(?:ß|ss)en?[.!,]?");
    private static final List<Pattern> QUESTIONS = List.of(
            question("(?:and )?how many " + UNITS + "(?: do| have)? (?:i|we)(?: still)?(?: have| got)?(?: left)?"),
            question("how many " + UNITS + " (?:are|remain)(?: left)?(?: in (?:my|our) (?:account|wallet))?"),
            question("what(?: is|'s) (?:my|our) (?:current )?(?:" + UNITS + " )?balance(?: of " + UNITS + ")?"),
            question("(?:how much|what) (?:do|does|would) (?:an? |the |one |\\d{1,5} )?" + UNITS + "(?: " + PACKAGE
                    + ")?(?: of \\d{1,5})? cost"),
            question("(?:how much|what) (?:do|does|would) (?:an? |the )?" + PACKAGE + " of (?:\\d{1,5} )?" + UNITS
                    + " cost"),
            question("how much (?:is|are) (?:an? |the |one |\\d{1,5} )?" + UNITS + "(?: " + PACKAGE + ")?"),
            question("what(?: is|'s) the price (?:of|for|per) (?:an? |the |one |\\d{1,5} )?" + UNITS + "(?: " + PACKAGE
                    + ")?"),
            question("(?:can|could) you (?:please )?send (?:me|us) (?:your|the) price list(?: for " + UNITS + ")?"),
            question("wie ?viele? " + PUNKTE + " (?:habe ich|haben wir|sind)(?: noch)?(?: (?:ü|ue)brig)?"),
            question("wie hoch ist (?:mein|unser) (?:aktuelles )?(?:guthaben|kontostand)"),
            question("(?:was|wie ?viel) kostet? ?n? (?:eine?n? |\\d{1,5} )?" + PUNKTE + "(?:[- ]?pakete?)?"),
            question("was ist der preis (?:pro|f(?:ü|ue)r) (?:eine?n? |\\d{1,5} )?" + PUNKTE));

    private PriceQuestion() {}

    /** True if {@code newText} asks for prices or balances of credits and for nothing else. */
    public static boolean only(String newText) {
        if (newText.length() > CHARS_MAX) {
            return false;
        }
        List<String> said = newText.lines()
                .map(line -> line.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .toList();
        int from = !said.isEmpty() && GREETING.matcher(said.getFirst()).matches() ? 1 : 0;
        int to = from;
        while (to < said.size() && !ENDING.matcher(said.get(to)).matches()) {
            to++;
        }
        boolean signed = said.size() - to <= ENDING_LINES_MAX;
        return from < to && signed && asksOnly(String.join(" ", said.subList(from, to)));
    }

    private static boolean asksOnly(String text) {
        for (String sentence : text.split("(?<=[?.!]) ", -1)) {
            if (QUESTIONS.stream()
                    .noneMatch(question -> question.matcher(sentence).matches())) {
                return false;
            }
        }
        return true;
    }

    private static Pattern question(String words) {
        return Pattern.compile(words + " ?[?.]?");
    }
}
