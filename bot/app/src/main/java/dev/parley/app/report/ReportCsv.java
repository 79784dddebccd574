package dev.parley.app.report;

import dev.parley.core.report.Report;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report in comma-separated values (RFC 4180), in UTF-8 with a byte order mark, because spreadsheets guess another
 * encoding without it. What a customer is called is never calculated: an apostrophe makes text of a formula.
 */
public final class ReportCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private ReportCsv() {}

    /** The head line and a line for each row. */
    public static String of(Report report) {
        Stream<String> head = Stream.of(line(Stream.concat(report.names().stream(), report.numbers().stream())));
        Stream<String> rows = report.rows().stream().map(ReportCsv::line);
        return BYTE_ORDER_MARK + Stream.concat(head, rows).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(Report.Row row) {
        List<String> numbers = row.numbers().stream()
                .map(number -> Objects.toString(number, ""))
                .toList();
        return Stream.concat(row.names().stream().map(ReportCsv::text), numbers.stream())
                .collect(Collectors.joining(","));
    }

    private static String line(Stream<String> cells) {
        return cells.map(ReportCsv::text).collect(Collectors.joining(","));
    }

    private static String text(String cell) {
        String harmless = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
