package dev.parley.core.reading;

/** What a reply to a quote says. Only {@link #YES} may ever reserve or charge anything. */
public enum ReplyKind {
    /** A plain yes to the open quote; nothing changes it, at most it is asked when the work will be done. */
    YES,
    /** A plain no. */
    NO,
    /** Something is asked; perhaps a yes beside it, which does not count until the question is answered. */
    QUESTION,
    /** Another amount than the quote's is named. */
    COUNTER,
    /** A yes under a condition. */
    CONDITIONAL,
    /** About the quote, but neither a plain yes nor a plain no: ask back. */
    AMBIGUOUS,
    /** Not about the quote. */
    OTHER
}
