package dev.parley.mail.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases from a resource: sections {@code [name]}, one phrase a line, lower case, {@code #} for remarks. A star
 * between two words stands for anything within 80 characters.
 */
final class PhraseBook {

    private static final int GAP_CHARS_MAX = 80;

    private final Map<String, List<String[]>> sections = new LinkedHashMap<>();

    private PhraseBook() {}

    static PhraseBook load(String resource) {
        PhraseBook book = new PhraseBook();
        List<String[]> section = new ArrayList<>();
        for (String line : read(resource).split("\n", -1)) {
            String phrase = line.strip();
            if (phrase.startsWith("[")) {
                section = new ArrayList<>();
                book.sections.put(phrase.substring(1, phrase.length() - 1), section);
            } else if (!phrase.isEmpty() && !phrase.startsWith("#")) {
                section.add(phrase.toLowerCase(Locale.ROOT).split("\\*", -1));
            }
        }
        return book;
    }

    private static String read(String resource) {
        try (InputStream in = PhraseBook.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sections in the order of the file. */
    Iterable<String> names() {
        return sections.keySet();
    }

    /** Whether a phrase of the section stands in the text, which is lower case with single blanks. */
    boolean in(String section, String text) {
        return phrases(section).stream().anyMatch(phrase -> find(text, phrase) >= 0);
    }

    /** The rest of the text after the longest phrase of the section it begins with, or null. */
    @Nullable
    String restAfter(String section, String text) {
        String rest = null;
        for (String[] phrase : phrases(section)) {
            boolean longer = rest == null || text.length() - phrase[0].length() < rest.length();
            if (longer && text.startsWith(phrase[0])) {
                rest = text.substring(phrase[0].length());
            }
        }
        return rest;
    }

    private List<String[]> phrases(String section) {
        List<String[]> phrases = sections.get(section);
        if (phrases == null) {
            throw new IllegalArgumentException("no section " + section);
        }
        return phrases;
    }

    private static int find(String text, String[] phrase) {
        int start = text.indexOf(phrase[0]);
        while (start >= 0 && phrase.length > 1) {
            int at = start + phrase[0].length();
            int i = 1;
            while (i < phrase.length) {
                int next = within(text, phrase[i], at);
                if (next < 0) {
                    break;
                }
                at = next + phrase[i].length();
                i++;
            }
            if (i == phrase.length) {
                return start;
            }
            start = text.indexOf(phrase[0], start + 1);
        }
        return start;
    }

    private static int within(String text, String word, int from) {
        int end = Math.min(text.length(), from + GAP_CHARS_MAX + word.length());
        int found = text.substring(from, end).indexOf(word);
        return found < 0 ? -1 : from + found;
    }
}
