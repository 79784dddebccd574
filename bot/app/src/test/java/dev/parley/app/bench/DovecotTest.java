package dev.parley.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.Stage;
import dev.parley.mail.wire.MailboxReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox reader against a server people use, into a real database. */
class DovecotTest {
    private static final int ONE_BY_ONE = 10;
    private static final int AT_ONCE = 1_000;

    @BeforeAll
    static void whereThereIsOne() {
        RealServers.assumeDovecot();
    }

    @Test
    void aMailIsStoredWithinASecondOfItsDeliveryAndAFullMailboxAboutAsFastAsItCanBeFetched(@TempDir Path directory)
            throws Exception {
        try (Stage stage = Stage.open(directory);
                Dovecot dovecot = Dovecot.start(directory.resolve("dovecot"))) {
            deliver(dovecot, 0, AT_ONCE);
            long start = System.nanoTime();
            BareFetch.fetch(dovecot, RealServers.SUPPORT, AT_ONCE);
            double bare = AT_ONCE / seconds(start);
            try (MailboxReader reader = RealServers.reader(dovecot, stage.storage())) {
                start = System.nanoTime();
                Thread thread = Thread.ofVirtual().start(reader::run);
                awaitRecorded(stage, AT_ONCE);
                double read = AT_ONCE / seconds(start);
                System.out.printf(
                        Locale.ROOT, "Mails a second: fetched bare %.0f, read and recorded %.0f%n", bare, read);
                assertThat(read).as("mails/s, bare %.0f", bare).isGreaterThan(bare / 3);
                assertThat(millisUntilStored(dovecot, stage, thread))
                        .as("ms, median")
                        .isLessThan(1_000);
            }
            assertThat(BareFetch.unseen(dovecot, RealServers.SUPPORT)).isZero();
        }
    }

    /** The median. */
    private static long millisUntilStored(Dovecot dovecot, Stage stage, Thread reader) throws Exception {
        long[] millis = new long[ONE_BY_ONE];
        for (int i = 0; i < ONE_BY_ONE; i++) {
            boolean ignored = reader.join(Duration.ofMillis(200));
            deliver(dovecot, AT_ONCE + i, AT_ONCE + i + 1);
            long delivered = System.nanoTime();
            awaitRecorded(stage, AT_ONCE + i + 1);
            millis[i] = (System.nanoTime() - delivered) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "From delivery to stored by IDLE, ms: median %d, most %d%n",
                millis[ONE_BY_ONE / 2],
                millis[ONE_BY_ONE - 1]);
        return millis[ONE_BY_ONE / 2];
    }

    private static void deliver(Dovecot dovecot, int from, int to) throws Exception {
        RealServers.bring(dovecot.lmtpPort(), "LHLO", RealServers.SUPPORT, from, to);
    }

    private static void awaitRecorded(Stage stage, int mails) {
        Await.until(mails + " mails recorded", () -> RealServers.recorded(stage, RealServers.CHANNEL) >= mails);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
