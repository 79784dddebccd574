package dev.parley.core.hours;

import java.time.Instant;
import java.time.YearMonth;

/**
 * The hours of two consecutive cycles as one package, for a large task (H-15, H-16).
 *
 * @param first the earlier of the two
 * @param requested the customer's wish
 * @param agreed the account manager's agreement
 */
public record Group(YearMonth first, Consent requested, Consent agreed) {
    /** The later of the two. */
    public YearMonth second() {
        return first.plusMonths(1);
    }

    boolean holds(YearMonth month) {
        return month.equals(first) || month.equals(second());
    }

    boolean meets(Group other) {
        return holds(other.first) || holds(other.second());
    }

    /** When both sides had agreed. */
    Instant agreedAt() {
        return requested.at().isAfter(agreed.at()) ? requested.at() : agreed.at();
    }
}
