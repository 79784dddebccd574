package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Leases} and {@link dev.parley.core.port.Checkpoints} promises. */
public interface LeasesContract extends StorageContract {

    @Test
    default void oneWorkerHoldsALeaseAndMayRenewIt() {
        assertThat(ports().leases().hold("mailbox", "a", LEASE, NOW)).isTrue();
        assertThat(ports().leases().hold("mailbox", "b", LEASE, NOW)).isFalse();
        assertThat(ports().leases().hold("mailbox", "a", LEASE, NOW.plusSeconds(20)))
                .isTrue();
        assertThat(ports().leases().hold("mailbox", "b", LEASE, NOW.plus(LEASE)))
                .isFalse();
        assertThat(ports().leases().hold("another", "b", LEASE, NOW)).isTrue();
    }

    @Test
    default void anEndedLeaseGoesToWhoeverAsks() {
        ports().leases().hold("mailbox", "a", LEASE, NOW);
        assertThat(ports().leases().hold("mailbox", "b", LEASE, NOW.plus(LEASE).minusMillis(1)))
                .isFalse();
        assertThat(ports().leases().hold("mailbox", "b", LEASE, NOW.plus(LEASE)))
                .isTrue();
        assertThat(ports().leases().hold("mailbox", "a", LEASE, NOW.plus(LEASE)))
                .isFalse();
    }

    @Test
    default void onlyTheHolderGivesALeaseBack() {
        ports().leases().hold("mailbox", "a", LEASE, NOW);
        ports().leases().release("mailbox", "b");
        assertThat(ports().leases().hold("mailbox", "b", LEASE, NOW)).isFalse();
        ports().leases().release("mailbox", "a");
        assertThat(ports().leases().hold("mailbox", "b", LEASE, NOW)).isTrue();
        ports().leases().release("unknown", "a");
    }

    @Test
    default void ofManyWhoAskAtOnceOneGetsIt() throws InterruptedException {
        AtomicInteger holders = new AtomicInteger();
        Crowd.of(8, worker -> {
            if (ports().leases().hold("mailbox", "w" + worker, LEASE, NOW)) {
                holders.incrementAndGet();
            }
        });
        assertThat(holders).hasValue(1);
    }

    @Test
    default void aCheckpointIsWhatWasWrittenLast() {
        assertThat(ports().checkpoints().read("mailbox")).isEmpty();
        ports().checkpoints().write("mailbox", "7:100");
        ports().checkpoints().write("mailbox", "7:120");
        assertThat(ports().checkpoints().read("mailbox")).contains("7:120");
    }

    @Test
    default void whatNobodyAsksForAnyMoreIsForgottenAndNothingElse() {
        for (String name : List.of("box pop3", "box pop3 1", "box pop3 2", "box% pop3 1", "other pop3 1")) {
            ports().checkpoints().write(name, "seen");
        }
        ports().checkpoints().retain("box pop3 ", Set.of("box pop3 2", "box pop3 3"));

        assertThat(ports().checkpoints().read("box pop3 1")).isEmpty();
        for (String name : List.of("box pop3", "box pop3 2", "box% pop3 1", "other pop3 1")) {
            assertThat(ports().checkpoints().read(name)).as(name).contains("seen");
        }
    }

    @Test
    default void aCheckpointHoldsEightThousandCharactersAndNoMore() {
        String longest = "x".repeat(8_000);
        ports().checkpoints().write("token", longest);
        assertThat(ports().checkpoints().read("token")).contains(longest);
        assertThatThrownBy(() -> ports().checkpoints().write("token", longest + "x"))
                .isInstanceOf(RuntimeException.class);
        assertThat(ports().checkpoints().read("token")).contains(longest);
    }
}
