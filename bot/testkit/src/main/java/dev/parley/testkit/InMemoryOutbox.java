package dev.parley.testkit;

import dev.parley.core.port.Outbox;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.TicketReads.Delivery;
import dev.parley.core.port.TicketReads.Delivery.Progress;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Memory.Queued;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** The outbox in memory. */
final class InMemoryOutbox implements Outbox {
    private final Memory memory;

    InMemoryOutbox(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
        return memory.atomically(() -> memory
                .outbox
                .rows()
                .filter(row -> pending(row) && !row.free().isAfter(now) && isHead(row))
                .limit(max)
                .toList()
                .stream()
                .map(row -> lease(row, now.plus(lease)))
                .toList());
    }

    private static boolean pending(Queued row) {
        return row.delivery().progress() == Progress.PENDING;
    }

    private boolean isHead(Queued row) {
        OutgoingMessage message = row.message();
        return message.ticket() == 0
                || memory.outbox
                        .rows()
                        .filter(InMemoryOutbox::pending)
                        .filter(o -> o.message().desk().equals(message.desk())
                                && o.message().ticket() == message.ticket())
                        .allMatch(o -> o.id() >= row.id());
    }

    private Claim lease(Queued row, Instant until) {
        Delivery delivery = row.delivery();
        int tries = delivery.tries() + 1;
        put(row.with(new Delivery(Progress.PENDING, tries, delivery.why()), until));
        return new Claim(row.id(), row.message(), tries);
    }

    private void put(Queued row) {
        memory.outbox.put(row.id(), row);
    }

    @Override
    public void sent(Claim claim, String providerId, Instant now) {
        change(claim, row -> row.with(new Delivery(Progress.SENT, row.delivery().tries(), ""), now));
        OutgoingMessage message = claim.message();
        if (!providerId.isEmpty() && message.ticket() > 0) {
            memory.atomically(() -> {
                memory.providerIds.put(
                        message.desk() + ' ' + providerId, new TicketId(message.desk(), message.ticket()));
                return providerId;
            });
        }
    }

    @Override
    public void retry(Claim claim, String why, Instant retryAt) {
        change(claim, row -> {
            if (!pending(row) || row.delivery().tries() != claim.tries()) {
                return row;
            }
            Progress status = claim.tries() < memory.tries.outbox() ? Progress.PENDING : Progress.DEAD;
            return row.with(new Delivery(status, claim.tries(), why), retryAt);
        });
    }

    @Override
    public void dead(Claim claim, String why, Instant now) {
        change(
                claim,
                row -> pending(row)
                        ? row.with(new Delivery(Progress.DEAD, row.delivery().tries(), why), now)
                        : row);
    }

    private void change(Claim claim, UnaryOperator<Queued> change) {
        memory.atomically(() -> {
            put(change.apply(memory.outbox.get(claim.id())));
            return claim;
        });
    }

    @Override
    public Duration backlog(Instant now) {
        return memory.atomically(() -> memory.outbox
                .rows()
                .filter(InMemoryOutbox::pending)
                .map(row -> Duration.between(row.queuedAt(), now))
                .max(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO));
    }
}
