package dev.parley.app.csv;

import java.util.regex.Pattern;

/**
 * A table in comma-separated values: RFC 4180, UTF-8 with a byte order mark, because without it spreadsheets guess
 * another encoding and spoil every umlaut. No text in it is ever a formula.
 */
public final class Csv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What spreadsheets calculate, also in full width, and also behind blanks. */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Cc}\\p{Cf}]*[=+\\-@＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n\\t']|^\\s|\\s$");

    private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
    private boolean begun;

    /** Adds cells of text. An apostrophe before what would be a formula makes it text. */
    public Csv words(String... cells) {
        for (String cell : cells) {
            String harmless = FORMULA.matcher(cell).matches() || cell.startsWith("\t") || cell.startsWith("\r")
                    ? "'" + cell
                    : cell;
            add(NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless);
        }
        return this;
    }

    /** Adds cells of numbers, which stay numbers. */
    public Csv numbers(long... cells) {
        for (long cell : cells) {
            add(Long.toString(cell));
        }
        return this;
    }

    /** Ends the line. */
    public Csv end() {
        text.append("\r\n");
        begun = false;
        return this;
    }

    private void add(String cell) {
        text.append(begun ? "," : "").append(cell);
        begun = true;
    }

    /** The whole table so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
