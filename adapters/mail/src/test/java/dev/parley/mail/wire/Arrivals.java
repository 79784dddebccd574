package dev.parley.mail.wire;

import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An inbox that lets a test wait for what is recorded. */
final class Arrivals implements Inbox {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Inbox inbox;
    private final List<RawMessage> handedIn = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private volatile Consumer<List<RawMessage>> before = _ -> {};
    private int recorded;

    Arrivals(Inbox inbox) {
        this.inbox = inbox;
    }

    /** What happens before something is recorded; may throw. */
    void beforeRecording(Consumer<List<RawMessage>> happening) {
        before = happening;
    }

    @Override
    public synchronized int record(List<RawMessage> messages) {
        before.accept(messages);
        var fresh = inbox.record(messages);
        handedIn.addAll(messages);
        batches.add(messages.size());
        recorded += fresh;
        notifyAll();
        return fresh;
    }

    /** Waits until {@code count} messages were handed in, new or not; says how many there were when it gave up. */
    int awaitHandedIn(int count) throws InterruptedException {
        return awaitHandedIn(count, LIMIT);
    }

    synchronized int awaitHandedIn(int count, Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (handedIn.size() < count && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return handedIn.size();
    }

    synchronized int recorded() {
        return recorded;
    }

    synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    synchronized List<String> texts() {
        return handedIn.stream()
                .map(message -> new String(message.raw(), StandardCharsets.UTF_8))
                .toList();
    }

    synchronized List<RawMessage> handedIn() {
        return List.copyOf(handedIn);
    }

    @Override
    public List<Claim> claim(String worker, int max, Duration lease, Instant now) {
        return inbox.claim(worker, max, lease, now);
    }

    @Override
    public void fail(Claim claim, String why, Instant retryAt) {
        inbox.fail(claim, why, retryAt);
    }

    @Override
    public boolean release(String desk, long id) {
        return inbox.release(desk, id);
    }

    @Override
    public List<Quarantined> quarantined(String desk, int max) {
        return inbox.quarantined(desk, max);
    }
}
