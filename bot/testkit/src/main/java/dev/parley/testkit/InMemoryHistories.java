package dev.parley.testkit;

import dev.parley.core.port.Histories;
import dev.parley.core.port.Levels;
import dev.parley.core.standing.History;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Histories in memory. */
final class InMemoryHistories implements Histories {
    private final Memory memory;
    private final InMemoryLevels levels;

    InMemoryHistories(Memory memory) {
        this.memory = memory;
        levels = new InMemoryLevels(memory);
    }

    @Override
    public Optional<History> find(TicketId ticket) {
        return memory.atomically(() -> memory.tickets.find(ticket).map(levels::history));
    }

    @Override
    public List<Levels.Told> told(TicketId ticket) {
        return memory.atomically(() -> memory.told
                .entries()
                .filter(told -> told.getKey().startsWith(ticket + " "))
                .map(Map.Entry::getValue)
                .toList());
    }

    @Override
    public Stream<History> open(String desk) {
        return those(desk, history -> isOpen(history.ticket()));
    }

    @Override
    public Stream<History> between(String desk, Instant from, Instant until) {
        return those(
                desk,
                history -> history.ticket().createdAt().isBefore(until)
                        && (isOpen(history.ticket())
                                || history.steps().stream()
                                        .anyMatch(step -> !step.at().isBefore(from))));
    }

    private static boolean isOpen(Ticket ticket) {
        return StateName.of(ticket.state()).open();
    }

    private Stream<History> those(String desk, Predicate<History> which) {
        return memory.atomically(() -> memory
                .tickets
                .rows()
                .filter(ticket -> ticket.id().desk().equals(desk))
                .sorted(Comparator.comparingLong(ticket -> ticket.id().number()))
                .map(levels::history)
                .filter(which)
                .toList()
                .stream());
    }
}
