package dev.parley.testkit;

import dev.parley.core.port.DueWork;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Due tickets in memory. */
final class InMemoryDueWork implements DueWork {
    private final Memory memory;

    InMemoryDueWork(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<TicketId> claim(String worker, int max, Duration lease, Instant now) {
        return memory.atomically(() -> {
            List<TicketId> due = memory.tickets
                    .rows()
                    .filter(t -> t.dueAt() != null && !t.dueAt().isAfter(now))
                    .filter(t ->
                            !memory.dueLeases.find(t.id()).orElse(Instant.MIN).isAfter(now))
                    .sorted(Comparator.comparing((Ticket t) -> Objects.requireNonNull(t.dueAt())))
                    .limit(max)
                    .map(Ticket::id)
                    .toList();
            due.forEach(id -> memory.dueLeases.put(id, now.plus(lease)));
            return due;
        });
    }
}
