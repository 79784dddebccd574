package dev.parley.app.api;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Customers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which wallet of a customer a call means. */
final class WalletChoice {
    private WalletChoice() {}

    /** Points are each site's own, so that it must be said whose (P-14); the only one needs no saying. */
    static WalletKey of(Customers customers, CustomerId customer, Unit unit, @Nullable Long site) {
        if (unit != Unit.POINT) {
            if (site != null) {
                throw ApiProblem.bad("This desk has no points of sites; leave ‘site’ out.");
            }
            return WalletKey.of(customer, unit);
        }
        List<Site> sites = customers.sites(customer);
        if (site == null && sites.size() == 1) {
            return WalletKey.points(sites.getFirst().id());
        }
        return sites.stream()
                .map(Site::id)
                .filter(id -> site != null && id.number() == site)
                .findFirst()
                .map(WalletKey::points)
                .orElseThrow(() -> noSite(customer, sites));
    }

    private static ApiProblem noSite(CustomerId customer, List<Site> sites) {
        return ApiProblem.bad("Say with ‘site’ which site of customer " + customer.number() + " is meant: "
                + StaffActions.named(sites));
    }
}
