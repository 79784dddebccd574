package dev.parley.core.ledger;

/** What a wallet counts. All amounts are whole numbers of the unit. */
public enum Unit {
    /** A prepaid support credit; never expires (C-06). */
    CREDIT,
    /** A support point of one site and month (P-14). */
    POINT,
    /** One minute of a support package (H-18). */
    MINUTE,
    /** One minute of work on demand, agreed to before and billed afterwards (H-05). */
    DEMAND
}
