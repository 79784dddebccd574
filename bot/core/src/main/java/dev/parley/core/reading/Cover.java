package dev.parley.core.reading;

/** Whether phrases of one lexicon, set side by side, explain a whole reply, and what they say together. */
final class Cover {
    private static final int YES = 1;
    private static final int WEAK = 2;
    private static final int NO = 4;
    private static final int TIMING = 8;
    private static final int DOUBT = 16;
    private static final int COMBINATIONS = 32;

    private final Reply reply;
    /** For each place: bit c is set if what stands before it can be explained by phrases that together say c. */
    private final int[] said;

    private int yesFrom;
    private int yesTo;

    private Cover(Reply reply) {
        this.reply = reply;
        this.said = new int[reply.length() + Expression.MAX_TOKENS + 1];
    }

    static Cover of(Reply reply, Lexicon lexicon) {
        Cover cover = new Cover(reply);
        cover.said[0] = 1;
        for (int at = 0; at < reply.length(); at++) {
            if (cover.said[at] != 0) {
                cover.step(lexicon, at);
            }
        }
        return cover;
    }

    private void step(Lexicon lexicon, int at) {
        if (reply.separates(at)) {
            said[at + 1] |= said[at];
        }
        said[reply.lineOfPeople(at)] |= said[at];
        lexicon.phrasesAt(reply, at, (section, ends) -> {
            if (section.explains()) {
                advance(section, at, ends);
            }
        });
    }

    private void advance(Section section, int at, long ends) {
        for (long left = ends & ~1L; left != 0; left &= left - 1) {
            int to = at + Long.numberOfTrailingZeros(left);
            said[to] |= with(flag(section), said[at]);
            if (section == Section.YES && (yesTo == 0 || (at == yesFrom && to > yesTo))) {
                yesFrom = at;
                yesTo = to;
            }
        }
    }

    private static int flag(Section section) {
        return switch (section) {
            case YES -> YES;
            case WEAK -> WEAK;
            case NO -> NO;
            case TIMING -> TIMING;
            case DOUBT -> DOUBT;
            case COURTESY, COUNTER, CONDITION, POSTPONE, DELEGATE, CHANGE, NEGATION, ASK, WORDS -> 0;
        };
    }

    private static int with(int flag, int combinations) {
        int out = 0;
        for (int said = 0; said < COMBINATIONS; said++) {
            out |= ((combinations >>> said) & 1) << (said | flag);
        }
        return out;
    }

    /** Every word is explained. */
    boolean isWhole() {
        return whole() != 0;
    }

    /** A plain yes, and no way to find a no or a doubt in it. */
    boolean saysYes() {
        return any(YES, 0) && !denies();
    }

    /** A plain no that can be understood without finding a yes in it. */
    boolean saysNo() {
        return any(NO, YES | DOUBT);
    }

    boolean denies() {
        return any(NO | DOUBT, 0);
    }

    boolean saysWeakly() {
        return any(WEAK, 0);
    }

    boolean asks() {
        return any(TIMING, 0);
    }

    private boolean any(int flag, int without) {
        for (int said = 0; said < COMBINATIONS; said++) {
            if (((whole() >>> said) & 1) != 0 && (said & flag) != 0 && (said & without) == 0) {
                return true;
            }
        }
        return false;
    }

    private int whole() {
        return said[reply.length()];
    }

    /** The first plain yes. */
    String yesSpan() {
        return reply.span(yesFrom, yesTo);
    }
}
