package dev.parley.testkit;

import dev.parley.core.port.Actor;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.port.TriageBook;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.InternalNote;
import dev.parley.core.triage.Triage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How staff organise their work, in memory. */
final class InMemoryTriage implements TriageBook {
    private static final Set<StateName> ENDED = Set.of(StateName.ANSWERED, StateName.CLOSED, StateName.CLOSED_UNPAID);

    private final Memory memory;

    InMemoryTriage(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Triage of(TicketId ticket) {
        return memory.triage.find(ticket).orElseGet(() -> Triage.untouched(ticket));
    }

    @Override
    public void keep(Triage triage) {
        memory.triage.put(triage.ticket(), triage);
    }

    @Override
    public void wake(TicketId ticket) {
        memory.triage.find(ticket).ifPresent(held -> keep(held.snoozed(null)));
    }

    @Override
    public void note(InternalNote note) {
        new InMemoryMessages(memory)
                .remark(note.ticket(), new Actor.Staff(note.author()), note.text(), Visibility.STAFF, note.at());
    }

    @Override
    public long lastHeard(TicketId ticket) {
        return memory.messages
                .rows()
                .filter(kept -> ticket.equals(kept.ticket()))
                .filter(kept ->
                        kept.said().direction() == Direction.IN && kept.said().visibility() == Visibility.PUBLIC)
                .mapToLong(kept -> kept.said().id())
                .max()
                .orElse(0);
    }

    @Override
    public int reopened(TicketId ticket, Instant since) {
        return (int) memory.steps
                .rows()
                .filter(done -> done.ticket().equals(ticket))
                .map(Memory.Done::step)
                .filter(step -> step.actor() instanceof Actor.Customer
                        && !step.at().isBefore(since)
                        && ENDED.contains(step.before())
                        && !ENDED.contains(step.after()))
                .count();
    }

    @Override
    public Optional<HeldReply> waiting(TicketId ticket) {
        return memory.heldReplies
                .rows()
                .filter(held -> held.ticket().equals(ticket) && !memory.settledReplies.has(held.id()))
                .findFirst();
    }

    @Override
    public long hold(HeldReply reply) {
        if (waiting(reply.ticket()).isPresent()) {
            throw new IllegalStateException("a reply waits on " + reply.ticket());
        }
        long id = memory.nextId();
        HeldReply numbered = new HeldReply(
                id, reply.ticket(), reply.author(), reply.reply(), reply.heard(), reply.heldAt(), reply.dueAt());
        memory.heldReplies.insert(id, numbered);
        return id;
    }

    @Override
    public void settle(HeldReply reply, HeldReply.Outcome outcome, Instant now) {
        if (!memory.heldReplies.has(reply.id()) || memory.settledReplies.has(reply.id())) {
            throw new IllegalArgumentException("no reply " + reply.id() + " waits");
        }
        memory.settledReplies.insert(reply.id(), outcome);
    }

    @Override
    public List<HeldReply> due(int max, Instant now) {
        return memory.heldReplies
                .rows()
                .filter(held -> !held.dueAt().isAfter(now) && !memory.settledReplies.has(held.id()))
                .sorted(Comparator.comparing(HeldReply::dueAt).thenComparingLong(HeldReply::id))
                .limit(max)
                .toList();
    }
}
