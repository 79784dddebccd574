package dev.parley.mail.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /** A pattern for any of the phrases as whole words; those with a leading = anywhere. */
    static Pattern anyOf(Collection<String> phrases) {
        String words = alternatives(phrases, false);
        String anywhere = alternatives(phrases, true);
        String bounded = "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])";
        return Pattern.compile(anywhere.isEmpty() ? bounded : "(?:" + bounded + "|" + anywhere + ")");
    }

    private static String alternatives(Collection<String> phrases, boolean anywhere) {
        return phrases.stream()
                .filter(phrase -> phrase.startsWith("=") == anywhere)
                .map(phrase -> anywhere ? phrase.substring(1) : phrase)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /**
     * The text as phrases are compared: one space for any run of white space, ASCII digits and colons, no invisible
     * direction marks. Letters keep their case.
     */
    static String plain(String text) {
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
