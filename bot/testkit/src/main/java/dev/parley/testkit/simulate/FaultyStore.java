package dev.parley.testkit.simulate;

import dev.parley.core.port.Store;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.Transaction;
import java.util.function.Function;

/** A store that fails as it is about to keep a transaction, if it is told so. */
final class FaultyStore implements Store {
    private final Store store;
    private int until;
    private int faults;

    FaultyStore(Store store) {
        this.store = store;
    }

    /** The {@code nth} transaction from now on fails; 0: none does. */
    void failAt(int nth) {
        until = nth;
    }

    /** How often it failed. */
    int faults() {
        return faults;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        return store.transact(tx -> {
            T result = work.apply(tx);
            if (until > 0 && --until == 0) {
                faults++;
                throw new StoreUnavailable("the plug was pulled", new IllegalStateException("no database"));
            }
            return result;
        });
    }

    @Override
    public <T> Rehearsal<T> rehearse(Function<Transaction, T> work) {
        return store.rehearse(work);
    }
}
