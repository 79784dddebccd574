package dev.parley.testkit;

import dev.parley.core.port.StandingWork;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.testkit.Memory.Ordered;
import dev.parley.testkit.Memory.Wound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Standing orders to be looked at, in memory. */
final class InMemoryStandingWork implements StandingWork {
    private final Memory memory;

    InMemoryStandingWork(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Due> claim(int max, Duration lease, Instant now) {
        return memory.atomically(() -> {
            List<Ordered> due = memory.standing
                    .entries()
                    .filter(entry -> entry.getValue().state() instanceof StandingOrder.State.On)
                    .map(Map.Entry::getKey)
                    .filter(id -> memory.standingClocks
                            .find(id)
                            .map(clock -> clock.free(now))
                            .orElse(true))
                    .limit(max)
                    .toList();
            due.forEach(id -> memory.standingClocks.put(id, new Wound(Instant.MIN, now.plus(lease))));
            return due.stream().map(id -> new Due(id.desk(), id.number())).toList();
        });
    }

    @Override
    public void wind(Due due, Instant next) {
        memory.atomically(() -> {
            memory.standingClocks.put(new Ordered(due.desk(), due.number()), new Wound(next, Instant.MIN));
            return next;
        });
    }
}
