package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.Leases;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.SettableClock;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A mailbox is read whole, once, by one worker, whatever breaks. */
@Timeout(90)
class MailboxReaderTest {
    /** Longer than any test waits: what comes earlier came by IDLE. */
    private static final Duration LEASE = Duration.ofSeconds(45);

    private static final Duration NEVER = Duration.ofHours(1);

    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final int CAP = 1 << 20;

    private final SettableClock clock = SettableClock.onAMonday();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final Arrivals arrivals = new Arrivals(store.inbox());
    private final ImapServer server = new ImapServer();
    private final List<Running> readers = new ArrayList<>();
    private Wire wire;

    private record Running(MailboxReader reader, Thread thread) {
        void stop() throws InterruptedException {
            reader.close();
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        wire = Wire.to(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        readers.forEach(running -> running.reader().close());
        wire.close();
        server.close();
    }

    @Test
    void mailThatWasThereBeforeIsReadInOrderAndMarkedSeen() throws Exception {
        server.deliver("1", "first");
        server.deliver("2", "second");
        read("a", OFTEN);
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.texts().get(0)).contains("first");
        assertThat(arrivals.texts().get(1)).contains("second");
        assertThat(arrivals.handedIn()).allSatisfy(mail -> {
            assertThat(mail.desk()).isEqualTo("support");
            assertThat(mail.receivedAt()).isEqualTo(ImapServer.RECEIVED_AT);
        });
        Await.until(server::allSeen);
    }

    @Test
    void newMailComesByIdleLongBeforeThePoll() throws Exception {
        server.deliver("1", "first");
        read("a", NEVER);
        for (var number = 2; number <= 5; number++) {
            var idles = number - 1;
            Await.until(() -> wire.idles() >= idles);
            server.deliver("" + number, "later");
            assertThat(arrivals.awaitHandedIn(number, Duration.ofSeconds(10))).isEqualTo(number);
        }
    }

    @Test
    void aMailThatComesWhileAnotherIsStoredDoesNotWaitForThePoll() throws Exception {
        server.deliver("1", "first");
        start(reader("a", NEVER, wire.port(), beforeWriting(() -> {
            if (arrivals.recorded() == 1) {
                server.deliver("2", "just now");
            }
        })));
        assertThat(arrivals.awaitHandedIn(2, Duration.ofSeconds(10))).isEqualTo(2);
    }

    @Test
    void aServerWithoutIdleIsPolled() throws Exception {
        wire.change(said -> said.replace(" IDLE", ""));
        server.deliver("1", "first");
        read("a", OFTEN);
        arrivals.awaitHandedIn(1);
        server.deliver("2", "second");
        assertThat(arrivals.awaitHandedIn(2, Duration.ofSeconds(10))).isEqualTo(2);
    }

    @Test
    void pitfall42AMailSomebodyHasReadAlreadyIsReadAllTheSame() throws Exception {
        server.deliver("1", "seen by a person first");
        server.readByAPerson();
        read("a", OFTEN);
        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
    }

    @Test
    void pitfall16ACrashBetweenRecordAndCheckpointRecordsNothingTwice() throws Exception {
        server.deliver("1", "first");
        server.deliver("2", "second");
        var crashes = new AtomicInteger(1);
        start(reader("a", OFTEN, wire.port(), beforeWriting(() -> {
            if (crashes.getAndDecrement() > 0) {
                throw new IllegalStateException("the database went away");
            }
        })));
        assertThat(arrivals.awaitHandedIn(4)).isEqualTo(4);
        assertThat(arrivals.recorded()).isEqualTo(2);
    }

    @Test
    void pitfall16AnotherUidValidityReadsAllAgainAndRecordsNothingTwice() throws Exception {
        server.deliver("1", "first");
        server.deliver("2", "second");
        store.checkpoints().write("mail:support INBOX", "1:4000");
        read("a", OFTEN);
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        Await.until(server::allSeen);
        readers.removeFirst().stop();
        store.checkpoints().write("mail:support INBOX", "1:4000");
        read("a", OFTEN);
        assertThat(arrivals.awaitHandedIn(4)).isEqualTo(4);
        assertThat(arrivals.recorded()).isEqualTo(2);
    }

    @Test
    void aReaderThatBeginsAgainReadsOnlyWhatIsNew() throws Exception {
        server.deliver("1", "first");
        read("a", OFTEN);
        Await.until(() -> store.checkpoints().read("mail:support INBOX").isPresent());
        readers.removeFirst().stop();
        server.deliver("2", "second");
        read("a", OFTEN);
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.texts().get(1)).contains("second");
    }

    @Test
    void pitfall42AServerThatGoesAwayIsReadAgainWhenItComesBack() throws Exception {
        server.deliver("1", "first");
        var reader = read("a", NEVER);
        arrivals.awaitHandedIn(1);
        wire.cut();
        server.deliver("2", "while the wire was cut");
        Await.until(() -> !reader.problem().isEmpty());
        assertThat(reader.problem()).contains("support@vendor.example").doesNotContain("secret");
        wire.mend();
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.recorded()).isEqualTo(2);
        Await.until(() -> reader.problem().isEmpty());
    }

    @Test
    void aSecondWorkerWaitsUntilTheLeaseEnds() throws Exception {
        server.deliver("1", "first");
        assertThat(store.leases().hold("mailbox mail:support INBOX", "dead", LEASE, clock.instant()))
                .isTrue();
        var asked = new AtomicInteger();
        start(new MailboxReader(
                settings(OFTEN, wire.port(), CAP), ports(counting(asked), store.checkpoints()), "b", clock));
        Await.until(() -> asked.get() >= 3);
        assertThat(arrivals.handedIn()).isEmpty();
        clock.advance(LEASE);
        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
    }

    @Test
    void aReaderThatEndsLetsTheNextOneReadAtOnce() throws Exception {
        server.deliver("1", "first");
        var first = read("a", OFTEN);
        Await.until(() -> server.allSeen() && arrivals.recorded() == 1);
        read("b", OFTEN);
        first.close();
        server.deliver("2", "second");
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.recorded()).isEqualTo(2);
    }

    @Test
    void aWorkerThatCannotReachTheServerLeavesTheMailboxToOneThatCan() throws Exception {
        wire.cut();
        var cutOff = read("a", OFTEN);
        Await.until(() -> !cutOff.problem().isEmpty() && !cutOff.problem().equals("not connected yet"));
        server.deliver("1", "first");
        start(reader("b", OFTEN, server.port(), store.checkpoints()));
        assertThat(arrivals.awaitHandedIn(1)).isEqualTo(1);
    }

    @Test
    void pitfall35AMailBeyondTheCapIsStoredCutOffAndTheNextIsWhole() throws Exception {
        server.deliver("1", "x".repeat(3_000_000));
        server.deliver("2", "short");
        start(new MailboxReader(
                settings(OFTEN, wire.port(), 100_000), ports(store.leases(), store.checkpoints()), "a", clock));
        assertThat(arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(arrivals.handedIn().get(0).raw()).hasSize(100_000);
        assertThat(arrivals.texts().get(1)).endsWith("short\r\n");
    }

    /** What ends IDLE is interrupted while it still talks to the server; a virtual thread then closes its socket. */
    @Test
    void lookingByItselfAgainAndAgainKeepsTheConnectionToASlowServer() throws Exception {
        wire.change(said -> {
            if (said.contains("OK NOOP")) {
                LockSupport.parkNanos(30_000_000);
            }
            return said;
        });
        read("a", OFTEN);
        Await.until(() -> wire.idles() >= 5);
        assertThat(wire.connections())
                .as("one for the folder, one for the rest")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void shortMailsAreFetchedByOneQuestionAndLongOnesAlone() throws Exception {
        var longer = "x".repeat(2 * ShortMails.BYTES_EACH);
        for (var text : List.of("first", "second", longer, "fourth", "fifth")) {
            server.deliver(Integer.toString(text.hashCode()), text);
        }
        var questions = new AtomicInteger();
        wire.refuse(said -> said.contains("BODY.PEEK") && questions.incrementAndGet() < 0, "");
        read("a", NEVER);
        assertThat(arrivals.awaitHandedIn(5)).isEqualTo(5);
        assertThat(questions).hasValue(3);
        assertThat(arrivals.texts().get(1)).endsWith("\r\n\r\nsecond\r\n");
        assertThat(arrivals.texts().get(2)).endsWith(longer + "\r\n");
        assertThat(arrivals.texts().get(4)).endsWith("\r\n\r\nfifth\r\n");
    }

    @Test
    void manyMailsAreStoredInBatches() throws Exception {
        for (var number = 0; number < 120; number++) {
            server.deliver("" + number, "text " + number);
        }
        read("a", OFTEN);
        assertThat(arrivals.awaitHandedIn(120)).isEqualTo(120);
        assertThat(arrivals.batches()).containsExactly(50, 50, 20);
        assertThat(arrivals.recorded()).isEqualTo(120);
    }

    @Test
    void closingEndsAWaitingReaderAtOnce() throws Exception {
        server.deliver("1", "first");
        read("a", NEVER);
        arrivals.awaitHandedIn(1);
        var before = System.nanoTime();
        readers.removeFirst().stop();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(store.leases().hold("mailbox mail:support INBOX", "b", LEASE, clock.instant()))
                .isTrue();
    }

    private MailboxReader read(String worker, Duration poll) {
        return start(reader(worker, poll, wire.port(), store.checkpoints()));
    }

    private MailboxReader reader(String worker, Duration poll, int port, Checkpoints checkpoints) {
        return new MailboxReader(settings(poll, port, CAP), ports(store.leases(), checkpoints), worker, clock);
    }

    private static MailboxSettings settings(Duration poll, int port, int cap) {
        return new MailboxSettings(
                "support", "mail:support", ImapServer.at(port), "INBOX", FirstRead.ALL, poll, cap, LEASE);
    }

    private MailboxReader.Ports ports(Leases leases, Checkpoints checkpoints) {
        return new MailboxReader.Ports(arrivals, store.missedMail(), leases, checkpoints);
    }

    private interface Happening {
        void happens() throws MessagingException, FolderException;
    }

    /** The store's checkpoints, and what happens just before one is written. */
    private Checkpoints beforeWriting(Happening happening) {
        return new Checkpoints() {
            @Override
            public Optional<String> read(String name) {
                return store.checkpoints().read(name);
            }

            @Override
            public void write(String name, String value) {
                try {
                    happening.happens();
                } catch (MessagingException | FolderException e) {
                    throw new IllegalStateException(e);
                }
                store.checkpoints().write(name, value);
            }

            @Override
            public void retain(String prefix, Collection<String> names) {
                store.checkpoints().retain(prefix, names);
            }
        };
    }

    private Leases counting(AtomicInteger asked) {
        return new Leases() {
            @Override
            public boolean hold(String name, String worker, Duration lease, Instant now) {
                asked.incrementAndGet();
                return store.leases().hold(name, worker, lease, now);
            }

            @Override
            public void release(String name, String worker) {
                store.leases().release(name, worker);
            }
        };
    }

    private MailboxReader start(MailboxReader reader) {
        readers.add(new Running(reader, Thread.ofVirtual().start(reader::run)));
        return reader;
    }
}
