package dev.parley.core.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one language, read from text: {@code == section} headings, one or more phrases a line in the
 * {@link Notation}, {@code $name = …} for parts, {@code //} for remarks.
 */
final class Lexicon {
    private record Phrase(Section section, Expression expression) {}

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Map<String, Expression> parts = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> harmless = new HashSet<>();

    /** @throws IllegalArgumentException with the line that is wrong */
    static Lexicon parse(String... texts) {
        Lexicon lexicon = new Lexicon();
        for (String text : texts) {
            lexicon.readAll(text);
        }
        return lexicon;
    }

    /** Words of the phrases that may stand in a yes. */
    Set<String> harmlessWords() {
        return Set.copyOf(harmless);
    }

    /** Every word that occurs in any phrase. */
    Set<String> words() {
        return Set.copyOf(words);
    }

    boolean knows(String word) {
        return words.contains(word);
    }

    /** Hands out each phrase that begins at {@code at} with the ends it can have, as in {@link Expression#ends}. */
    void phrasesAt(Reply reply, int at, ObjLongConsumer<Section> found) {
        Token token = reply.tokens().get(at);
        String first = token.isFigure() ? Expression.ANY : token.text();
        for (Phrase phrase : byFirstWord.getOrDefault(first, List.of())) {
            long ends = phrase.expression.ends(reply, at);
            if (ends != 0) {
                found.accept(phrase.section, ends);
            }
        }
    }

    private void readAll(String text) {
        Section section = null;
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("==")) {
                section = Section.valueOf(line.substring(2).strip().toUpperCase(Locale.ROOT));
            } else if (!line.isEmpty() && !line.startsWith("//")) {
                read(line, section);
            }
        }
    }

    private void read(String line, @Nullable Section section) {
        int equals = line.indexOf(" = ");
        Expression expression = Notation.parse(line.substring(equals < 0 ? 0 : equals + 3), parts);
        collect(expression, words);
        if (equals >= 0) {
            parts.put(line.substring(0, equals).strip(), expression);
        } else if (section == null) {
            throw new IllegalArgumentException("A phrase stands above the first heading: " + line);
        } else {
            addEach(section, expression, line);
            if (section.mayStandInYes()) {
                collect(expression, harmless);
            }
        }
    }

    private void addEach(Section section, Expression expression, String line) {
        if (expression instanceof Expression.Choice(List<Expression> options)) {
            options.forEach(option -> addEach(section, option, line));
        } else {
            add(new Phrase(section, expression), line);
        }
    }

    private void add(Phrase phrase, String line) {
        Set<String> first = new HashSet<>();
        if (phrase.expression.open(first)) {
            throw new IllegalArgumentException("A phrase can be empty: " + line);
        }
        first.forEach(word ->
                byFirstWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(phrase));
    }

    private static void collect(Expression expression, Set<String> into) {
        switch (expression) {
            case Expression.Word(Set<String> texts) -> into.addAll(texts);
            case Expression.Sequence(List<Expression> all) -> all.forEach(part -> collect(part, into));
            case Expression.Choice(List<Expression> options) -> options.forEach(option -> collect(option, into));
            case Expression.Guarded(Set<String> _, Expression inner) -> collect(inner, into);
            case Expression.Slot _ -> {}
        }
    }
}
