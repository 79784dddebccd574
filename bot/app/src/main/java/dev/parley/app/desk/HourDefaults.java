package dev.parley.app.desk;

import dev.parley.core.hours.Discount;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.Overage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hours packages a vendor offers and what a new contract on one begins with.
 *
 * @param packages in the order of the file; the terms hold the desk's overage and all of its services
 * @param provisional true while the vendor has not set hours and fees: ours then, to be replaced
 * @param overage what counts when a package is used up, unless the contract says otherwise (H-10 to H-12)
 * @param onDemand what an hour costs without a package (H-05)
 * @param discount what the account manager can apply (H-07, H-08)
 * @param onDemandLevel1Preempts whether level 1 on demand comes before milder levels of packages (H-06)
 */
public record HourDefaults(
        List<HourPackage> packages,
        boolean provisional,
        Overage overage,
        HourlyRate onDemand,
        Discount discount,
        boolean onDemandLevel1Preempts) {

    public HourDefaults {
        packages = List.copyOf(packages);
    }

    /**
     * A package on offer.
     *
     * @param key how staff name it
     * @param titles what customers read, by language
     */
    public record HourPackage(String key, Map<Locale, String> titles, HourTerms terms) {
        public HourPackage {
            titles = Map.copyOf(titles);
        }
    }

    /** The package staff call {@code key}. */
    public Optional<HourPackage> named(String key) {
        return packages.stream().filter(p -> p.key().equals(key)).findFirst();
    }
}
