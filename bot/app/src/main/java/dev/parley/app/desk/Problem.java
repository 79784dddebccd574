package dev.parley.app.desk;

import java.util.Comparator;

/**
 * A mistake in a desk file.
 *
 * @param file the file's name as it was given
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param key where in the file, e.g. {@code categories[2].price}; empty for the file as a whole
 * @param what what is wrong
 * @param right what would be right
 */
public record Problem(String file, int line, int column, String key, String what, String right) {
    static final Comparator<Problem> IN_ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    /** One line as compilers print it, so that editors can jump there. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + what + "; " + right;
    }
}
