package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An IMAP server, a wire to it that can be spoiled, a store, and readers with short pauses. */
final class Mailroom implements AutoCloseable {
    static final String PLACE = "mail:support INBOX";

    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final int CAP = 1 << 20;

    final InMemoryStore store = new InMemoryStore(SettableClock.onAMonday());
    final Arrivals arrivals = new Arrivals(store.inbox());
    final ImapServer server = new ImapServer();
    final Wire wire;
    private final List<Running> readers = new ArrayList<>();

    private record Running(MailboxReader reader, Thread thread) {}

    Mailroom() throws IOException {
        wire = Wire.to(server.port());
    }

    MailboxSettings settings(Server at, FirstRead firstRead) {
        return new MailboxSettings("support", "mail:support", at, "INBOX", firstRead, OFTEN, CAP, LEASE);
    }

    MailboxReader read(FirstRead firstRead) {
        return read(settings(ImapServer.at(wire.port()), firstRead));
    }

    MailboxReader read(MailboxSettings settings) {
        var ports = new MailboxReader.Ports(arrivals, store.missedMail(), store.leases(), store.checkpoints());
        var pauses = new Pauses(Duration.ofMillis(5), Duration.ofMillis(40), Duration.ofMillis(80));
        var reader = new MailboxReader(settings, ports, "a", SettableClock.onAMonday(), pauses);
        readers.add(new Running(reader, Thread.ofVirtual().start(reader::run)));
        return reader;
    }

    List<Quarantined> quarantine() {
        return store.inbox().quarantined("support", 10);
    }

    /** The UID of the checkpoint, "" before there is one. */
    String uid() {
        return store.checkpoints()
                .read(PLACE)
                .map(at -> at.replaceAll(".*:", ""))
                .orElse("");
    }

    void stopReading() throws InterruptedException {
        for (var running : readers) {
            running.reader.close();
            assertThat(running.thread.join(Duration.ofSeconds(20))).isTrue();
        }
        readers.clear();
    }

    @Override
    public void close() throws IOException {
        readers.forEach(running -> running.reader.close());
        wire.close();
        server.close();
    }
}
