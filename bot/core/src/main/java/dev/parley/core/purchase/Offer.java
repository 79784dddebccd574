package dev.parley.core.purchase;

import dev.parley.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A package on sale: so many credits for so much money, for all licences of a customer together (C-03).
 *
 * @param units 1 to {@value #UNITS_MAX}
 * @param price above 0
 */
public record Offer(long units, Money price) {
    /** The largest package: above it is a slip of the keyboard. */
    public static final long UNITS_MAX = 1_000_000;

    private static final int FURTHER_DIGITS = 2;

    public Offer {
        if (units < 1 || units > UNITS_MAX || price.minor() <= 0) {
            throw new IllegalArgumentException("a package of " + units + " for " + price);
        }
    }

    /** What one credit costs in it, to compare packages: two digits more than the currency has. Nobody is billed it. */
    public BigDecimal perUnit() {
        var digits = Math.max(0, price.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(price.minor(), digits)
                .divide(BigDecimal.valueOf(units), digits + FURTHER_DIGITS, RoundingMode.HALF_UP);
    }
}
