package dev.parley.testkit;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Levels;
import dev.parley.core.standing.History;
import dev.parley.core.standing.History.Cover;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What deadlines are derived from, in memory. */
final class InMemoryLevels implements Levels {
    private final Memory memory;

    InMemoryLevels(Memory memory) {
        this.memory = memory;
    }

    record Reached(TicketId ticket, History.Step step) {}

    record Found(TicketId ticket, History.Classified what) {}

    /** When deadlines are looked at next; {@code at} is {@link Instant#MAX} for never. */
    record Look(Instant at, Instant leasedUntil) {
        static final Look AT_ONCE = new Look(Instant.MIN, Instant.MIN);
    }

    void reached(TicketId ticket, TicketState state, Instant at) {
        memory.reached.insert(memory.nextId(), new Reached(ticket, new History.Step(at, state)));
        memory.looks.put(ticket, Look.AT_ONCE);
    }

    @Override
    public History history(TicketId ticket) {
        return history(memory.tickets.get(ticket));
    }

    History history(Ticket ticket) {
        return new History(
                ticket,
                memory.reached
                        .rows()
                        .filter(reached -> reached.ticket.equals(ticket.id()))
                        .map(Reached::step)
                        .toList(),
                memory.found
                        .rows()
                        .filter(found -> found.ticket.equals(ticket.id()))
                        .map(Found::what)
                        .toList(),
                packages(ticket),
                memory.calendar(ticket.customer(), ticket.createdAt()));
    }

    private List<Cover> packages(Ticket ticket) {
        return memory.hours
                .rows()
                .filter(hours -> hours.contract().customer().equals(ticket.customer()))
                .map(hours -> new Cover(
                        hours.contract().start(), hours.contract().end().orElse(null), hours.manager()))
                .sorted(Comparator.comparing(Cover::from))
                .toList();
    }

    @Override
    public void classify(TicketId ticket, History.Classified found, Actor by) {
        memory.found.insert(memory.nextId(), new Found(ticket, found));
        memory.looks.put(ticket, Look.AT_ONCE);
    }

    @Override
    public boolean told(TicketId ticket, Told told) {
        String key = ticket + " " + told.key();
        boolean fresh = !memory.told.has(key);
        if (fresh) {
            memory.told.insert(key, told);
        }
        return fresh;
    }

    @Override
    public void lookAgain(TicketId ticket, @Nullable Instant next) {
        memory.looks.put(ticket, new Look(next == null ? Instant.MAX : next, Instant.MIN));
    }
}
