package dev.parley.app.staff;

import dev.parley.app.report.ReportText;
import dev.parley.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./parley report …}: what happened in a month, in numbers. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "What happened in a month, in numbers.")
public final class ReportCommand extends StaffCommand {

    @Command(
            description = "How many tickets came, by what they are and where they stand now.",
            mixinStandardHelpOptions = true)
    int tickets(@Mixin Asked asked) {
        return report("tickets", asked);
    }

    @Command(
            description = "Response and resolution against what was promised, in working time.",
            mixinStandardHelpOptions = true)
    int levels(@Mixin Asked asked) {
        return report("levels", asked);
    }

    @Command(
            description = "Credits, points and minutes: what came in, was held, used and expired.",
            mixinStandardHelpOptions = true)
    int units(@Mixin Asked asked) {
        return report("units", asked);
    }

    private int report(String what, Asked asked) {
        if (asked.shape.csv || asked.shape.svg) {
            return getAsItIs("reports/" + what + (asked.shape.csv ? ".csv" : ".svg") + asked.query());
        }
        return get("reports/" + what + asked.query(), answer -> ReportText.of(read(answer)));
    }

    private static Report read(JsonNode report) {
        List<Report.Row> rows = report.path("rows")
                .valueStream()
                .map(row -> Report.Row.of(words(row.path("names")), numbers(row.path("numbers"))))
                .toList();
        return new Report(
                report.path("title").asString(),
                words(report.path("names")),
                words(report.path("numbers")),
                report.path("charted").asInt(),
                rows);
    }

    private static List<String> words(JsonNode words) {
        return words.valueStream().map(JsonNode::asString).toList();
    }

    private static List<@Nullable Long> numbers(JsonNode numbers) {
        List<@Nullable Long> read = new ArrayList<>();
        numbers.forEach(number -> read.add(number.isNumber() ? number.asLong() : null));
        return read;
    }

    /** Of what, and in which shape. */
    static final class Asked {
        @Option(names = "--month", paramLabel = "YYYY-MM", description = "By the desk's clock. Default: this month.")
        private @Nullable String month;

        @Option(names = "--by-customer", description = "A row for each customer instead of the whole desk.")
        private boolean byCustomer;

        @ArgGroup
        private Shape shape = new Shape();

        String query() {
            return "?by=" + (byCustomer ? "customer" : "desk") + (month == null ? "" : "&month=" + Text.encoded(month));
        }
    }

    /** One of them, or a table. */
    static final class Shape {
        @Option(names = "--csv", description = "For a spreadsheet.")
        private boolean csv;

        @Option(names = "--svg", description = "As a chart.")
        private boolean svg;
    }
}
