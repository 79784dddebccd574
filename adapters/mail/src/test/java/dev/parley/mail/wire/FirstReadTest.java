package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What lay in a mailbox before Parley came is left alone, if so wanted; what comes after is read, whatever happens. */
@Timeout(60)
class FirstReadTest {
    private static final Instant BEFORE = Instant.parse("2026-02-01T08:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-03-01T08:00:00Z");

    private final Mailroom room = new Mailroom();

    FirstReadTest() throws IOException {}

    @BeforeEach
    void oldMail() throws Exception {
        room.server.deliver("old1", "old", BEFORE.minusSeconds(60));
        room.server.deliver("old2", "old as well", BEFORE);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void oldMailIsLeftAloneAndUnseenAndNewMailIsRead() throws Exception {
        room.read(FirstRead.NEW);
        Await.until(() -> room.uid().equals("2"));
        room.server.deliver("new", "new", AFTER);
        assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
        assertThat(room.arrivals.texts().getFirst()).contains("new");
        Await.until(() -> room.uid().equals("3"));
        assertThat(room.server.allSeen()).isFalse();
    }

    @Test
    void oldMailIsReadWhereThatIsWanted() throws Exception {
        room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(2)).isEqualTo(2);
    }

    @Test
    void mailThatComesWhileTheBotIsDownAfterTheFirstSightIsRead() throws Exception {
        room.read(FirstRead.NEW);
        Await.until(() -> room.uid().equals("2"));
        room.stopReading();
        room.server.deliver("new", "while it was down", AFTER);
        room.read(FirstRead.NEW);
        assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
    }

    @Test
    void theFirstSightIsWrittenDownBeforeAnythingIsRead() throws Exception {
        room.wire.refuse(said -> said.contains("UID FETCH"), "");
        room.read(FirstRead.NEW);
        Await.until(() -> room.wire.refusals() > 0);
        assertThat(room.uid()).isEqualTo("2");
        room.server.deliver("new", "between sight and reading", AFTER);
        room.wire.refuse(_ -> false, "");
        assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
    }

    @Test
    void anEmptyMailboxIsReadFromItsFirstMail() throws Exception {
        try (var empty = new Mailroom()) {
            empty.read(FirstRead.NEW);
            Await.until(() -> empty.uid().equals("0"));
            empty.server.deliver("1", "first", AFTER);
            assertThat(empty.arrivals.awaitHandedIn(1)).isEqualTo(1);
        }
    }

    @Test
    void afterANewNumberingOldMailStaysAloneAndWhatWasRecordedIsNotDoubled() throws Exception {
        room.read(FirstRead.NEW);
        Await.until(() -> room.uid().equals("2"));
        room.server.deliver("new", "recorded", AFTER);
        assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
        Await.until(() -> room.uid().equals("3"));
        room.stopReading();
        room.server.deliver("missed", "came while the mails were numbered anew", AFTER.plusSeconds(60));

        room.store.checkpoints().write(Mailroom.PLACE, "1:4000");
        room.read(FirstRead.NEW);
        Await.until(() -> room.uid().equals("4"));

        assertThat(room.arrivals.texts()).noneMatch(text -> text.contains("old"));
        assertThat(room.arrivals.texts().getLast()).contains("numbered anew");
        assertThat(room.arrivals.recorded()).isEqualTo(2);
    }
}
