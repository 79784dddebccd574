package dev.parley.core.reading;

import dev.parley.core.reading.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A reply cut into tokens, beside the quote it answers.
 *
 * @param known words that are never taken for a name
 */
record Reply(String text, List<Token> tokens, OpenQuote quote, Set<String> known) {
    private static final int MAX_NAMES_IN_LINE = 3;
    private static final int MAX_LINES_OF_NAMES = 3;
    private static final int MAX_SIGNS = 8;
    /** Letters of a title such as "Prof". */
    private static final int MAX_TITLE = 4;
    /** Words of two names, as in "van der" and "de la". */
    private static final int MAX_PARTICLES = 2;

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "ter", "ten", "de", "la", "del", "du", "di", "da", "do", "dos", "das", "el",
            "le", "y", "i");

    static Reply of(String folded, OpenQuote quote, Set<String> known) {
        return new Reply(folded, Tokenizer.tokens(folded), quote, known);
    }

    /** The same reply with slips of the pen mended. */
    Reply mended(Spelling spelling) {
        List<Token> mended = tokens.stream()
                .map(token -> token.isWord() ? token.withText(spelling.mend(token.text())) : token)
                .toList();
        return new Reply(text, mended, quote, known);
    }

    /** False if it holds a word that neither the lexicon nor any name explains. */
    boolean canBeExplainedBy(Lexicon lexicon) {
        for (int at = 0; at < length(); at++) {
            if (tokens.get(at).isWord() && !lexicon.knows(tokens.get(at).text()) && !isCapital(at) && !isPerson(at)) {
                return false;
            }
        }
        return true;
    }

    long unknownWords() {
        return tokens.stream()
                .filter(token -> token.isWord() && !known.contains(token.text()))
                .count();
    }

    int length() {
        return tokens.size();
    }

    boolean says(int at, Set<String> words) {
        return at < length() && words.contains(tokens.get(at).text());
    }

    boolean is(int at, Kind kind) {
        return at >= 0 && at < length() && tokens.get(at).kind() == kind;
    }

    boolean separates(int at) {
        return at < length() && tokens.get(at).separates();
    }

    boolean isAmount(int at) {
        return is(at, Kind.NUMBER) && quote.amount() != null && quote.amount() == number(at);
    }

    boolean isOtherAmount(int at) {
        return is(at, Kind.NUMBER) && !isAmount(at);
    }

    boolean isQuote(int at) {
        return is(at, Kind.REF) && quote.isNamedBy(tokens.get(at).text());
    }

    boolean isVersion(int at) {
        return is(at, Kind.NUMBER) && quote.hasVersion(tokens.get(at).text());
    }

    long number(int at) {
        return Long.parseLong(tokens.get(at).text());
    }

    boolean endsSentence(int at) {
        return at >= length() || separates(at) || is(at, Kind.QUESTION);
    }

    /** A line ends at {@code at}, and the next begins with more than another end of line. */
    boolean goesOnInNextLine(int at) {
        return is(at, Kind.LINE) && at + 1 < length() && !is(at + 1, Kind.LINE);
    }

    /** Ends of a run of names after a greeting: before a comma, another separating sign, or the end. */
    long addressees(int at) {
        int end = names(at, this::isName);
        return end > at && (end >= length() || separates(end)) ? bit(end - at) : 0;
    }

    /** Ends of the lines of names (person, then firm) after a complimentary close. */
    long signers(int at) {
        int start = skipSeparators(at);
        long ends = 0;
        for (int line = 0; line < MAX_LINES_OF_NAMES; line++) {
            int end = names(start, line == 0 ? this::isName : this::isFirm);
            if (end == start || !endsLine(end)) {
                return ends;
            }
            ends |= bit(end - at);
            start = skipSeparators(end);
        }
        return ends;
    }

    /** End of a line that holds nothing but the name of somebody known to take part; {@code at} if it is none. */
    int lineOfPeople(int at) {
        boolean begins = at > 0 && (is(at - 1, Kind.LINE) || (separates(at - 1) && is(at - 2, Kind.LINE)));
        int end = begins ? names(at, this::isPerson) : at;
        return endsLine(end) ? end : at;
    }

    private static long bit(int offset) {
        return offset < Long.SIZE ? 1L << offset : 0;
    }

    private boolean endsLine(int at) {
        int end = is(at, Kind.STOP) ? at + 1 : at;
        return end >= length() || is(end, Kind.LINE);
    }

    private int skipSeparators(int at) {
        int end = at;
        while (separates(end) && end - at < MAX_SIGNS) {
            end++;
        }
        return end;
    }

    private int names(int at, IntPredicate isName) {
        int end = at;
        boolean unknown = false;
        int name = afterParticles(end);
        while (name < length() && name - at < 2 * MAX_NAMES_IN_LINE && isName.test(name)) {
            unknown |= !known.contains(tokens.get(name).text());
            end = name + (isInitial(name) ? 2 : 1);
            name = afterParticles(end);
        }
        return unknown ? Math.min(end, length()) : at;
    }

    private int afterParticles(int at) {
        int end = at;
        while (says(end, PARTICLES) && end - at < MAX_PARTICLES) {
            end++;
        }
        return end;
    }

    private boolean isName(int at) {
        return (is(at, Kind.NAME) && (isUnknown(at) || isLetter(at))) || isPerson(at);
    }

    private boolean isFirm(int at) {
        return tokens.get(at).isWord() && isUnknown(at) && isCapital(at);
    }

    private boolean isCapital(int at) {
        return Character.isUpperCase(text.codePointAt(tokens.get(at).start()));
    }

    private boolean isPerson(int at) {
        return tokens.get(at).isWord() && quote.people().contains(tokens.get(at).text());
    }

    private boolean isUnknown(int at) {
        return !known.contains(tokens.get(at).text());
    }

    /** The initial of a first name, even where the letter is a word by itself, as "A" and "Y" are. */
    private boolean isLetter(int at) {
        return tokens.get(at).text().length() == 1
                && at + 1 < length()
                && tokens.get(at + 1).text().equals(".");
    }

    /** "J.", or "Dr." before a name. */
    private boolean isInitial(int at) {
        int letters = tokens.get(at).text().length();
        boolean stop = at + 1 < length() && tokens.get(at + 1).text().equals(".");
        return isLetter(at) || (stop && letters <= MAX_TITLE && at + 2 < length() && isName(at + 2));
    }

    /** The text as written between two tokens. */
    String span(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
