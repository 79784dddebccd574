package dev.parley.storage;

import dev.parley.core.port.Checkpoints;
import java.util.Collection;
import java.util.Optional;

/** The table {@code checkpoint}. */
final class PostgresCheckpoints implements Checkpoints {
    private final Transactions transactions;

    PostgresCheckpoints(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> read(String name) {
        return transactions.run(jdbc ->
                jdbc
                        .query(
                                "select value from checkpoint where name = ?",
                                (row, _) -> Columns.string(row, "value"),
                                name)
                        .stream()
                        .findFirst());
    }

    @Override
    public void write(String name, String value) {
        transactions.run(jdbc -> jdbc.update(
                "insert into checkpoint values (?, ?) on conflict (name) do update set value = excluded.value",
                name,
                value));
    }

    @Override
    public void retain(String prefix, Collection<String> names) {
        transactions.run(jdbc -> jdbc.update(
                "delete from checkpoint where starts_with(name, ?) and name <> all (?)",
                prefix,
                names.toArray(String[]::new)));
    }
}
