package dev.parley.app.desk;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How problems show what was written. */
final class Words {
    private static final int SHOWN_CHARS_MAX = 60;
    private static final int TYPOS_MAX = 2;

    private Words() {}

    /** The text in quotes, on one line, shortened. */
    static String quoted(String text) {
        var line = line(text);
        return "‘" + (line.length() > SHOWN_CHARS_MAX ? line.substring(0, SHOWN_CHARS_MAX) + "…" : line) + "’";
    }

    /** The text on one line. */
    static String line(@Nullable String text) {
        return String.valueOf(text).strip().replaceAll("\\s+", " ");
    }

    /** {@code "did you mean ‘x’? "} if one of the known words is near, else nothing. */
    static String didYouMean(String word, Collection<String> known) {
        return known.stream()
                .filter(k -> distance(word, k) <= Math.min(TYPOS_MAX, (k.length() - 1) / 2))
                .min(Comparator.comparingInt(k -> distance(word, k)))
                .map(k -> "did you mean ‘" + k + "’? ")
                .orElse("");
    }

    /** Edits between two words, where swapping two neighbours is one edit. */
    static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                var same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
