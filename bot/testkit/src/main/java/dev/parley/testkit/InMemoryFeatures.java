package dev.parley.testkit;

import dev.parley.core.port.Features;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Wishes in memory. */
final class InMemoryFeatures implements Features {
    private final Memory memory;

    InMemoryFeatures(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Line> list(Filter filter) {
        return memory.atomically(() -> memory.tickets
                .rows()
                .filter(t -> t.id().desk().equals(filter.desk()) && t.id().number() < filter.before())
                .sorted(Comparator.comparingLong((Ticket t) -> t.id().number()).reversed())
                .flatMap(t -> line(t).stream())
                .filter(line -> filter.statuses().contains(line.status()))
                .limit(filter.max())
                .toList());
    }

    @Override
    public Optional<View> find(TicketId ticket) {
        return memory.atomically(() -> memory.tickets
                .find(ticket)
                .flatMap(this::line)
                .map(line -> new View(line, memory.features(ticket).toList())));
    }

    private Optional<Line> line(Ticket ticket) {
        return memory.features(ticket.id())
                .reduce((_, later) -> later)
                .map(last -> new Line(
                        ticket.id(),
                        ticket.subject(),
                        memory.customers.get(ticket.customer()).name(),
                        last.status(),
                        last.at()));
    }
}
