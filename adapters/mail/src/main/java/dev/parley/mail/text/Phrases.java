package dev.parley.mail.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The word lists beside this class, one text file a subject, {@code #} for comments. */
final class Phrases {

    /** Characters of a text that are looked at when a phrase is searched; longer lines are prose. */
    static final int LONGEST = 400;

    private Phrases() {}

    static List<String> load(String name) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Phrases.class.getResourceAsStream(name + ".txt"), name),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text as phrases are compared: one space for any run of white space, ASCII digits and colons, no invisible
     * direction marks. Letters keep their case.
     */
    static String plain(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        boolean space = false;
        for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
            char c = text.charAt(i);
            if (Character.getType(c) == Character.FORMAT) {
                continue;
            }
            if (isSpace(c)) {
                space = true;
                continue;
            }
            if (space && !out.isEmpty()) {
                out.append(' ');
            }
            space = false;
            out.append(ascii(c));
        }
        return out.toString();
    }

    private static boolean isPlain(String text) {
        if (text.length() > LONGEST || text.startsWith(" ") || text.endsWith(" ")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && text.charAt(i + 1) == ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Without blank lines at both ends and white space at the very end; the first line keeps its indent. */
    static String strip(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        for (int i = 0; i < end && isSpace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        return text.substring(start, end);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static char ascii(char c) {
        if (c == '\uFF1A' || c == '\uFE55') {
            return ':';
        }
        return Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
    }
}
