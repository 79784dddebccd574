package dev.parley.core.reading;

/**
 * One piece of a reply.
 *
 * @param text folded word, digits without grouping, quote number, or the sign itself
 * @param start first index in the folded text
 * @param end index after the last
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        /** Letters of one case or another, or a single emoji. */
        WORD,
        /** A word written as names are: one capital, then small letters. */
        NAME,
        NUMBER,
        /** A quote number, {@code Q-1042} or {@code Q-1042-2}. */
        REF,
        /** A sign that only separates: full stop, comma, exclamation mark, colon, semicolon, dash. */
        STOP,
        LINE,
        QUESTION,
        /** Anything else; nothing explains it. */
        STRANGE
    }

    Token withText(String mended) {
        return new Token(kind, mended, start, end);
    }

    boolean isWord() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /** Only such a token can fill the slot a phrase begins with. */
    boolean isFigure() {
        return kind == Kind.NUMBER || kind == Kind.REF;
    }

    boolean separates() {
        return kind == Kind.STOP || kind == Kind.LINE;
    }
}
