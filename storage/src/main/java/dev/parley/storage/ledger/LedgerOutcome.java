package dev.parley.storage.ledger;

/** What became of a call to the ledger: booked, or refused for a reason that can be told. */
public sealed interface LedgerOutcome permits LedgerOutcome.Booked, LedgerRefusal {
    /**
     * It stands, now or since an earlier call with the same key.
     *
     * @param id of the journal (a hold's id is that of its journal), or of the quote for calls on quotes
     */
    record Booked(long id) implements LedgerOutcome {}
}
