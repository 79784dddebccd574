package dev.parley.mail.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Guards the HTML parser, whose time grows with the square of the nesting, by one pass over the tags. */
final class HtmlNesting {

    /** Open elements beyond which HTML is read as bare text. */
    private static final int DEEPEST = 500;

    /** Never closed, or closed by the next of their kind. */
    private static final Set<String> FLAT = Set.of(
            "br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr", "p", "li", "tr", "td", "th",
            "tbody", "thead", "tfoot", "option", "dd", "dt", "o:p");

    private static final int LONGEST_NAME = 12;

    private HtmlNesting() {}

    static boolean isTooDeep(String html) {
        int open = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            char next = html.charAt(i + 1);
            if (next == '/') {
                open -= FLAT.contains(name(html, i + 2)) ? 0 : 1;
            } else if (Character.isLetter(next)) {
                open += FLAT.contains(name(html, i + 1)) ? 0 : 1;
            }
            if (open > DEEPEST) {
                return true;
            }
            open = Math.max(open, 0);
        }
        return false;
    }

    private static String name(String html, int from) {
        int end = from;
        while (end < html.length() && end < from + LONGEST_NAME && isName(html.charAt(end))) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == ':';
    }

    /** The text between the tags, a line each. */
    static String bareText(String html) {
        StringBuilder out = new StringBuilder(html.length());
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? -1 : html.indexOf('>', tag);
            if (end < 0) {
                out.append(html, at, html.length());
                break;
            }
            out.append(html, at, tag).append('\n');
            at = end + 1;
        }
        return Parser.unescapeEntities(out.toString(), false).replaceAll("\n{3,}", "\n\n");
    }
}
