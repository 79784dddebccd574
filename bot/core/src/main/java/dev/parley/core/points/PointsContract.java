package dev.parley.core.points;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.Cycle;
import dev.parley.core.contract.Ruling;
import dev.parley.core.customer.SiteId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.points.PointsRuling.Offer;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A contract on points.
 *
 * @param contract in calendar months of its own zone (P-16)
 */
public record PointsContract(Contract<PointTerms> contract) {
    public PointsContract {
        if (contract.calendar().anchorDay() != 1) {
            throw new IllegalArgumentException(
                    "contract " + contract.number() + " has points by the calendar month, not" + " from day "
                            + contract.calendar().anchorDay() + " on");
        }
    }

    /**
     * The allowance of {@code site} at {@code at}, whole in a first or last month that is not (P-17); empty if the
     * contract has none for it then.
     */
    public Optional<SiteMonth> monthOf(SiteId site, Instant at) {
        return contract.cycleAt(at).flatMap(cycle -> monthOf(site, cycle));
    }

    private Optional<SiteMonth> monthOf(SiteId site, Cycle cycle) {
        return Optional.ofNullable(terms(cycle).perMonth().get(site))
                .map(points -> new SiteMonth(
                        contract.key(cycle.month()) + ":" + site.number(),
                        site,
                        cycle.month(),
                        cycle.start(),
                        cycle.end(),
                        points));
    }

    /**
     * Whether {@code points} agreed on at {@code yes} can be held.
     *
     * @param funds what {@code site} has in the month of {@code yes}, and no other site
     */
    public PointsRuling hold(SiteId site, long points, Instant yes, Funds funds) {
        if (points < 1) {
            throw new IllegalArgumentException(points + " points are no charge");
        }
        return monthOf(site, yes)
                .<PointsRuling>map(month -> funds.cover(points)
                        ? new PointsRuling.Hold(month)
                        : new PointsRuling.TooFew(funds.shortfall(points), offers(month, points, funds)))
                .orElseGet(() -> new PointsRuling.NotCovered("contract " + contract.number()
                        + " has no points for site " + site.number() + " at that time"));
    }

    private List<Offer> offers(SiteMonth month, long points, Funds funds) {
        var offers = new ArrayList<Offer>();
        if (!funds.blocked()) {
            monthOf(month.site(), month.end())
                    .filter(next -> next.points() >= points)
                    .ifPresent(next -> offers.add(new Offer.Wait(next.start())));
            var price = terms(contract.calendar().cycle(month.month())).extraPoint();
            if (price != null) {
                var missing = funds.shortfall(points);
                offers.add(new Offer.Buy(missing, price.times(missing)));
            }
        }
        offers.add(new Offer.AskCustomerSupport());
        return offers;
    }

    /** New terms from the month {@code from} on, agreed at {@code agreedAt} (P-15). */
    public Ruling<PointsContract> amended(Instant agreedAt, YearMonth from, PointTerms terms) {
        return of(contract.amend(agreedAt, from, terms));
    }

    /** The contract with an end after {@code months}, as said at {@code at}. */
    public Ruling<PointsContract> ending(int months, Instant at) {
        return of(contract.ending(months, at));
    }

    private static Ruling<PointsContract> of(Ruling<Contract<PointTerms>> ruling) {
        return switch (ruling) {
            case Ruling.Allowed<Contract<PointTerms>>(var changed) -> new Ruling.Allowed<>(new PointsContract(changed));
            case Ruling.Refused<Contract<PointTerms>>(var wrong, var right) -> new Ruling.Refused<>(wrong, right);
        };
    }

    /** The sites that have points in any of its months. */
    public Set<SiteId> sites() {
        return contract.versions().all().stream()
                .flatMap(version -> version.terms().perMonth().keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why both cannot be: a site would have points by two contracts at a time; empty if they can. */
    public Optional<String> conflict(PointsContract other) {
        return other.sites().stream()
                .filter(sites()::contains)
                .filter(_ -> !contract.id().equals(other.contract.id()) && contract.overlaps(other.contract))
                .map(site -> "site " + site.number() + " has points by contract " + other.contract.number() + " then")
                .sorted()
                .findFirst();
    }

    private PointTerms terms(Cycle cycle) {
        return contract.versionIn(cycle.month()).terms();
    }
}
