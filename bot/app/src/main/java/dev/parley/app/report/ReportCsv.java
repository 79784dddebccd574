package dev.parley.app.report;

import dev.parley.app.csv.Csv;
import dev.parley.core.report.Report;

/** A report as a table for spreadsheets. */
public final class ReportCsv {
    private ReportCsv() {}

    /** The head line and a line for each row. */
    public static String of(Report report) {
        Csv csv = new Csv();
        report.names().forEach(csv::words);
        report.numbers().forEach(csv::words);
        csv.end();
        report.rows().forEach(row -> line(csv, row));
        return csv.toString();
    }

    /** A number that is not known stays empty. */
    private static void line(Csv csv, Report.Row row) {
        row.names().forEach(csv::words);
        for (Long number : row.numbers()) {
            if (number == null) {
                csv.words("");
            } else {
                csv.numbers(number);
            }
        }
        csv.end();
    }
}
