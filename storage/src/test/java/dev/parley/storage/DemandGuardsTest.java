package dev.parley.storage;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each guard of the invoices of work on demand is taken away once, in a transaction that is rolled back: with it the
 * misdeed of the database's owner is refused by that very guard, without it the misdeed happens.
 */
class DemandGuardsTest {
    private static final GuardedDatabase GUARDED = new GuardedDatabase();

    private static PostgresStorage storage;

    @BeforeAll
    static void anInvoiceOfMarch() {
        storage = Storages.on(GUARDED.database());
        for (String name : List.of("alice", "bob")) {
            storage.store().transact(tx -> tx.introduce("support", name + "@customer.example", name, "en"));
        }
        GUARDED.owner()
                .update("insert into demand_billed"
                        + " values ('support', 1, '2026-03-01 00:00Z', '2026-04-01 00:00Z', 'D-1-2026-03')");
        GUARDED.owner().update("""
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
        GUARDED.seenRed(guard, sabotage, misdeed);
    }
}
