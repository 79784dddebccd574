package dev.parley.core.port;

import java.util.function.Function;

/** Where decisions are kept. */
public interface Store {
    /**
     * Runs {@code work} in one transaction: all of it is kept, or nothing. Lost races and dropped connections are
     * tried again a bounded number of times, so {@code work} may run more than once and must only touch the
     * transaction. Expected refusals of the ledger come back as values, never as exceptions.
     */
    <T> T transact(Function<Transaction, T> work);
}
