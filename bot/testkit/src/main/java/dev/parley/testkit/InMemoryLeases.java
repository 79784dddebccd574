package dev.parley.testkit;

import dev.parley.core.port.Leases;
import dev.parley.testkit.Memory.Lease;
import java.time.Duration;
import java.time.Instant;

/** Leases in memory. */
final class InMemoryLeases implements Leases {
    private final Memory memory;

    InMemoryLeases(Memory memory) {
        this.memory = memory;
    }

    @Override
    public boolean hold(String name, String worker, Duration lease, Instant now) {
        return memory.atomically(() -> {
            boolean free = memory.leases
                    .find(name)
                    .map(held -> held.worker().equals(worker) || !held.until().isAfter(now))
                    .orElse(true);
            if (free) {
                memory.leases.put(name, new Lease(worker, now.plus(lease)));
            }
            return free;
        });
    }

    @Override
    public void release(String name, String worker) {
        memory.atomically(() -> {
            memory.leases
                    .find(name)
                    .filter(held -> held.worker().equals(worker))
                    .ifPresent(_ -> memory.leases.put(name, new Lease("", Instant.MIN)));
            return name;
        });
    }
}
