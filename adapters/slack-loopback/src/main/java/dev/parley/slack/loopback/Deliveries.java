package dev.parley.slack.loopback;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Hands events and interactions to the app, and repeats events that are not acknowledged in three seconds. */
final class Deliveries implements AutoCloseable {

    /** How long the app has to acknowledge. */
    static final Duration ACK_WITHIN = Duration.ofSeconds(3);
    /** When an event is repeated after it failed: at once, a minute later, five minutes later. */
    static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final World world;
    private final Timers timers;
    private final Transport socket;
    private final Transport requests;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("loopback-slack-sender").factory());
    private final List<Runnable> held = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();

    Deliveries(World world, Timers timers, Transport socket, Transport requests) {
        this.world = world;
        this.timers = timers;
        this.socket = socket;
        this.requests = requests;
    }

    /** Deliveries sent and neither acknowledged nor given up for now. */
    int underWay() {
        return underWay.get();
    }

    /** Delivers an event, with Slack's retries. */
    void event(String eventId, ObjectNode payload) {
        int place = world.faults.held();
        Runnable delivery = () -> attempt(eventId, new Transport.Parcel("events_api", payload, 0, ""));
        if (place > 0) {
            hold(delivery, place == 1);
            return;
        }
        delivery.run();
        if (world.faults.duplicates()) {
            delivery.run();
        }
    }

    private synchronized void hold(Runnable delivery, boolean last) {
        held.addFirst(delivery);
        if (last) {
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    private void attempt(String key, Transport.Parcel parcel) {
        var _ = send(key, parcel);
    }

    /** Plans the next attempt before anybody can see that this one failed, so that a moved clock finds it planned. */
    private void retry(String key, Transport.Parcel parcel, Transport.Reply reply) {
        boolean isEvent = parcel.type().equals("events_api");
        if (!isEvent || reply.outcome().acknowledged() || !reply.mayRetry() || parcel.attempt() >= RETRIES.size()) {
            return;
        }
        Transport.Parcel next = new Transport.Parcel(
                parcel.type(),
                parcel.payload(),
                parcel.attempt() + 1,
                reply.outcome().failure());
        Duration wait = RETRIES.get(parcel.attempt());
        if (wait.isZero()) {
            attempt(key, next);
        } else {
            timers.after(wait, () -> attempt(key, next));
        }
    }

    /** Delivers an interaction or a command; Slack does not repeat these. */
    CompletableFuture<Outcome> once(String type, String key, ObjectNode payload) {
        Transport.Parcel parcel = new Transport.Parcel(type, payload, 0, "");
        CompletableFuture<Outcome> outcome = send(key, parcel).thenApply(Transport.Reply::outcome);
        if (world.faults.duplicates()) {
            CompletableFuture<Transport.Reply> again = send(key, parcel);
            return outcome.thenCombine(again, (first, _) -> first);
        }
        return outcome;
    }

    private CompletableFuture<Transport.Reply> send(String key, Transport.Parcel parcel) {
        CompletableFuture<Transport.Reply> reply = new CompletableFuture<>();
        underWay.incrementAndGet();
        CompletableFuture<Transport.Reply> noted = reply.thenApply(got -> noted(key, parcel, got));
        sender.execute(() -> {
            Transport transport = world.usesSocket() ? socket : requests;
            timers.after(ACK_WITHIN, () -> reply.complete(late()));
            var _ = transport.send(parcel).thenAccept(got -> {
                if (!got.outcome().acknowledged() || !world.faults.losesAck()) {
                    reply.complete(got);
                }
            });
        });
        return noted;
    }

    private Transport.Reply late() {
        return new Transport.Reply(Outcome.failed(world.usesSocket() ? "timeout" : "http_timeout"), true);
    }

    private Transport.Reply noted(String key, Transport.Parcel parcel, Transport.Reply reply) {
        retry(key, parcel, reply);
        world.journal.add(new Delivery(
                world.now(), parcel.type(), key, parcel.attempt(), parcel.reason(), parcel.payload(), reply.outcome()));
        underWay.decrementAndGet();
        world.changed();
        return reply;
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
