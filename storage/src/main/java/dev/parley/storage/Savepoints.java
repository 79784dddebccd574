package dev.parley.storage;

import java.sql.Savepoint;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Marks in a transaction to which it can be undone without ending it. */
final class Savepoints {
    private Savepoints() {}

    static Savepoint set(JdbcOperations jdbc) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Savepoint>) c -> c.setSavepoint()));
    }

    static void back(JdbcOperations jdbc, Savepoint savepoint) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            connection.rollback(savepoint);
            return true;
        });
    }
}
