package dev.parley.testkit;

import dev.parley.core.port.LevelWork;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tickets whose deadlines are to be looked at, in memory. */
final class InMemoryLevelWork implements LevelWork {
    private final Memory memory;

    InMemoryLevelWork(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<TicketId> claim(Set<String> desks, int max, Duration lease, Instant now) {
        return memory.atomically(() -> {
            List<TicketId> due = memory.tickets
                    .rows()
                    .map(Ticket::id)
                    .filter(id -> desks.contains(id.desk()) && isDue(id, now))
                    .limit(max)
                    .toList();
            due.forEach(id -> memory.looks.put(id, new InMemoryLevels.Look(look(id).at(), now.plus(lease))));
            return due;
        });
    }

    private boolean isDue(TicketId id, Instant now) {
        return !look(id).at().isAfter(now) && !look(id).leasedUntil().isAfter(now);
    }

    private InMemoryLevels.Look look(TicketId id) {
        return memory.looks.find(id).orElse(InMemoryLevels.Look.AT_ONCE);
    }
}
