package dev.parley.core.ledger;

/** What a wallet counts. All amounts are whole numbers of the unit. */
public enum Unit {
    /** A prepaid support credit; never expires (C-06). */
    CREDIT,
    /** A support point of one site and month (P-14). */
    POINT,
    /** One minute of a support package (H-18). */
    MINUTE,
    /** The smallest unit of the desk's currency, for work on demand that is billed afterwards (H-05). */
    MONEY
}
