package dev.parley.core.reading;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mends the commonest slips in long words: a letter doubled or left single, a letter left out, two letters swapped.
 * A word is mended only if exactly one known word is so near to it, and that word is harmless.
 */
final class Spelling {
    /** Shorter words are not mended: "no" is too near to too much. In letters. */
    private static final int MIN_LETTERS = 5;

    private final Map<Character, Set<String>> byFirstLetter;
    private final Set<String> harmless;

    Spelling(Set<String> known, Set<String> harmless) {
        this.byFirstLetter = known.stream()
                .filter(word -> word.length() >= MIN_LETTERS - 1)
                .collect(Collectors.groupingBy(word -> word.charAt(0), Collectors.toUnmodifiableSet()));
        this.harmless = Set.copyOf(harmless);
    }

    /** The word that was meant, or {@code written} if that is known or in doubt. */
    String mend(String written) {
        if (written.length() < MIN_LETTERS) {
            return written;
        }
        Set<String> known = byFirstLetter.getOrDefault(written.charAt(0), Set.of());
        if (known.contains(written)) {
            return written;
        }
        Set<String> near = known.stream().filter(word -> isSlip(written, word)).collect(Collectors.toSet());
        return near.size() == 1 && harmless.containsAll(near) ? near.iterator().next() : written;
    }

    /** Whether {@code written} is {@code meant} with one slip; the first letter is always right. */
    static boolean isSlip(String written, String meant) {
        int longer = written.length() - meant.length();
        if (Math.abs(longer) > 1) {
            return false;
        }
        int at = firstDifference(written, meant);
        return at > 0
                && switch (longer) {
                    case 1 -> isDoubled(written, at) && rest(written, at + 1).equals(rest(meant, at));
                    case -1 -> at < written.length() && rest(written, at).equals(rest(meant, at + 1));
                    default ->
                        isSwapped(written, meant, at) && rest(written, at + 2).equals(rest(meant, at + 2));
                };
    }

    private static boolean isDoubled(String written, int at) {
        return written.charAt(at) == written.charAt(at - 1);
    }

    private static boolean isSwapped(String written, String meant, int at) {
        return at + 1 < written.length()
                && written.charAt(at) == meant.charAt(at + 1)
                && written.charAt(at + 1) == meant.charAt(at);
    }

    private static int firstDifference(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int at = 0;
        while (at < shorter && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String rest(String word, int from) {
        return word.substring(Math.min(from, word.length()));
    }
}
