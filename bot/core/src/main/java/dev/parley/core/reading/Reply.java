package dev.parley.core.reading;

import dev.parley.core.reading.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * A reply cut into tokens, beside the quote it answers.
 *
 * @param known words that are never taken for a name
 */
record Reply(String text, List<Token> tokens, OpenQuote quote, Set<String> known) {
    private static final int MAX_NAMES_IN_LINE = 3;
    private static final int MAX_LINES_OF_NAMES = 2;

    static Reply of(String folded, OpenQuote quote, Set<String> known) {
        return new Reply(folded, Tokenizer.tokens(folded), quote, known);
    }

    int length() {
        return tokens.size();
    }

    boolean says(int at, Set<String> words) {
        return at < length() && words.contains(tokens.get(at).text());
    }

    boolean is(int at, Kind kind) {
        return at < length() && tokens.get(at).kind() == kind;
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

    /** Ends of a run of names after a greeting: before a comma, another separating sign, or the end. */
    long addressees(int at) {
        int end = names(at);
        return end > at && (end >= length() || separates(end)) ? 1L << (end - at) : 0;
    }

    /** Ends of one or two lines of names after a complimentary close: at the end of a line. */
    long signers(int at) {
        int start = skipSeparators(at);
        long ends = 0;
        for (int line = 0; line < MAX_LINES_OF_NAMES; line++) {
            int end = names(start);
            if (end == start || !endsLine(end)) {
                return ends;
            }
            ends |= 1L << (end - at);
            start = skipSeparators(end);
        }
        return ends;
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

    private static final int MAX_SIGNS = 8;

    private int names(int at) {
        int end = at;
        while (end < length() && end - at < 2 * MAX_NAMES_IN_LINE && isName(end)) {
            end += isInitial(end) ? 2 : 1;
        }
        return Math.min(end, length());
    }

    private boolean isName(int at) {
        Token token = tokens.get(at);
        return (token.kind() == Kind.NAME && !known.contains(token.text()))
                || (token.isWord() && quote.people().contains(token.text()));
    }

    private boolean isInitial(int at) {
        return tokens.get(at).text().length() == 1
                && at + 1 < length()
                && tokens.get(at + 1).text().equals(".");
    }

    /** The text as written between two tokens. */
    String span(int from, int to) {
        return from >= to
                ? ""
                : text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
