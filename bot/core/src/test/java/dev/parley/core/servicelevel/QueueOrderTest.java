package dev.parley.core.servicelevel;

import static dev.parley.core.servicelevel.Plan.ON_DEMAND;
import static dev.parley.core.servicelevel.Plan.PACKAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueueOrderTest {
    private static final Instant SOON = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = SOON.plusSeconds(1);

    /** Every step of the order once, first to last; the numbers run backwards so that they cannot decide. */
    private static final List<QueueEntry> QUEUE = List.of(
            entry(PACKAGE, 1, LATER, 20),
            entry(PACKAGE, 2, SOON, 19),
            entry(PACKAGE, 2, LATER, 18),
            entry(PACKAGE, 2, null, 16),
            entry(PACKAGE, 2, null, 17),
            entry(PACKAGE, 4, SOON, 15),
            entry(PACKAGE, Matter.NO_LEVEL, SOON, 14),
            entry(ON_DEMAND, 1, SOON, 13),
            entry(ON_DEMAND, 1, LATER, 12),
            entry(ON_DEMAND, 2, SOON, 11),
            entry(ON_DEMAND, Matter.NO_LEVEL, SOON, 10));

    @Test
    void h06PackageComesBeforeOnDemandThenTheLevelThenWhatIsDue() {
        assertThat(sorted(QUEUE, false)).isEqualTo(QUEUE);
    }

    @Test
    void h06OnDemandLevel1PreemptsMilderLevelsOfPackagesOnlyIfTheDeskSaysSo() {
        List<QueueEntry> sorted = sorted(QUEUE, true);
        assertThat(sorted)
                .extracting(QueueEntry::ticket)
                .containsExactly(20L, 13L, 12L, 19L, 18L, 16L, 17L, 15L, 14L, 11L, 10L);
    }

    private static List<QueueEntry> sorted(List<QueueEntry> queue, boolean onDemandLevel1Preempts) {
        List<QueueEntry> shuffled = new ArrayList<>(queue);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(QueueOrder.of(onDemandLevel1Preempts));
        return shuffled;
    }

    private static QueueEntry entry(Plan plan, int level, @Nullable Instant dueAt, long ticket) {
        return new QueueEntry(plan, level, dueAt, ticket);
    }
}
