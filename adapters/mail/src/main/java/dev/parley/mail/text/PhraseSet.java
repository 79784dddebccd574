package dev.parley.mail.text;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Phrases that are found as whole words in one pass over a text; those listed with a leading = are found anywhere. */
final class PhraseSet {

    /** Scripts from Thai on write without spaces between words. */
    private static final char FIRST_UNSPACED = '\u0E00';

    /** Where a phrase stands. */
    record Found(int start, int end) {}

    private static final class Node {
        private char[] letters = {};
        private Node[] nodes = {};
        private boolean ends;

        @Nullable
        Node next(char letter) {
            int at = Arrays.binarySearch(letters, letter);
            return at < 0 ? null : nodes[at];
        }

        Node add(char letter) {
            int found = Arrays.binarySearch(letters, letter);
            if (found >= 0) {
                return nodes[found];
            }
            int at = -found - 1;
            char[] moreLetters = Arrays.copyOf(letters, letters.length + 1);
            Node[] moreNodes = Arrays.copyOf(nodes, nodes.length + 1);
            System.arraycopy(letters, at, moreLetters, at + 1, letters.length - at);
            System.arraycopy(nodes, at, moreNodes, at + 1, nodes.length - at);
            moreLetters[at] = letter;
            moreNodes[at] = new Node();
            letters = moreLetters;
            nodes = moreNodes;
            return nodes[at];
        }
    }

    private final Node words = new Node();
    private final Node anywhere = new Node();

    private PhraseSet() {}

    static PhraseSet load(String name) {
        return of(Phrases.load(name));
    }

    static PhraseSet of(List<String> phrases) {
        PhraseSet set = new PhraseSet();
        for (String phrase : phrases) {
            boolean free = phrase.startsWith("=");
            Node node = free ? set.anywhere : set.words;
            for (char c : phrase.substring(free ? 1 : 0).toCharArray()) {
                node = node.add(c);
            }
            node.ends = true;
        }
        return set;
    }

    /** The first phrase from a place on, the longest of those that begin there; the text must be in lower case. */
    @Nullable
    Found next(String lower, int from) {
        for (int i = from; i < lower.length(); i++) {
            int end = i == 0 || !isWord(lower.charAt(i - 1)) ? end(words, lower, i, true) : -1;
            if (lower.charAt(i) >= FIRST_UNSPACED) {
                end = Math.max(end, end(anywhere, lower, i, false));
            }
            if (end > i) {
                return new Found(i, end);
            }
        }
        return null;
    }

    boolean isIn(String lower) {
        return next(lower, 0) != null;
    }

    boolean opens(String lower) {
        return end(words, lower, 0, true) > 0 || end(anywhere, lower, 0, false) > 0;
    }

    boolean closes(String lower) {
        Found last = null;
        for (Found found = next(lower, 0); found != null; found = next(lower, found.end())) {
            last = found;
        }
        return last != null && last.end() == lower.length();
    }

    boolean is(String lower) {
        return end(words, lower, 0, true) == lower.length() || end(anywhere, lower, 0, false) == lower.length();
    }

    private static int end(Node root, String text, int from, boolean wholeWord) {
        int end = -1;
        Node node = root;
        for (int i = from; i < text.length(); i++) {
            node = node.next(text.charAt(i));
            if (node == null) {
                break;
            }
            boolean bounded = !wholeWord || i + 1 == text.length() || !isWord(text.charAt(i + 1));
            end = node.ends && bounded ? i + 1 : end;
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
