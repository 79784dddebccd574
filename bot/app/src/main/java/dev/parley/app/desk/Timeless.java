package dev.parley.app.desk;

import dev.parley.core.ticket.Template;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what could promise a date for a wish for the product: every wish is reviewed, but no text says when it comes
 * (P-08). Numbers are found in any language, words for times in those a desk is written in here.
 */
final class Timeless {
    private static final Pattern FIELD = Pattern.compile("\\{\\{.*?}}");
    private static final Pattern TIME = Pattern.compile(
            "\\p{N}+"
                    + "|\\b(?:hours?|days?|weeks?|months?|quarters?|years?|today|tomorrow|tonight|soon|shortly)\\b"
                    + "|\\b(?:deadline|eta|asap|by then)\\b"
                    + "|\\b(?:stunden?|tag|tage|tagen|wochen?|monate?|monaten|quartal|jahre?|heute|morgen|bald)\\b"
                    + "|\\b(?:demnächst|in kürze|frist|termin)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private Timeless() {}

    /** True if the text is about a wish for the product, and customers read it. */
    static boolean concerns(Template template) {
        return template.name().contains("FEATURE") && !template.forStaff();
    }

    /** The first word in {@code text} that could promise a date. */
    static Optional<String> broken(String text) {
        var matcher = TIME.matcher(FIELD.matcher(text).replaceAll(" "));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
