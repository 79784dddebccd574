package dev.parley.app.report;

import dev.parley.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report as a table in a terminal: words to the left, numbers to the right. */
public final class ReportText {
    private static final int CELL_CHARS_MAX = 40;

    private ReportText() {}

    /** The title, the head line and a line for each row; says so if there is none. */
    public static String of(Report report) {
        if (report.rows().isEmpty()) {
            return report.title() + "\n\nNothing.";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(Stream.concat(report.names().stream(), report.numbers().stream())
                .toList());
        report.rows().forEach(row -> lines.add(cells(row)));
        int[] widths = IntStream.range(0, lines.getFirst().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        int names = report.names().size();
        return lines.stream()
                .map(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(line.get(column), widths[column], column >= names))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", report.title() + "\n\n", ""));
    }

    private static List<String> cells(Report.Row row) {
        return Stream.concat(
                        row.names().stream().map(ReportText::cut),
                        row.numbers().stream().map(number -> Objects.toString(number, "-")))
                .toList();
    }

    private static String cut(String cell) {
        return cell.length() <= CELL_CHARS_MAX ? cell : cell.substring(0, CELL_CHARS_MAX - 1) + "…";
    }

    private static String padded(String cell, int width, boolean right) {
        String blanks = " ".repeat(width - cell.length());
        return right ? blanks + cell : cell + blanks;
    }
}
