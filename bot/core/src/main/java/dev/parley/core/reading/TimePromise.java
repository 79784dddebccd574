package dev.parley.core.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that say when something will come, English and German: what must not be written about a wish for the product
 * (P-08). It finds what can be found plainly: dates, months, quarters, seasons, days of the week, spans of time that
 * lie ahead, the next release, and soon. Version numbers, products named after a year and what is past are left alone
 * where that can be told; what is found wrongly can be said in other words.
 */
public final class TimePromise {
    private static final String MONTH = "(?:january|february|april|june|july|august|september|october|november|december"
            + "|januar|februar|märz|mai|juni|juli|oktober|dezember|jan\\.|feb\\.|sept?\\.|oct\\.|nov\\.|dec\\.)";
    private static final String DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
            + "|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)";
    private static final String SPAN = "(?:(?:business |working )?(?:days?|weeks?|months?|quarters?|years?|sprints?)"
            + "|(?:werk)?tage?n?|wochen?|monate?n?|quartale?n?|jahre?n?)";
    private static final String NUMBER = "(?:\\d+|an?|one|two|three|four|five|six|a few|a couple of|several|some|the"
            + " coming|the next|eine[mnrs]?|zwei|drei|vier|fünf|sechs|wenigen?|einigen?|ein paar|den nächsten"
            + "|den kommenden|der nächsten|der kommenden)";
    private static final String PART = "(?:early|mid|middle of|late|end of|the end of|beginning of|the beginning of)";

    private static final List<Pattern> PROMISES = List.of(
            of("20\\d\\d-\\d\\d(?:-\\d\\d)?"),
            of("\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?20\\d\\d"),
            of("\\d{1,2}/\\d{1,2}/(?:20)?\\d\\d"),
            of("(?:am|bis|bis zum|zum|ab|vor dem|nach dem) \\d{1,2}\\.\\s?\\d{1,2}\\.?(?!\\.?\\d)"),
            of("(?:\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?)?" + MONTH + "(?: \\d{1,4})?"),
            of("(?:in|by|until|before|" + PART + ") (?:march|may)|(?:march|may) \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?"
                    + " (?:of )?(?:march|may)"),
            of("q[1-4]|[1-4]\\. quartal|quartal [1-4]|h[12] 20\\d\\d"),
            of("(?:in|by|until|before|during|for|" + PART + "|anfang|mitte|ende|bis|im jahr|jahr) 20\\d\\d"),
            of("(?:next|this|coming|following) (?:" + SPAN + "|" + DAY + "|spring|summer|autumn|fall|winter)"),
            of("(?:nächste|kommende|diese)[mnrs]? (?:" + SPAN + "|" + DAY + "|frühjahr|frühling|sommer|herbst|winter)"),
            of("(?:next|coming|following|(?:nächste|kommende)[mnrs]?) (?:release|version|update|sprint|iteration)"),
            of("(?:in|within|in about|in around|in less than|binnen|innerhalb(?: von)?|in etwa|in rund) " + NUMBER
                    + "(?: (?:to|or|bis|oder|-) \\w+)? " + SPAN + "(?! ago)"),
            of(SPAN + " from now"),
            of("(?:by|on|until|before|am|bis|bis zum|vor) (?:" + DAY + ")"),
            of("(?:by|in|until|before|over the|" + PART + ") (?:the )?(?:summer|autumn|winter|christmas|easter)"
                    + "|(?:by|in|until|before|" + PART + ") (?:the )?spring(?! boot| framework| mvc| security| data)"),
            of("(?:im|bis zum|vor dem|zum) (?:frühjahr|frühling|sommer|herbst|winter)|(?:bis|vor|nach|zu)"
                    + " (?:weihnachten|ostern)"),
            of(PART + " (?:the |this |next )?(?:week|month|quarter|year)|eo[dwmqy]"),
            of("(?:anfang|mitte|ende) (?:der|des|dieser|dieses|nächster|nächsten|kommender|kommenden) " + SPAN
                    + "e?s?"),
            of("tomorrow|(?<!guten )(?<!am )morgen|übermorgen"),
            of("(?<!as )(?<!too )(?<!how )soon|shortly(?! after| before)|any day now"),
            of("demnächst|bald|in kürze|zeitnah|in bälde"));

    private TimePromise() {}

    private static Pattern of(String words) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<![\\p{L}\\p{N}.@/_-])(?:" + words + ")(?![\\p{L}\\p{N}@_])", flags);
    }

    /** The first words of {@code text} that say when, as they stand there; empty if there are none. */
    public static Optional<String> in(String text) {
        String plain = text.replaceAll("\\s+", " ");
        return PROMISES.stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** What to tell whoever wrote {@code words}. */
    public static String explained(String words) {
        return "‘" + words + "’ says when, and nothing may be promised about when a wish comes (P-08); say it without"
                + " a date or a span of time";
    }
}
