package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What work on a ticket costs the customer, and where that money is. */
public sealed interface Price {
    /**
     * Incident, feature request, or set to zero: never charged (P-03, P-07, C-21a); what a package covers, by time.
     *
     * @param overtime the newest question about minutes over the package that is not open any more; null if there was
     *     none
     */
    record Free(@Nullable Overtime overtime) implements Price {
        /** Nothing was ever asked about time over a package. */
        public Free() {
            this(null);
        }
    }

    /** Agreed and reserved, not yet charged. {@code since}: when it was reserved. */
    record Held(Quote quote, Said yes, Instant since) implements Price {}

    /** Deducted; {@code amount} is the net charge C of the ticket, at least 1. */
    record Charged(Quote quote, long amount) implements Price {
        public Charged {
            if (amount < 1) {
                throw new IllegalArgumentException("charged amount " + amount + " is below 1");
            }
        }
    }

    /** The agreed total A: 0 when free. */
    default long agreed() {
        return switch (this) {
            case Free _ -> 0;
            case Held held -> held.quote.amount();
            case Charged charged -> charged.amount();
        };
    }

    /** The quote that was agreed to; empty when free. */
    default Optional<Quote> agreedQuote() {
        return switch (this) {
            case Free _ -> Optional.empty();
            case Held held -> Optional.of(held.quote);
            case Charged charged -> Optional.of(charged.quote);
        };
    }

    /** The newest question about minutes over a package that is not open any more; null if there was none. */
    default @Nullable Overtime overtime() {
        return null;
    }

    /** The part of the agreed total that is still reserved. */
    default long held() {
        return this instanceof Held held ? held.quote.amount() : 0;
    }

    /** The net charge C of the ticket. */
    default long charged() {
        return this instanceof Charged charged ? charged.amount : 0;
    }
}
