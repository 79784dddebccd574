package dev.parley.core.reading;

/** What a reply to a quote says. Only {@link #YES} may ever lead to a charge (G8). */
public enum ReplyKind {
    /** Plainly agreed, nothing asked, conditioned, postponed or changed. */
    YES,
    /** Plainly declined. */
    NO,
    /** Asks something before deciding. */
    QUESTION,
    /** Offers another price. */
    COUNTER,
    /** Agrees under a condition. */
    CONDITIONAL,
    /** May be meant as a yes, but is not plain. */
    AMBIGUOUS,
    /** Says nothing about the quote. */
    OTHER
}
