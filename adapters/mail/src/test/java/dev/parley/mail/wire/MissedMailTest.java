package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One mail that cannot be had stops no mailbox; a server or a database that is away loses none. */
@Timeout(60)
class MissedMailTest {
    private final Mailroom room = new Mailroom();

    MissedMailTest() throws IOException {}

    @BeforeEach
    void threeMails() throws Exception {
        room.server.deliver("1", "first");
        room.server.deliver("2", "second");
        room.server.deliver("3", "third");
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO internal error, message is damaged", "BAD cannot", ""})
    void aMailTheServerNeverHandsOverStandsInTheQuarantineAndLaterMailComes(String answer) throws Exception {
        room.wire.refuse(MissedMailTest::bringsTheSecond, answer);
        var reader = room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(room.arrivals.texts().get(1)).contains("third");
        var missed = room.quarantine().getFirst();
        assertThat(room.quarantine()).hasSize(1);
        assertThat(missed.key().nativeId()).matches("INBOX \\d+:2");
        assertThat(missed.tries()).isEqualTo(Stumble.TRIES_MAX);
        assertThat(missed.why()).contains("UID 2", "INBOX", "cannot be fetched").doesNotContain("secret");
        assertThat(room.wire.refusals()).isBetween(Stumble.TRIES_MAX, Stumble.TRIES_MAX + 2);
        Await.until(() -> room.uid().equals("3") && reader.problem().isEmpty());
        room.server.deliver("4", "later");
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
    }

    @Test
    void theQuarantineSaysWhatWasWrong() throws Exception {
        room.wire.refuse(MissedMailTest::bringsTheSecond, "NO internal error, message is damaged");
        room.read(FirstRead.ALL);
        room.arrivals.awaitHandedIn(2);
        assertThat(room.quarantine().getFirst().why()).contains("the server gave 0 of");
    }

    @Test
    void aMailThatIsHandedOverAtALaterTryIsReadInItsPlace() throws Exception {
        var failures = new AtomicInteger(Stumble.TRIES_MAX - 1);
        room.wire.refuse(said -> bringsTheSecond(said) && failures.getAndDecrement() > 0, "NO not now");
        room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(room.arrivals.texts().get(1)).contains("second");
        assertThat(room.quarantine()).isEmpty();
    }

    @Test
    void whereMailsAreNotHandedOverTogetherEachIsAskedForAlone() throws Exception {
        room.wire.refuse(said -> said.contains("UID FETCH 1,2,3 ("), "NO one at a time, please");
        room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(room.wire.refusals()).isOne();
        assertThat(room.wire.connections()).isOne();
        assertThat(room.quarantine()).isEmpty();
    }

    @Test
    void twoMailsInARowThatNeverComeAreBothSetAside() throws Exception {
        room.wire.refuse(said -> brings("1", said) || brings("2", said), "");
        room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(1)).isEqualTo(1);
        assertThat(room.arrivals.texts().getFirst()).contains("third");
        assertThat(room.quarantine()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO the disk is away", ""})
    void aServerThatHandsOverNothingLosesNothing(String answer) throws Exception {
        room.wire.refuse(said -> said.contains("BODY.PEEK"), answer);
        var reader = room.read(FirstRead.ALL);
        Await.until(() -> room.wire.connections() >= 3 * Stumble.TRIES_MAX);
        assertThat(reader.problem()).isNotEmpty();
        assertThat(room.quarantine()).isEmpty();
        room.wire.refuse(_ -> false, "");
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(room.arrivals.texts().getFirst()).contains("first");
    }

    @Test
    void aServerThatIsGoneLosesNothing() throws Exception {
        room.wire.cut();
        room.read(FirstRead.ALL);
        Await.until(() -> room.wire.connections() >= 3 * Stumble.TRIES_MAX);
        room.wire.mend();
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(room.quarantine()).isEmpty();
    }

    @Test
    void aMailThatCannotBeStoredStandsInTheQuarantineAndTheOthersAreStored() throws Exception {
        room.arrivals.beforeRecording(messages -> {
            if (messages.stream().anyMatch(m -> text(m.raw()).contains("second"))) {
                throw new IllegalStateException("value too long");
            }
        });
        room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(2)).isEqualTo(2);
        assertThat(room.arrivals.texts()).noneMatch(text -> text.contains("second"));
        Await.until(() -> room.uid().equals("3"));
        assertThat(room.quarantine().getFirst().why()).contains("UID 2", "cannot be stored", "value too long");
    }

    @Test
    void aDatabaseThatIsAwayLosesNothing() throws Exception {
        var failures = new AtomicInteger(3 * Stumble.TRIES_MAX);
        room.arrivals.beforeRecording(_ -> {
            if (failures.getAndDecrement() > 0) {
                throw new StoreUnavailable("away", new IllegalStateException());
            }
        });
        room.read(FirstRead.ALL);
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(room.quarantine()).isEmpty();
    }

    @Test
    void aMailIsFetchedAgainWhenStaffAskForIt() throws Exception {
        room.wire.refuse(MissedMailTest::bringsTheSecond, "NO damaged");
        room.read(FirstRead.ALL);
        room.arrivals.awaitHandedIn(2);
        var missed = room.quarantine().getFirst();

        assertThat(room.store.inbox().release("support", missed.id())).isTrue();
        Await.until(() -> !room.quarantine().isEmpty());
        assertThat(room.quarantine().getFirst().tries()).isEqualTo(missed.tries() + 1);
        assertThat(room.quarantine().getFirst().why()).contains("the server gave 0 of");

        room.wire.refuse(_ -> false, "");
        assertThat(room.store.inbox().release("support", missed.id())).isTrue();
        assertThat(room.arrivals.awaitHandedIn(3)).isEqualTo(3);
        assertThat(room.arrivals.texts().getLast()).contains("second");
        Await.until(() ->
                room.store.missedMail().wanted("support", "mail:support", 1).isEmpty());
        assertThat(room.quarantine()).isEmpty();
    }

    /** True for the commands that bring the text of the second mail. */
    private static boolean bringsTheSecond(String said) {
        return brings("2", said);
    }

    /** Alone, or together with others; UIDs are numbers here too. */
    private static boolean brings(String number, String said) {
        return said.matches("(?s).* FETCH (\\d+,)*" + number + "(,\\d+)* \\(.*BODY.PEEK.*");
    }

    private static String text(byte[] raw) {
        return new String(raw, StandardCharsets.UTF_8);
    }
}
