package dev.parley.core.contract;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of a contract's terms (P-15). Each counts from the start of a cycle on, so that no cycle ever has two.
 *
 * @param all numbered from 1, none beginning before its predecessor; of two that begin together the later counts
 */
public record Versions<T>(List<Version<T>> all) {
    /** The most versions one contract may have: ten years of a change a month. */
    public static final int VERSIONS_MAX = 120;

    /** Terms that count from the cycle of {@code from} on, until the next version. */
    public record Version<T>(int number, YearMonth from, T terms) {}

    public Versions {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > VERSIONS_MAX) {
            throw new IllegalArgumentException(all.size() + " versions are not 1 to " + VERSIONS_MAX);
        }
        for (var i = 0; i < all.size(); i++) {
            var version = all.get(i);
            if (version.number() != i + 1
                    || version.from().isBefore(all.get(Math.max(0, i - 1)).from())) {
                throw new IllegalArgumentException(
                        "version " + version.number() + " from " + version.from() + " is out of order");
            }
        }
    }

    /** The first version. */
    static <T> Versions<T> first(YearMonth from, T terms) {
        return new Versions<>(List.of(new Version<>(1, from, terms)));
    }

    /** The version that counts in the cycle of {@code month}; empty before the first. */
    public Optional<Version<T>> in(YearMonth month) {
        return all.stream().filter(v -> !v.from().isAfter(month)).reduce((_, later) -> later);
    }

    /** The version made last, which may not count yet. */
    public Version<T> latest() {
        return all.getLast();
    }

    Versions<T> followedBy(YearMonth from, T terms) {
        var longer = new ArrayList<>(all);
        longer.add(new Version<>(all.size() + 1, from, terms));
        return new Versions<>(longer);
    }
}
