package dev.parley.testkit;

import dev.parley.core.port.Enclosures;
import dev.parley.core.port.Enclosures.Enclosure;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.testkit.Memory.Absent;
import dev.parley.testkit.Memory.Arrival;
import dev.parley.testkit.Memory.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The inbox in memory. */
final class InMemoryInbox implements Inbox {
    private final Memory memory;

    InMemoryInbox(Memory memory) {
        this.memory = memory;
    }

    @Override
    public int record(List<RawMessage> messages) {
        return memory.atomically(
                () -> Math.toIntExact(messages.stream().filter(this::isNew).count()));
    }

    private boolean isNew(RawMessage message) {
        Arrival arrival = new Arrival(message.desk(), message.key());
        if (memory.arrivals.has(arrival)) {
            return false;
        }
        long id = memory.nextId();
        memory.arrivals.insert(arrival, id);
        memory.inbox.insert(id, new Recorded(id, kept(message), true, 0, Instant.MIN, ""));
        return true;
    }

    private RawMessage kept(RawMessage message) {
        Enclosures enclosures = message.enclosures();
        enclosures.files().forEach(file -> keep(message.desk() + ' ' + file.sha256(), file));
        return new RawMessage(
                message.desk(),
                message.key(),
                message.receivedAt(),
                message.recipients(),
                message.raw(),
                new Enclosures(enclosures.mark(), List.of(), enclosures.cutOff()));
    }

    private void keep(String where, Enclosure file) {
        if (!memory.files.has(where)) {
            memory.files.insert(where, bytes(file));
        }
    }

    private static byte[] bytes(Enclosure file) {
        try (InputStream in = file.source().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
        return memory.atomically(() -> {
            AtomicLong bytes = new AtomicLong();
            return memory
                    .inbox
                    .rows()
                    .filter(row -> row.open() && !row.free().isAfter(now))
                    .limit(max)
                    .toList()
                    .stream()
                    .takeWhile(row -> bytes.getAndAdd(row.message().raw().length) < CLAIM_BYTES_MAX)
                    .map(row -> lease(row, now.plus(lease)))
                    .toList();
        });
    }

    private Claim lease(Recorded row, Instant until) {
        int tries = row.tries() + 1;
        memory.inbox.put(row.id(), new Recorded(row.id(), row.message(), true, tries, until, row.why()));
        return new Claim(row.id(), row.message(), tries);
    }

    @Override
    public List<Quarantined> quarantined(String desk, int max) {
        return memory.atomically(() -> Stream.concat(
                        memory.inbox
                                .rows()
                                .filter(row -> isQuarantined(row, desk))
                                .map(InMemoryInbox::shown),
                        memory.missed.rows().filter(row -> isMissed(row, desk)).map(InMemoryMissedMail::shown))
                .sorted(Comparator.comparingLong(Quarantined::id).reversed())
                .limit(max)
                .toList());
    }

    private static Quarantined shown(Recorded row) {
        return new Quarantined(row.id(), row.message().key(), row.message().receivedAt(), row.tries(), row.why());
    }

    @Override
    public boolean release(String desk, long id) {
        return memory.atomically(() -> {
            Optional<Recorded> failed = memory.inbox
                    .rows()
                    .filter(row -> row.id() == id && isQuarantined(row, desk))
                    .findFirst();
            Optional<Absent> missed = memory.missed
                    .rows()
                    .filter(row -> row.id() == id && isMissed(row, desk))
                    .findFirst();
            failed.ifPresent(
                    row -> memory.inbox.put(id, new Recorded(id, row.message(), true, 0, Instant.MIN, row.why())));
            missed.ifPresent(row -> memory.missed.put(id, new Absent(id, row.mail(), true, false)));
            return failed.isPresent() || missed.isPresent();
        });
    }

    private static boolean isMissed(Absent row, String desk) {
        return !row.wanted() && !row.came() && row.mail().desk().equals(desk);
    }

    private static boolean isQuarantined(Recorded row, String desk) {
        return !row.open() && !row.why().isEmpty() && row.message().desk().equals(desk);
    }

    @Override
    public void fail(Claim claim, String why, Instant retryAt) {
        memory.atomically(() -> {
            Recorded row = memory.inbox.get(claim.id());
            if (row.open() && row.tries() == claim.tries()) {
                boolean again = row.tries() < memory.tries.inbox();
                memory.inbox.put(row.id(), new Recorded(row.id(), row.message(), again, row.tries(), retryAt, why));
            }
            return row;
        });
    }
}
