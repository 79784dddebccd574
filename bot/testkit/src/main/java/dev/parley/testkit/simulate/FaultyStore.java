package dev.parley.testkit.simulate;

import dev.parley.core.port.Store;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.Transaction;
import dev.parley.testkit.InMemoryStore;
import java.util.function.Function;

/** A store whose next transaction fails when it would be kept, if it is told so. */
final class FaultyStore implements Store {
    private final InMemoryStore store;
    private boolean failing;

    FaultyStore(InMemoryStore store) {
        this.store = store;
    }

    InMemoryStore inMemory() {
        return store;
    }

    void failNext() {
        failing = true;
    }

    void works() {
        failing = false;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        return store.transact(tx -> {
            T result = work.apply(tx);
            if (failing) {
                throw new StoreUnavailable("the plug was pulled", new IllegalStateException("no database"));
            }
            return result;
        });
    }
}
