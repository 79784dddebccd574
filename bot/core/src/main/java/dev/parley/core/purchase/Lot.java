package dev.parley.core.purchase;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Credits that came in at once, with what they cost. They never expire (C-06), so there is no end to them.
 *
 * @param key what the ledger refuses to grant twice
 * @param cost of all its units (C-02)
 * @param effectiveAt when they can be used
 */
public record Lot(String key, CustomerId customer, long units, Money cost, Instant effectiveAt) {
    /**
     * What {@code back} unused units are worth in money after {@code before} were given back already; all of them
     * together are worth exactly the cost (C-30).
     */
    public Money worth(long before, long back) {
        if (before < 0 || back < 1 || before > units - back) {
            throw new IllegalArgumentException(back + " after " + before + " of " + units + " units");
        }
        return share(before + back).plus(share(before).negated());
    }

    /** The cost of {@code part} units, half a minor unit rounded up, as the ledger's credit notes do. */
    private Money share(long part) {
        return new Money(
                cost.currency(),
                BigInteger.valueOf(cost.minor())
                        .multiply(BigInteger.valueOf(2 * part))
                        .add(BigInteger.valueOf(units))
                        .divide(BigInteger.valueOf(2 * units))
                        .longValueExact());
    }
}
