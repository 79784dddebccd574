package dev.parley.app.report;

import dev.parley.core.report.Report;
import dev.parley.core.report.Report.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A report as a bar chart in SVG, without scripts, fonts or links to anywhere. It is readable in light and dark, and
 * its table stands in the description for those who cannot see it.
 */
public final class ReportSvg {
    /** More bars nobody reads; the table has all of them. */
    static final int BARS_MAX = 40;

    private static final int WIDTH = 800;
    private static final int LABEL_WIDTH = 330;
    private static final int VALUE_WIDTH = 70;
    private static final int BAR_WIDTH_MAX = WIDTH - LABEL_WIDTH - VALUE_WIDTH;
    private static final int HEAD = 48;
    private static final int ROW = 24;
    private static final int BAR = 16;
    private static final int LABEL_CHARS_MAX = 46;

    private ReportSvg() {}

    /** The chart of the report's charted numbers. */
    public static String of(Report report) {
        List<Row> shown = report.rows().stream().limit(BARS_MAX).toList();
        long most = shown.stream().mapToLong(row -> value(report, row)).max().orElse(0);
        int height = HEAD + ROW * Math.max(1, shown.size()) + ROW;
        String bars = IntStream.range(0, shown.size())
                .mapToObj(i -> bar(report, shown.get(i), HEAD + i * ROW, Math.max(1, most)))
                .collect(Collectors.joining());
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
            aria-labelledby="title desc">
            <title id="title">%s</title>
            <desc id="desc">%s</desc>
            <style>
            :root { color-scheme: light dark; }
            text { font: 13px system-ui, sans-serif; fill: #1b1b1b; }
            .head { font-weight: 600; font-size: 15px; }
            .paper { fill: #ffffff; }
            .bar { fill: #2f6db3; }
            @media (prefers-color-scheme: dark) {
              text { fill: #ececec; }
              .paper { fill: #1b1b1b; }
              .bar { fill: #7db2ea; }
            }
            </style>
            <rect class="paper" width="100%%" height="100%%"/>
            <text class="head" x="12" y="24">%s</text>
            <text x="12" y="40">%s</text>
            %s</svg>
            """.formatted(
                        WIDTH,
                        height,
                        WIDTH,
                        height,
                        escaped(report.title()),
                        escaped(ReportText.of(report)),
                        escaped(report.title()),
                        escaped(caption(report, shown.size())),
                        bars);
    }

    private static String caption(Report report, int shown) {
        String what = "Bars: " + report.numbers().get(report.charted());
        if (report.rows().isEmpty()) {
            return what + "; there is nothing";
        }
        return shown < report.rows().size()
                ? what + "; the first " + shown + " of " + report.rows().size()
                : what;
    }

    private static String bar(Report report, Row row, int y, long most) {
        long value = value(report, row);
        long width = Math.max(1, Math.round((double) value * BAR_WIDTH_MAX / most));
        String label = String.join(", ", row.names());
        String cut = label.length() <= LABEL_CHARS_MAX ? label : label.substring(0, LABEL_CHARS_MAX - 1) + "…";
        return """
            <text x="12" y="%d">%s</text><rect class="bar" x="%d" y="%d" width="%d" height="%d"/>\
            <text x="%d" y="%d">%s</text>
            """.formatted(
                        y + BAR - 3,
                        escaped(cut),
                        LABEL_WIDTH,
                        y,
                        width,
                        BAR,
                        LABEL_WIDTH + width + 6,
                        y + BAR - 3,
                        Objects.toString(row.numbers().get(report.charted()), "-"));
    }

    private static long value(Report report, Row row) {
        Long value = row.numbers().get(report.charted());
        return value == null ? 0 : Math.max(0, value);
    }

    /** As text or in an attribute of XML 1.0, which has no control characters but tab and line ends. */
    private static String escaped(String text) {
        return text.codePoints()
                .map(c -> allowed(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c < 0xFFFE)
                || c > 0xFFFF;
    }
}
