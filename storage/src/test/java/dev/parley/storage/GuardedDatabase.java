package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.storage.PostgresFixture.TestDatabase;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database whose guards are taken away one by one, each in a transaction that is rolled back. */
final class GuardedDatabase {
    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final JdbcTemplate owner;
    private final TransactionTemplate transaction;

    GuardedDatabase() {
        DataSource source = database.owner();
        owner = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    TestDatabase database() {
        return database;
    }

    JdbcTemplate owner() {
        return owner;
    }

    /** With the guard its owner's misdeed is refused in the guard's words, without it the misdeed happens. */
    void seenRed(String guard, String sabotage, String misdeed) {
        seenRed(guard, "select 1", sabotage, misdeed);
    }

    /** The same; {@code other} takes away, both times, what else prevents the misdeed. */
    void seenRed(String guard, String other, String sabotage, String misdeed) {
        rolledBack(jdbc -> {
            jdbc.execute(other);
            assertThatThrownBy(() -> jdbc.execute(misdeed)).rootCause().hasMessageContaining(guard);
        });
        rolledBack(jdbc -> {
            jdbc.execute(other);
            jdbc.execute(sabotage);
            assertThatCode(() -> jdbc.execute(misdeed)).as("without the guard").doesNotThrowAnyException();
        });
    }

    private void rolledBack(Consumer<JdbcTemplate> work) {
        transaction.executeWithoutResult(status -> {
            work.accept(owner);
            status.setRollbackOnly();
        });
    }
}
