package dev.parley.core.port;

import java.util.List;
import java.util.function.Function;

/** Where decisions are kept. */
public interface Store {
    /**
     * Runs {@code work} in one transaction: all of it is kept, or nothing. Lost races and dropped connections are
     * tried again a bounded number of times, so {@code work} may run more than once and must only touch the
     * transaction. Expected refusals of the ledger come back as values, never as exceptions.
     */
    <T> T transact(Function<Transaction, T> work);

    /** Runs {@code work} as {@link #transact} does, says what it came to, and keeps nothing of it. */
    <T> Rehearsal<T> rehearse(Function<Transaction, T> work);

    /** What came of work that was not kept. {@code messages}: what it would have sent, in order. */
    record Rehearsal<T>(T result, List<OutgoingMessage> messages) {}
}
