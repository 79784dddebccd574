package dev.parley.storage;

import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.ticket.Row;
import dev.parley.testkit.OverageContract;
import dev.parley.testkit.Ports;
import dev.parley.testkit.TimeStage;
import dev.parley.testkit.TimeStage.Covered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each guard of what lets minutes over a package be billed is taken away once, in a transaction that is rolled back:
 * with it the misdeed of the database's owner is refused by that very guard, without it the misdeed happens.
 */
class OverageGuardsTest {
    private static final GuardedDatabase GUARDED = new GuardedDatabase();

    private static PostgresStorage storage;

    private record Scene(Ports ports) implements OverageContract {}

    /** Ticket 1001 has its yes; 1002 and 1003 are asked about, 1003 without its rate and month. */
    @BeforeAll
    static void oneYesAndTwoQuestions() {
        storage = Storages.on(GUARDED.database());
        Scene scene = new Scene(Storages.ports(storage));
        for (String number : new String[] {"H-1", "H-2", "H-3"}) {
            Covered shop = scene.covered(number, hours(60, null, true));
            assertThat(scene.ask(shop.ticket(), 30, TimeStage.NOW).row()).isEqualTo(Row.T106);
            if (number.equals("H-1")) {
                assertThat(scene.says(shop.ticket(), 1, true, TimeStage.NOW).row())
                        .isEqualTo(Row.T80);
            }
        }
        GUARDED.owner()
                .execute("alter table quote_time disable trigger append_only; delete from quote_time where ticket ="
                        + " 1003; alter table quote_time enable trigger append_only");
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/overage-guards.csv", delimiter = '|')
    void h12WithoutItMinutesOverAreBilledThatNobodyAgreedTo(
            String guard, String other, String sabotage, String misdeed) {
        GUARDED.seenRed(guard, other, sabotage, misdeed);
    }
}
