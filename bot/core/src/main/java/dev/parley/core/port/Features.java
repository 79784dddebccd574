package dev.parley.core.port;

import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wishes for the product as the product team sees them. Reads only; what changes them is {@link Transaction}. */
public interface Features {
    /** Wishes, newest ticket first. */
    List<Line> list(Filter filter);

    /** What became of the wish of this ticket; empty if it never was one. */
    Optional<View> find(TicketId ticket);

    /**
     * Which wishes.
     *
     * @param statuses none: all but those that are withdrawn
     * @param before only ticket numbers below; {@link Long#MAX_VALUE} for the first page
     * @param max 1 to {@link TicketReads#PAGE_MAX}
     */
    record Filter(String desk, Set<FeatureStatus> statuses, long before, int max) {
        public Filter {
            statuses = statuses.isEmpty() ? OPEN : Set.copyOf(statuses);
            if (max < 1 || max > TicketReads.PAGE_MAX) {
                throw new IllegalArgumentException(max + " lines: 1 to " + TicketReads.PAGE_MAX + " can be asked for");
            }
        }

        private static final Set<FeatureStatus> OPEN = Set.of(
                FeatureStatus.RECEIVED,
                FeatureStatus.UNDER_REVIEW,
                FeatureStatus.PLANNED,
                FeatureStatus.NOT_PLANNED,
                FeatureStatus.DELIVERED);
    }

    /** A wish in a list. {@code since}: how long it has stood so. */
    record Line(TicketId ticket, String subject, String customer, FeatureStatus status, Instant since) {}

    /** A wish with what became of it, oldest first. */
    record View(Line line, List<Step> steps) {
        public View {
            steps = List.copyOf(steps);
        }
    }

    /** One change. {@code reason}: as the customer was told; may be "" where the ticket's own history says why. */
    record Step(FeatureStatus status, String reason, Actor by, Instant at) {}
}
