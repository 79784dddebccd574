package dev.parley.app.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the HTML alternative of a plain text. Structure is found in the desk's own words only: values stand in them
 * as marks and are put in, escaped, at the end, so that no value can look like markup.
 */
final class Html {
    private static final Pattern FACT = Pattern.compile("([^:\\n]{1,40}): {2,}(.+)");
    private static final Pattern GAP = Pattern.compile("\\n{2,}");

    private Html() {}

    /** A whole page from a text in which {@code values} stand as marks. */
    static String page(String language, String title, String text, Values values) {
        var body = new StringBuilder();
        GAP.splitAsStream(text.strip()).map(Html::paragraph).forEach(body::append);
        return framed(escape(language), escape(title), values.put(body, Html::lines));
    }

    /** Follows the reader's light or dark colours, fetches nothing, and fits narrow screens. */
    private static String framed(String language, String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;\
                overflow-wrap:anywhere">
                <div style="max-width:38em">
                %s</div>
                </body>
                </html>
                """.formatted(language, title, body);
    }

    private static String paragraph(String text) {
        var facts = text.lines().map(FACT::matcher).toList();
        if (facts.stream().allMatch(Matcher::matches)) {
            var rows = new StringBuilder(
                    "<table role=\"presentation\" style=\"border-collapse:collapse;margin:0 0 16px\">\n");
            facts.forEach(fact -> rows.append(row(fact.group(1), fact.group(2))));
            return rows.append("</table>\n").toString();
        }
        return "<p style=\"margin:0 0 16px\">" + lines(text) + "</p>\n";
    }

    private static String row(String label, String value) {
        return "<tr><td style=\"padding:2px 16px 2px 0;vertical-align:top;opacity:.75\">" + lines(label)
                + "</td><td style=\"padding:2px 0;vertical-align:top;font-weight:600\">" + lines(value)
                + "</td></tr>\n";
    }

    /** Escaped, with line breaks and indentation kept. */
    private static String lines(String text) {
        return escape(text.replace("\t", "    "))
                .replaceAll("(?<=^|\n) | (?= )", "&nbsp;")
                .replace("\n", "<br>\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
