package dev.parley.core.ledger;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * Names one wallet. A customer has one for credits, however many licences (C-03), one for points at each site, which
 * sites never share (P-14), one for the minutes of packages, and one for work on demand.
 *
 * @param site the number of the customer's site that the points are for; null for every other unit
 */
public record WalletKey(
        CustomerId customer, Unit unit, @Nullable Long site) {
    public WalletKey {
        if ((unit == Unit.POINT) != (site != null)) {
            throw new IllegalArgumentException(
                    "a wallet of " + unit + (site == null ? " without" : " with") + " a site");
        }
    }

    /** The customer's wallet of a unit that belongs to no site. */
    public static WalletKey of(CustomerId customer, Unit unit) {
        return new WalletKey(customer, unit, null);
    }

    /** The points of a site. */
    public static WalletKey points(SiteId site) {
        return new WalletKey(site.customer(), Unit.POINT, site.number());
    }
}
