package dev.parley.storage;

import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.ticket.Row;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.OverageContract;
import dev.parley.testkit.Ports;
import dev.parley.testkit.TimeStage;
import dev.parley.testkit.TimeStage.Covered;
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
 * Each guard of what lets minutes over a package be billed is taken away once, in a transaction that is rolled back:
 * with it the misdeed of the database's owner is refused by that very guard, without it the misdeed happens.
 */
class OverageGuardsTest {
    private static final TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private static final DataSource SOURCE = DATABASE.owner();
    private static final JdbcTemplate OWNER = new JdbcTemplate(SOURCE);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new DataSourceTransactionManager(SOURCE));

    private static PostgresStorage storage;

    private record Scene(Ports ports) implements OverageContract {}

    /** Ticket 1001 has its yes; 1002 and 1003 are asked about, 1003 without its rate and month. */
    @BeforeAll
    static void oneYesAndTwoQuestions() {
        storage = Storages.on(DATABASE);
        Scene scene = new Scene(Storages.ports(storage));
        for (String number : new String[] {"H-1", "H-2", "H-3"}) {
            Covered shop = scene.covered(number, hours(60, null, true));
            assertThat(scene.ask(shop.ticket(), 30, TimeStage.NOW).row()).isEqualTo(Row.T106);
            if (number.equals("H-1")) {
                assertThat(scene.says(shop.ticket(), 1, true, TimeStage.NOW).row())
                        .isEqualTo(Row.T80);
            }
        }
        OWNER.execute("alter table quote_time disable trigger append_only; delete from quote_time where ticket = 1003;"
                + " alter table quote_time enable trigger append_only");
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/overage-guards.csv", delimiter = '|')
    void h12WithoutItMinutesOverAreBilledThatNobodyAgreedTo(
            String guard, String other, String sabotage, String misdeed) {
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

    private static void rolledBack(Consumer<JdbcTemplate> work) {
        TRANSACTION.executeWithoutResult(status -> {
            work.accept(OWNER);
            status.setRollbackOnly();
        });
    }
}
