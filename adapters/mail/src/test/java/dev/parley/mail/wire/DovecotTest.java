package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.InMemoryStore;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox reader against a server people use. */
class DovecotTest {
    private static final int ONE_BY_ONE = 20;
    private static final int AT_ONCE = 1_000;

    private final InMemoryStore store = new InMemoryStore(Clock.systemUTC());
    private final Arrivals arrivals = new Arrivals(store.inbox());

    private MailboxReader reader(DovecotServer server) {
        MailboxSettings settings = new MailboxSettings(
                "support",
                "mail:support",
                server.imap(),
                "INBOX",
                FirstRead.ALL,
                Duration.ofSeconds(60),
                1 << 20,
                Duration.ofSeconds(45));
        return new MailboxReader(
                settings,
                new MailboxReader.Ports(arrivals, store.missedMail(), store.leases(), store.checkpoints()),
                "a",
                Clock.systemUTC());
    }

    @Test
    void aMailIsStoredWithinASecondOfItsDelivery(@TempDir Path directory) throws Exception {
        try (DovecotServer server = DovecotServer.start(directory);
                MailboxReader reader = reader(server)) {
            Thread thread = Thread.ofVirtual().start(reader::run);
            long[] millis = new long[ONE_BY_ONE];
            server.deliver(0, 1);
            assertThat(arrivals.awaitHandedIn(1)).as(server::logged).isEqualTo(1);
            for (int i = 0; i < ONE_BY_ONE; i++) {
                boolean ignored = thread.join(Duration.ofMillis(300));
                server.deliver(i + 1, i + 2);
                long delivered = System.nanoTime();
                assertThat(arrivals.awaitHandedIn(i + 2)).isEqualTo(i + 2);
                millis[i] = (System.nanoTime() - delivered) / 1_000_000;
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "From delivery to stored by IDLE, ms: median %d, most %d%n",
                    millis[ONE_BY_ONE / 2],
                    millis[ONE_BY_ONE - 1]);
            assertThat(millis[ONE_BY_ONE / 2]).as("ms, median").isLessThan(1_000);
        }
    }

    @Test
    void aFullMailboxIsReadAboutAsFastAsItCanBeFetched(@TempDir Path directory) throws Exception {
        try (DovecotServer server = DovecotServer.start(directory)) {
            server.deliver(0, AT_ONCE);
            double bare = AT_ONCE / bareFetch(server);
            try (MailboxReader reader = reader(server)) {
                long start = System.nanoTime();
                Thread ignored = Thread.ofVirtual().start(reader::run);
                assertThat(arrivals.awaitHandedIn(AT_ONCE)).isEqualTo(AT_ONCE);
                double read = AT_ONCE / ((System.nanoTime() - start) / 1e9);
                System.out.printf(
                        Locale.ROOT, "Mails a second: fetched bare %.0f, read and recorded %.0f%n", bare, read);
                assertThat(arrivals.recorded()).isEqualTo(AT_ONCE);
                assertThat(read).as("mails/s, bare %.0f", bare).isGreaterThan(bare / 3);
            }
        }
    }

    /** Seconds to fetch every mail and do nothing with it, log-in included. */
    private static double bareFetch(DovecotServer server) throws Exception {
        long start = System.nanoTime();
        try (Store store = Sessions.imap(server.imap()).getStore("imap")) {
            LogIn.at(server.imap(), store);
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            for (Message message : folder.getMessages()) {
                message.writeTo(OutputStream.nullOutputStream());
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
