package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.CorrectionContract;
import dev.parley.testkit.CycleContract;
import dev.parley.testkit.DemandContract;
import dev.parley.testkit.HourNoticeContract;
import dev.parley.testkit.OverageContract;
import dev.parley.testkit.PlanContract;
import dev.parley.testkit.Ports;
import dev.parley.testkit.TimeContract;
import org.junit.jupiter.api.AfterEach;

/** Time, packages and cycles in PostgreSQL; after each test the ledger says the same as the time entries. */
class PostgresTimeTest
        implements TimeContract,
                CycleContract,
                DemandContract,
                CorrectionContract,
                HourNoticeContract,
                PlanContract,
                OverageContract {
    private final Ports ports = Storages.ports(Storages.emptied());

    @Override
    public Ports ports() {
        return ports;
    }

    @AfterEach
    void theBooksAreInOrder() {
        assertThat(ports.wallets().violations()).isEmpty();
    }
}
