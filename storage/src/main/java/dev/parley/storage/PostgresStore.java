package dev.parley.storage;

import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Decisions, each in one transaction of PostgreSQL. */
final class PostgresStore implements Store {
    private final Transactions transactions;
    private final InstantSource clock;

    PostgresStore(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        return transactions.run(jdbc -> {
            PostgresTransaction transaction = new PostgresTransaction(jdbc, clock);
            T result = work.apply(transaction);
            transaction.flush();
            return result;
        });
    }

    @Override
    public <T> Rehearsal<T> rehearse(Function<Transaction, T> work) {
        return transactions.rehearse(jdbc -> {
            PostgresTransaction transaction = new PostgresTransaction(jdbc, clock);
            T result = work.apply(transaction);
            transaction.flush();
            return new Rehearsal<>(result, List.copyOf(transaction.sent()));
        });
    }
}
