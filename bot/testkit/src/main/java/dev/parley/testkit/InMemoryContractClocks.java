package dev.parley.testkit;

import dev.parley.core.contract.ContractId;
import dev.parley.core.port.ContractClocks;
import dev.parley.testkit.Memory.Wound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of contracts in memory. */
final class InMemoryContractClocks implements ContractClocks {
    private final Memory memory;

    InMemoryContractClocks(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<ContractId> claim(int max, Duration lease, Instant now) {
        return memory.atomically(() -> {
            List<ContractId> due = Stream.concat(memory.points.keys(), memory.hours.keys())
                    .filter(id ->
                            memory.clocks.find(id).map(clock -> clock.free(now)).orElse(true))
                    .limit(max)
                    .toList();
            due.forEach(id -> memory.clocks.put(id, new Wound(Instant.MIN, now.plus(lease), known(id))));
            return due;
        });
    }

    @Override
    public Optional<Instant> done(ContractId contract) {
        return memory.atomically(() -> Optional.ofNullable(known(contract)));
    }

    private @Nullable Instant known(ContractId contract) {
        return memory.clocks.find(contract).map(Wound::done).orElse(null);
    }

    @Override
    public void wind(ContractId contract, Instant next, @Nullable Instant done) {
        memory.atomically(() -> {
            memory.clocks
                    .find(contract)
                    .filter(clock -> clock.leasedUntil().isAfter(Instant.MIN))
                    .ifPresent(clock -> memory.clocks.put(
                            contract, new Wound(next, Instant.MIN, done == null ? clock.done() : done)));
            return next;
        });
    }
}
