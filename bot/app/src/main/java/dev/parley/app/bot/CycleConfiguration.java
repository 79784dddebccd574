package dev.parley.app.bot;

import dev.parley.core.desk.TurnCycles;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Contracts;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contracts, and the chore that turns their cycles. */
@Configuration(proxyBeanMethods = false)
class CycleConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final int BATCH = 20;

    @Bean
    Chore cycleChore(PostgresStorage storage, Contracts contracts, UseCases useCases) {
        TurnCycles cycles = new TurnCycles(storage.store(), contracts, storage.contractClocks(), useCases.payIn());
        return new Chore("cycles", LOOK, (lease, now) -> cycles.turnDue(BATCH, lease, now) > 0);
    }
}
