package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.core.port.MissedMail.Missed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.MissedMail} promises. */
public interface MissedMailContract extends StorageContract {
    private static Missed missed(String where) {
        return new Missed(Desks.SUPPORT, new MessageKey("mail:support", where), NOW, 5, "FETCH said NO");
    }

    private List<Quarantined> quarantine() {
        return ports().inbox().quarantined(Desks.SUPPORT, 10);
    }

    private List<Quarantined> wanted() {
        return ports().missed().wanted(Desks.SUPPORT, "mail:support", 10);
    }

    @Test
    default void aMailSetAsideStandsInTheQuarantineAndIsNeverClaimed() {
        ports().missed().setAside(missed("INBOX 1:7"));
        Quarantined shown = quarantine().getFirst();
        assertThat(shown.key()).isEqualTo(new MessageKey("mail:support", "INBOX 1:7"));
        assertThat(shown.why()).isEqualTo("FETCH said NO");
        assertThat(shown.tries()).isEqualTo(5);
        assertThat(shown.receivedAt()).isEqualTo(NOW);
        assertThat(ports().inbox().quarantined(Desks.SALES, 10)).isEmpty();
        assertThat(ports().inbox().claim("a", 10, LEASE, NOW)).isEmpty();
        assertThat(wanted()).isEmpty();
    }

    @Test
    default void theSameMailIsSetAsideOnce() {
        ports().missed().setAside(missed("INBOX 1:7"));
        ports().missed().setAside(missed("INBOX 1:7"));
        ports().missed().setAside(missed("INBOX 1:8"));
        assertThat(quarantine()).hasSize(2);
    }

    @Test
    default void releasingAsksForItToBeFetchedAgainByItsChannel() {
        ports().missed().setAside(missed("INBOX 1:7"));
        long id = quarantine().getFirst().id();
        assertThat(ports().inbox().release(Desks.SALES, id)).isFalse();
        assertThat(ports().inbox().release(Desks.SUPPORT, id)).isTrue();
        assertThat(ports().inbox().release(Desks.SUPPORT, id)).isFalse();
        assertThat(wanted()).extracting(Quarantined::id).containsExactly(id);
        assertThat(ports().missed().wanted(Desks.SUPPORT, "mail:other", 10)).isEmpty();
        assertThat(ports().missed().wanted(Desks.SALES, "mail:support", 10)).isEmpty();
        assertThat(quarantine()).isEmpty();
        assertThat(ports().inbox().claim("a", 10, LEASE, NOW)).isEmpty();
    }

    @Test
    default void whatCameIsDoneAndWhatDidNotIsInTheQuarantineAgain() {
        ports().missed().setAside(missed("INBOX 1:7"));
        ports().missed().setAside(missed("INBOX 1:8"));
        List<Long> ids = quarantine().stream().map(Quarantined::id).sorted().toList();
        ids.forEach(id -> assertThat(ports().inbox().release(Desks.SUPPORT, id)).isTrue());
        ports().missed().came(Desks.SUPPORT, ids.get(0));
        ports().missed().missedAgain(Desks.SUPPORT, ids.get(1), "still NO");
        ports().missed().missedAgain(Desks.SUPPORT, ids.get(0), "too late to say so");
        assertThat(wanted()).isEmpty();
        assertThat(quarantine()).extracting(Quarantined::why).containsExactly("still NO");
        assertThat(quarantine().getFirst().tries()).isEqualTo(6);
    }
}
