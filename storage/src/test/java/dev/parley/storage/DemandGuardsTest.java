package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.storage.PostgresFixture.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each guard of the invoices of work on demand is taken away once, in a transaction that is rolled back: with it the
 * misdeed of the database's owner is refused by that very guard, without it the misdeed happens.
 */
class DemandGuardsTest {
    private static final TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private static final DataSource SOURCE = DATABASE.owner();
    private static final JdbcTemplate OWNER = new JdbcTemplate(SOURCE);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(SOURCE));

    private static PostgresStorage storage;

    @BeforeAll
    static void anInvoiceOfMarch() {
        storage = Storages.on(DATABASE);
        for (String name : List.of("alice", "bob")) {
            storage.store().transact(tx -> tx.introduce("support", name + "@customer.example", name, "en"));
        }
        OWNER.update("insert into demand_billed"
                + " values ('support', 1, '2026-03-01 00:00Z', '2026-04-01 00:00Z', 'D-1-2026-03')");
        OWNER.update("""
            with made as (insert into demand_invoice
                          values ('support', 1, '2026-03-01', 'D-1-2026-03', 'USD', 15000, now()) returning 1)
            insert into demand_invoice_line select 'support', 1, '2026-03-01', 0, 60, 15000 from made
            """);
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/demand-guards.csv", delimiter = '|')
    void h05WithoutItWorkOnDemandIsBilledTwiceOrNotWhole(String guard, String sabotage, String misdeed) {
        rolledBack(jdbc ->
                assertThatThrownBy(() -> jdbc.execute(misdeed)).rootCause().hasMessageContaining(guard));
        rolledBack(jdbc -> {
            jdbc.execute(sabotage);
            assertThatCode(() -> jdbc.execute(misdeed)).as("without the guard").doesNotThrowAnyException();
        });
    }

    private static void rolledBack(Consumer<JdbcTemplate> work) {
        TRANSACTION.executeWithoutResult(status -> {
            work.accept(OWNER);
            status.setRollbackOnly();
        });
    }
}
