package dev.parley.app.papers;

import dev.parley.app.papers.Paper.Column;
import dev.parley.app.papers.Paper.Fact;
import dev.parley.app.papers.Paper.Row;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a paper as plain text. Words of others are set off by a bar, so that nothing in them looks like ours. */
final class TextPaper {
    private static final String BAR = "| ";

    private TextPaper() {}

    static String of(Paper paper) {
        Stream<String> blocks = paper.blocks().stream().map(TextPaper::block);
        return Stream.concat(Stream.of(underlined(paper.title(), '=')), blocks).collect(Collectors.joining("\n\n"))
                + "\n\n" + paper.footer() + "\n";
    }

    private static String block(Paper.Block block) {
        return switch (block) {
            case Paper.Heading(var text) -> underlined(text, '-');
            case Paper.Words(var text) -> clean(text);
            case Paper.Verbatim(var text) ->
                clean(text).lines().map(line -> BAR + line).collect(Collectors.joining("\n"));
            case Paper.Facts(var facts) -> facts(facts);
            case Paper.Grid grid -> grid(grid);
        };
    }

    private static String underlined(String text, char line) {
        return clean(text) + "\n" + String.valueOf(line).repeat(clean(text).length());
    }

    private static String facts(List<Fact> facts) {
        int widest = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0) + 2;
        return facts.stream()
                .map(fact -> padded(fact.name() + ":", widest)
                        + clean(fact.value()).replace("\n", "\n" + " ".repeat(widest)))
                .collect(Collectors.joining("\n"));
    }

    private static String grid(Paper.Grid grid) {
        List<Column> columns = grid.columns();
        Row header = new Row(columns.stream().map(Column::title).toList(), true);
        List<Row> rows = Stream.concat(Stream.of(header), grid.rows().stream()).toList();
        int[] widths = IntStream.range(0, columns.size())
                .map(c -> rows.stream()
                        .mapToInt(row -> oneLine(row.cells().get(c)).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> row(row, columns, widths)).collect(Collectors.joining("\n"));
    }

    private static String row(Row row, List<Column> columns, int[] widths) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> {
                    String cell = oneLine(row.cells().get(c));
                    String blanks = " ".repeat(widths[c] - cell.length());
                    return columns.get(c).number() ? blanks + cell : cell + blanks;
                })
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String oneLine(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }

    /** Without what a terminal would obey. */
    private static String clean(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]", " ");
    }
}
