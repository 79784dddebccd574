package dev.parley.core.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the notation of a lexicon's phrases: words side by side, {@code a | b} for either, {@code (…)} to group,
 * {@code […]} for what may be left out, {@code $name} for a named part, {@code #slot} for a {@link Expression.Slot}.
 * A word with accents may be written without them, but not where {@code !} follows it: "sí!" is never "si".
 */
final class Notation {
    private final StringTokenizer rest;
    private final Map<String, Expression> parts;
    private final String line;
    private String next;

    private Notation(String line, Map<String, Expression> parts) {
        this.line = line;
        this.rest = new StringTokenizer(line, " |()[]", true);
        this.parts = parts;
        this.next = "";
        advance();
    }

    /** @throws IllegalArgumentException with the line, if it is not well-formed or names an unknown part */
    static Expression parse(String line, Map<String, Expression> parts) {
        Notation notation = new Notation(line, parts);
        Expression expression = notation.choice();
        notation.check(notation.next.isEmpty());
        return expression;
    }

    private Expression choice() {
        List<Expression> options = new ArrayList<>();
        options.add(sequence());
        while (next.equals("|")) {
            advance();
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : eitherOf(options);
    }

    /** Single words of a choice are looked up together. */
    private static Expression eitherOf(List<Expression> options) {
        Set<String> words = new HashSet<>();
        List<Expression> rest = new ArrayList<>();
        for (Expression option : options) {
            if (option instanceof Expression.Word(Set<String> texts)) {
                words.addAll(texts);
            } else {
                rest.add(Expression.Guarded.of(option));
            }
        }
        if (!words.isEmpty()) {
            rest.add(new Expression.Word(Set.copyOf(words)));
        }
        return rest.size() == 1 ? rest.getFirst() : new Expression.Choice(List.copyOf(rest));
    }

    private Expression sequence() {
        List<Expression> sequence = new ArrayList<>();
        while (!next.isEmpty() && !"|)]".contains(next)) {
            sequence.add(item());
        }
        check(!sequence.isEmpty());
        return sequence.size() == 1 ? sequence.getFirst() : new Expression.Sequence(List.copyOf(sequence));
    }

    private Expression item() {
        String item = next;
        advance();
        return switch (item.charAt(0)) {
            case '(' -> closed(")");
            case '[' -> new Expression.Choice(List.of(closed("]"), new Expression.Sequence(List.of())));
            case '$' -> part(item);
            case '#' -> Expression.Slot.valueOf(item.substring(1).toUpperCase(Locale.ROOT));
            default -> new Expression.Word(spellings(item));
        };
    }

    private static Set<String> spellings(String item) {
        if (item.length() > 1 && item.endsWith("!")) {
            return Set.of(Fold.word(item.substring(0, item.length() - 1)));
        }
        String folded = Fold.word(item);
        return Stream.of(folded, Fold.withoutAccents(folded)).collect(Collectors.toUnmodifiableSet());
    }

    private Expression closed(String bracket) {
        Expression inner = choice();
        check(next.equals(bracket));
        advance();
        return inner;
    }

    private Expression part(String name) {
        Expression part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No part " + name + " is defined above the line: " + line);
        }
        return part;
    }

    private void advance() {
        do {
            next = rest.hasMoreTokens() ? rest.nextToken() : "";
        } while (next.equals(" "));
    }

    private void check(boolean wellFormed) {
        if (!wellFormed) {
            throw new IllegalArgumentException("Brackets or bars do not fit in the line: " + line);
        }
    }
}
