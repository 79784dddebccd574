package dev.parley.core.ledger;

import dev.parley.core.customer.CustomerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is paid with, whoever its customer turns out to be.
 *
 * @param site the site whose points pay (P-14); null while nobody knows it, and for every other unit
 */
public record Payer(Unit unit, @Nullable Long site) {
    public Payer {
        if (site != null && unit != Unit.POINT) {
            throw new IllegalArgumentException(unit + " belong to no site");
        }
    }

    /** Paid in {@code unit}, no site known. */
    public static Payer of(Unit unit) {
        return new Payer(unit, null);
    }

    /** The wallet of {@code customer} it means; empty while the site is not known. */
    public Optional<WalletKey> wallet(CustomerId customer) {
        return unit == Unit.POINT && site == null ? Optional.empty() : Optional.of(new WalletKey(customer, unit, site));
    }
}
