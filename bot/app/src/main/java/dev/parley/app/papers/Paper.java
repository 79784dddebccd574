package dev.parley.app.papers;

import java.util.List;
import java.util.Locale;

/**
 * What a paper says, in order; {@link #pdf} and {@link #text} give it a form.
 *
 * @param footer stands on every page beside its number
 */
public record Paper(Locale language, String title, String footer, List<Block> blocks) {
    public Paper {
        blocks = List.copyOf(blocks);
    }

    /** A part of a paper. */
    sealed interface Block {}

    /** The title of what follows. */
    record Heading(String text) implements Block {}

    /** Words that may be broken anywhere between two of them. */
    record Words(String text) implements Block {}

    /** Words of others, as they stood: set apart, with their line breaks. */
    record Verbatim(String text) implements Block {}

    /** Names with their values. */
    record Facts(List<Fact> facts) implements Block {
        Facts {
            facts = List.copyOf(facts);
        }
    }

    /** One name with its value. */
    record Fact(String name, String value) {}

    /** A table; its header stands on every page it needs. */
    record Grid(List<Column> columns, List<Row> rows) implements Block {
        Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A column.
     *
     * @param share of the width, compared with the other columns' shares
     * @param number true for numbers, which stand to the right
     */
    record Column(String title, int share, boolean number) {
        static Column text(String title, int share) {
            return new Column(title, share, false);
        }

        static Column number(String title, int share) {
            return new Column(title, share, true);
        }
    }

    /** A line of a table. {@code strong}: a sum. */
    record Row(List<String> cells, boolean strong) {
        Row {
            cells = List.copyOf(cells);
        }

        static Row of(String... cells) {
            return new Row(List.of(cells), false);
        }

        static Row sum(String... cells) {
            return new Row(List.of(cells), true);
        }
    }

    /** A PDF file; the same paper is always the same bytes. */
    public byte[] pdf() {
        return PdfPaper.of(this);
    }

    /** Plain text, lines ending in LF. */
    public String text() {
        return TextPaper.of(this);
    }
}
