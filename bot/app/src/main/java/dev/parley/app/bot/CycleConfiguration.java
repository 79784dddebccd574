package dev.parley.app.bot;

import dev.parley.core.desk.BillDemand;
import dev.parley.core.desk.TurnCycles;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.port.Contracts;
import dev.parley.storage.PostgresStorage;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contracts, and the chore that turns their cycles. */
@Configuration(proxyBeanMethods = false)
class CycleConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final int BATCH = 20;

    @Bean
    Chore cycleChore(PostgresStorage storage, Contracts contracts, UseCases useCases, Desks desks) {
        TurnCycles cycles =
                new TurnCycles(storage.store(), contracts, storage.contractClocks(), useCases.payIn(), onDemand(desks));
        return new Chore("cycles", LOOK, (lease, now) -> cycles.turnDue(BATCH, lease, now) > 0);
    }

    private static Map<String, HourlyRate> onDemand(Desks desks) {
        return desks.entries().stream()
                .filter(entry -> entry.desk().hours().isPresent())
                .collect(Collectors.toMap(
                        Desks.Entry::name,
                        entry -> entry.desk().hours().orElseThrow().onDemand()));
    }

    /** Invoices work on demand once a month; it holds no claim, because an invoice is made once whoever looks. */
    @Bean
    Chore demandChore(PostgresStorage storage, Desks desks) {
        Map<String, HourlyRate> rates = onDemand(desks);
        Map<String, BillDemand.Terms> terms = desks.entries().stream()
                .filter(entry -> rates.containsKey(entry.name()))
                .collect(Collectors.toMap(
                        Desks.Entry::name,
                        entry -> new BillDemand.Terms(
                                entry.desk().policy().zone(),
                                entry.desk().hours().orElseThrow().onDemand())));
        BillDemand bills = new BillDemand(storage.store(), storage.checkpoints(), terms);
        return new Chore("demand", LOOK, (_, now) -> bills.billDue(now) > 0);
    }

    /** Tells what stopwatches have come to (H-12); it holds no claim, because a notice is told once whoever looks. */
    @Bean
    Chore stopwatchChore(UseCases useCases, Desks desks) {
        return new Chore("stopwatches", LOOK, (_, now) -> {
            onDemand(desks).keySet().forEach(desk -> useCases.trackTime().look(desk, now));
            return false;
        });
    }
}
