package dev.parley.core.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency.
 *
 * @param minor in the currency's minor unit, such as cents; negative for a deduction
 */
public record Money(Currency currency, long minor) {
    /** The largest amount either way, in minor units: above it is a slip of the keyboard. */
    public static final long MINOR_MAX = 1_000_000_000_000L;

    private static final int MINUTES_PER_HOUR = 60;
    private static final int WHOLE = 100;

    public Money {
        if (Math.abs(minor) > MINOR_MAX) {
            throw new IllegalArgumentException(minor + " minor units are above the limit of " + MINOR_MAX);
        }
    }

    /** Nothing. */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /** A sum of the same currency. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return new Money(currency, minor + other.minor);
    }

    /** The same amount taken away instead of given. */
    public Money negated() {
        return new Money(currency, -minor);
    }

    /** So many times this amount, exactly. */
    public Money times(long count) {
        return new Money(currency, Math.multiplyExact(minor, count));
    }

    /** {@code percent} of this amount, half a minor unit rounded up (H-08). This amount must not be negative. */
    public Money percent(int percent) {
        return new Money(currency, share(minor, percent, WHOLE));
    }

    /** What {@code minutes} cost at this price for an hour, half a minor unit rounded up (H-11). */
    public Money forMinutes(long minutes) {
        return new Money(currency, share(minor, minutes, MINUTES_PER_HOUR));
    }

    private static long share(long amount, long part, long of) {
        if (amount < 0 || part < 0) {
            throw new IllegalArgumentException(part + "/" + of + " of " + amount);
        }
        return Math.floorDiv(Math.addExact(Math.multiplyExact(amount, part), of / 2), of);
    }

    /** The amount as people write it, such as {@code 19.90 USD}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()))
                        .toPlainString() + " " + currency.getCurrencyCode();
    }
}
