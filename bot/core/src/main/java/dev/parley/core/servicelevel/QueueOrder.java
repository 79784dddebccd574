package dev.parley.core.servicelevel;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Comparator;

/** Which ticket comes first: package before on demand, then the level, then what is due (H-06). */
public final class QueueOrder {
    private QueueOrder() {}

    /**
     * The order of a desk's queue; no two tickets are equal in it.
     *
     * @param onDemandLevel1Preempts true if level 1 without a package comes before milder levels of packages
     */
    public static Comparator<QueueEntry> of(boolean onDemandLevel1Preempts) {
        return comparingInt((QueueEntry entry) -> rank(entry, onDemandLevel1Preempts))
                .thenComparingInt(QueueOrder::level)
                .thenComparing(QueueEntry::plan)
                .thenComparing(comparing(QueueEntry::dueAt, nullsLast(naturalOrder())))
                .thenComparing(comparingLong(QueueEntry::ticket));
    }

    private static int rank(QueueEntry entry, boolean onDemandLevel1Preempts) {
        return switch (entry.plan()) {
            case PACKAGE -> 0;
            case ON_DEMAND -> onDemandLevel1Preempts && entry.level() == 1 ? 0 : 1;
        };
    }

    private static int level(QueueEntry entry) {
        return entry.level() == Matter.NO_LEVEL ? Matter.LEVEL_MAX + 1 : entry.level();
    }
}
