package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Enclosures;
import dev.parley.core.port.Enclosures.Enclosure;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Inbox.Claim;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Transaction.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Inbox} promises. */
public interface InboxContract extends StorageContract {

    private RawMessage raw(String id) {
        return Messages.raw(Desks.SUPPORT, id, NOW);
    }

    private List<Claim> claim(int max) {
        return ports().inbox().claim("a", max, LEASE, NOW);
    }

    private void finish(Claim claim) {
        ports().store().transact(tx -> {
            tx.finish(claim, Outcome.DONE, NOW);
            return claim;
        });
    }

    @Test
    default void whatIsRecordedComesBackByteForByte() {
        RawMessage message = raw("1@customer.example");
        assertThat(ports().inbox().record(List.of(message))).isEqualTo(1);
        Claim claim = claim(10).getFirst();
        assertThat(claim.tries()).isEqualTo(1);
        assertThat(claim.message().raw()).isEqualTo(message.raw());
        assertThat(claim.message().key()).isEqualTo(message.key());
        assertThat(claim.message().desk()).isEqualTo(Desks.SUPPORT);
        assertThat(claim.message().receivedAt()).isEqualTo(NOW);
        assertThat(claim.message().recipients()).isEqualTo(message.recipients());
    }

    private static RawMessage with(RawMessage message, byte[] file, boolean cutOff) {
        Enclosure enclosure = new Enclosure("ab".repeat(32), file.length, () -> new ByteArrayInputStream(file));
        return new RawMessage(
                message.desk(),
                message.key(),
                NOW,
                List.of(),
                message.raw(),
                new Enclosures("mark", List.of(enclosure), cutOff));
    }

    @Test
    default void whatWasTakenOutIsKeptOnceForItsDeskAlone() throws IOException {
        byte[] file = new byte[1_500_000];
        Arrays.fill(file, 700_000, file.length, (byte) 7);
        ports().inbox().record(List.of(with(raw("1"), file, false), with(raw("2"), new byte[0], true)));

        assertThat(claim(2))
                .extracting(c -> c.message().enclosures())
                .containsExactly(new Enclosures("mark", List.of(), false), new Enclosures("mark", List.of(), true));
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        assertThat(ports().keptFiles().write(Desks.SUPPORT, "ab".repeat(32), back))
                .isTrue();
        assertThat(back.toByteArray()).isEqualTo(file);
        assertThat(ports().keptFiles().write(Desks.SALES, "ab".repeat(32), back))
                .isFalse();
        assertThat(ports().keptFiles().write(Desks.SUPPORT, "cd".repeat(32), back))
                .isFalse();
    }

    @Test
    default void theSameMessageIsRecordedOnce() {
        ports().inbox().record(List.of(raw("1"), raw("2")));
        assertThat(ports().inbox().record(List.of(raw("2"), raw("3"), raw("3"))))
                .isEqualTo(1);
        assertThat(claim(10)).extracting(c -> c.message().key().nativeId()).containsExactly("1", "2", "3");
    }

    @Test
    default void theSameIdOnAnotherDeskIsAnotherMessage() {
        ports().inbox().record(List.of(raw("1")));
        assertThat(ports().inbox().record(List.of(Messages.raw(Desks.SALES, "1", NOW))))
                .isEqualTo(1);
    }

    @Test
    default void recordingNothingIsNothing() {
        assertThat(ports().inbox().record(List.of())).isZero();
    }

    @Test
    default void theOldestComeFirstAndNoMoreThanAskedFor() {
        ports().inbox().record(IntStream.range(0, 5).mapToObj(i -> raw("" + i)).toList());
        assertThat(claim(2)).extracting(c -> c.message().key().nativeId()).containsExactly("0", "1");
        assertThat(claim(9)).extracting(c -> c.message().key().nativeId()).containsExactly("2", "3", "4");
    }

    @Test
    default void largeMessagesAreClaimedFewAtATime() {
        byte[] half = new byte[Inbox.CLAIM_BYTES_MAX / 2];
        ports().inbox()
                .record(IntStream.range(0, 4)
                        .mapToObj(i -> new RawMessage(Desks.SUPPORT, raw("" + i).key(), NOW, List.of(), half))
                        .toList());
        assertThat(claim(9)).extracting(c -> c.message().key().nativeId()).containsExactly("0", "1");
        assertThat(claim(9)).extracting(c -> c.message().key().nativeId()).containsExactly("2", "3");
    }

    @Test
    default void aMessageLargerThanAClaimIsClaimedAlone() {
        byte[] whole = new byte[Inbox.CLAIM_BYTES_MAX + 1];
        ports().inbox()
                .record(List.of(
                        new RawMessage(Desks.SUPPORT, raw("large").key(), NOW, List.of(), whole), raw("small")));
        assertThat(claim(9)).hasSize(1);
    }

    @Test
    default void aClaimedMessageIsNobodyElsesUntilItsLeaseEnds() {
        ports().inbox().record(List.of(raw("1")));
        claim(1);
        assertThat(ports().inbox().claim("b", 1, LEASE, NOW.plus(LEASE).minusMillis(1)))
                .isEmpty();
        List<Claim> second = ports().inbox().claim("b", 1, LEASE, NOW.plus(LEASE));
        assertThat(second).extracting(Claim::tries).containsExactly(2);
    }

    @Test
    default void aFinishedMessageNeverComesBack() {
        ports().inbox().record(List.of(raw("1")));
        finish(claim(1).getFirst());
        assertThat(ports().inbox().claim("b", 1, LEASE, NOW.plus(LEASE.multipliedBy(2))))
                .isEmpty();
        assertThat(ports().inbox().record(List.of(raw("1")))).isZero();
    }

    @Test
    default void whoeverLostTheClaimCannotFinishAndKeepsNothing() {
        ports().inbox().record(List.of(raw("1")));
        Claim lost = claim(1).getFirst();
        ports().inbox().claim("b", 1, LEASE, NOW.plus(LEASE));
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    tx.introduce(Desks.SUPPORT, "x@customer.example", "X", "en");
                    tx.finish(lost, Outcome.DONE, NOW);
                    return lost;
                }))
                .isInstanceOf(ClaimLost.class);
        assertThat(ports().customers().list(Desks.SUPPORT, 0, 10)).isEmpty();
    }

    @Test
    default void aLateWorkerMayStillFinishWhileNobodyElseHasClaimed() {
        ports().inbox().record(List.of(raw("1")));
        Claim late = claim(1).getFirst();
        finish(late);
        assertThatThrownBy(() -> finish(late)).isInstanceOf(ClaimLost.class);
    }

    @Test
    default void aFinishThatIsUndoneLeavesTheMessageToBeDone() {
        ports().inbox().record(List.of(raw("1")));
        Claim claim = claim(1).getFirst();
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    tx.finish(claim, Outcome.DONE, NOW);
                    throw new IllegalStateException("broken after the finish");
                }))
                .hasMessage("broken after the finish");
        assertThat(ports().inbox().claim("b", 1, LEASE, NOW.plus(LEASE))).hasSize(1);
    }

    @Test
    default void aFailureIsTriedAgainAtItsTimeAndQuarantinedInTheEnd() {
        ports().inbox().record(List.of(raw("1")));
        Instant at = NOW;
        for (int tried = 1; tried <= ports().tries().inbox(); tried++) {
            Claim claim = ports().inbox().claim("a", 1, LEASE, at).getFirst();
            assertThat(claim.tries()).isEqualTo(tried);
            at = at.plusSeconds(60);
            ports().inbox().fail(claim, "cannot be parsed", at);
            assertThat(ports().inbox().claim("a", 1, LEASE, at.minusMillis(1))).isEmpty();
        }
        assertThat(ports().inbox().claim("a", 1, LEASE, at.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @Test
    default void whatIsQuarantinedIsShownToItsDeskAloneAndCanBeTriedAgain() {
        ports().inbox().record(List.of(raw("1"), raw("2")));
        for (int tried = 0; tried < ports().tries().inbox(); tried++) {
            ports().inbox().fail(claim(1).getFirst(), "cannot be parsed", NOW);
        }
        String desk = Desks.SUPPORT;

        Inbox.Quarantined shown = ports().inbox().quarantined(desk, 10).getFirst();
        assertThat(ports().inbox().quarantined(desk, 10)).hasSize(1);
        assertThat(shown.why()).isEqualTo("cannot be parsed");
        assertThat(shown.key().nativeId()).isEqualTo("1");
        assertThat(ports().inbox().quarantined(Desks.SALES, 10)).isEmpty();
        assertThat(ports().inbox().release(Desks.SALES, shown.id())).isFalse();

        assertThat(ports().inbox().release(desk, shown.id())).isTrue();
        assertThat(ports().inbox().release(desk, shown.id())).isFalse();
        assertThat(ports().inbox().quarantined(desk, 10)).isEmpty();
        assertThat(claim(2).getFirst().tries()).isEqualTo(1);
    }

    @Test
    default void aFailureReportedAfterTheClaimWasLostChangesNothing() {
        ports().inbox().record(List.of(raw("1")));
        Claim lost = claim(1).getFirst();
        Claim current = ports().inbox().claim("b", 1, LEASE, NOW.plus(LEASE)).getFirst();
        ports().inbox().fail(lost, "too slow", NOW);
        assertThat(claim(1)).isEmpty();
        finish(current);
    }

    @Test
    default void manyWorkersShareTheInboxWithoutDoubles() throws InterruptedException {
        int messages = 200;
        ports().inbox()
                .record(IntStream.range(0, messages).mapToObj(i -> raw("" + i)).toList());
        List<Long> claimed = new ArrayList<>();
        Crowd.of(8, worker -> {
            for (List<Claim> mine = claimAs(worker); !mine.isEmpty(); mine = claimAs(worker)) {
                for (Claim claim : mine) {
                    finish(claim);
                    synchronized (claimed) {
                        claimed.add(claim.id());
                    }
                }
            }
        });
        assertThat(claimed).hasSize(messages).doesNotHaveDuplicates();
    }

    private List<Claim> claimAs(int worker) {
        return ports().inbox().claim("w" + worker, 3, LEASE, NOW);
    }
}
