package dev.parley.core.reading;

/** What the phrases under one heading of a lexicon mean. The first six explain words; the others only warn. */
enum Section {
    /** A plain yes, complete in itself. */
    YES,
    /** Friendly, but no yes by itself: "ok", "great". */
    WEAK,
    /** A plain no. */
    NO,
    /** Said in irony or against the grain; takes back a yes beside it. */
    DOUBT,
    /** Politeness and connecting words that change nothing. */
    COURTESY,
    /** A question about timing that may stand beside a yes. */
    TIMING,
    /** Another price is proposed. */
    COUNTER,
    /** If, unless, as long as. */
    CONDITION,
    /** Later, not yet, until. */
    POSTPONE,
    /** Somebody else decides. */
    DELEGATE,
    /** But, only, instead, also. */
    CHANGE,
    /** Not, never, without. */
    NEGATION,
    /** Words that begin a question. */
    ASK,
    /** Words of the language that are no names and warn of nothing. */
    WORDS;

    boolean mayStandInYes() {
        return this == YES || this == WEAK || this == COURTESY || this == TIMING;
    }

    boolean explains() {
        return compareTo(TIMING) <= 0;
    }
}
