package dev.parley.core.port;

/** An expected no of the ledger. */
public sealed interface LedgerRefusal {
    /** The wallet does not cover it; {@code shortBy} units are missing. */
    record InsufficientFunds(long shortBy) implements LedgerRefusal {}

    /** The wallet is blocked after a charge-back. */
    record Blocked() implements LedgerRefusal {}

    /** The hold was posted or voided before. */
    record AlreadyResolved() implements LedgerRefusal {}

    /** The quote is not in a status that allows it, or was decided before. */
    record QuoteNotOpen(String status) implements LedgerRefusal {}

    /** More would be given back than was charged. */
    record RefundTooLarge() implements LedgerRefusal {}
}
