package dev.parley.core.feature;

import dev.parley.core.reading.TimePromise;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketState;
import java.util.Optional;

/** What may become of a wish, and what its customer hears (P-05, P-07, P-08). */
public final class FeatureRules {
    /** Characters of a reason. */
    public static final int REASON_CHARS_MAX = 1000;

    private FeatureRules() {}

    /** What the rules answer to staff. */
    public sealed interface Ruling {
        /** It stands so from now on, and the customer is told in these words. */
        record Told(Template words) implements Ruling {}

        /** Nothing changes. {@code why}: what is wrong, and what would be right. */
        record Refused(String why) implements Ruling {}
    }

    /** Staff say how a wish stands, and why. */
    public static Ruling decide(FeatureStatus now, FeatureStatus next, String reason) {
        if (now == FeatureStatus.WITHDRAWN) {
            return new Ruling.Refused("it is no wish any more; assess its ticket as a feature request first");
        }
        if (now == next) {
            return new Ruling.Refused("it stands so already");
        }
        if (reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
            return new Ruling.Refused(
                    "it needs a reason of 1 to " + REASON_CHARS_MAX + " characters that the customer can be told");
        }
        return TimePromise.in(reason)
                .<Ruling>map(words -> new Ruling.Refused(TimePromise.explained(words)))
                .orElseGet(() -> told(next));
    }

    private static Ruling told(FeatureStatus next) {
        return switch (next) {
            case UNDER_REVIEW -> new Ruling.Told(Template.FEATURE_UNDER_REVIEW);
            case PLANNED -> new Ruling.Told(Template.FEATURE_PLANNED);
            case NOT_PLANNED -> new Ruling.Told(Template.FEATURE_NOT_PLANNED);
            case DELIVERED -> new Ruling.Told(Template.FEATURE_DELIVERED);
            case RECEIVED -> new Ruling.Refused("every wish begins so; say what became of it");
            case WITHDRAWN -> new Ruling.Refused("its ticket says so: assess it as something else, or take it back");
        };
    }

    /** What a decision on a ticket makes of its wish; empty if it leaves it as it is. */
    public static Optional<FeatureStatus> after(Ticket before, Ticket after) {
        if (isWish(before) == isWish(after)) {
            return Optional.empty();
        }
        return Optional.of(isWish(after) ? FeatureStatus.RECEIVED : FeatureStatus.WITHDRAWN);
    }

    /** A wish stays one when its ticket is answered and closed; not when it is taken back or merged. */
    private static boolean isWish(Ticket ticket) {
        return ticket.type() == RequestType.FEATURE
                && !(ticket.state() instanceof TicketState.ClosedUnpaid)
                && !(ticket.state() instanceof TicketState.Merged);
    }
}
