package dev.parley.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slack's client for Socket Mode, one for the life of a bot, which connects again with growing pauses: a socket that
 * breaks every second must not become a storm that Slack answers with 429 (java-slack-sdk#1256).
 */
final class PatientSocket extends SocketModeClientJavaWSImpl {
    private static final Duration PAUSE_FIRST = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    /** A connection that lasted this long was a good one. */
    private static final Duration GOOD = Duration.ofMinutes(1);

    /** Nothing heard for longer, not even an answer to a ping: it is dead. */
    static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private static final int PROCESSORS = 4;
    private static final long MONITOR_MILLIS = 2_000;

    /** Never opened: the real address comes with each connection. */
    private static final String NOWHERE = "wss://nowhere.invalid/";

    private final InstantSource clock;
    private volatile Instant lastHeard = Instant.MIN;
    private volatile Instant lastTried = Instant.MIN;
    private int failures;

    PatientSocket(Slack slack, String appToken, InstantSource clock) throws URISyntaxException {
        super(slack, appToken, NOWHERE, PROCESSORS, new ConcurrentLinkedMessageQueue(), true, true, MONITOR_MILLIS);
        this.clock = clock;
    }

    /** When Slack was last heard: a hello, an envelope, an answer to a ping. */
    Instant lastHeard() {
        return lastHeard;
    }

    /** @throws IOException also if it is too early to try again */
    @Override
    public void connectToNewEndpoint() throws IOException {
        waitsFor(clock.instant());
        super.connectToNewEndpoint();
    }

    private synchronized void waitsFor(Instant now) throws IOException {
        boolean good = Duration.between(lastTried, now).compareTo(GOOD) > 0;
        failures = good ? 0 : failures;
        Instant next = lastTried.plus(pause());
        if (!good && now.isBefore(next)) {
            throw new IOException("the next connection to Slack is tried at " + next);
        }
        lastTried = now;
        failures++;
    }

    private Duration pause() {
        Duration pause = PAUSE_FIRST.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    @Override
    public void enqueueMessage(String message) {
        lastHeard = clock.instant();
        super.enqueueMessage(message);
    }

    @Override
    public boolean verifyConnection() {
        boolean alive = super.verifyConnection();
        if (alive) {
            lastHeard = clock.instant();
        }
        return alive;
    }
}
