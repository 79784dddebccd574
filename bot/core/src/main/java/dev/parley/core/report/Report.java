package dev.parley.core.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of numbers that can be shown as text, CSV or a chart.
 *
 * @param title one line that says what is counted
 * @param names of the columns that say what a row is about, at least one
 * @param numbers the names of the columns with numbers, at least one
 * @param charted which of {@code numbers} the chart shows, from 0
 */
public record Report(String title, List<String> names, List<String> numbers, int charted, List<Row> rows) {
    public Report {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param numbers null where there is none, such as the median of nothing
     */
    public record Row(List<String> names, List<@Nullable Long> numbers) {
        public Row {
            names = List.copyOf(names);
            numbers = Collections.unmodifiableList(new ArrayList<>(numbers));
        }

        /** The same; other modules see of a method, but not of a record, that a number may be null. */
        public static Row of(List<String> names, List<@Nullable Long> numbers) {
            return new Row(names, numbers);
        }
    }
}
