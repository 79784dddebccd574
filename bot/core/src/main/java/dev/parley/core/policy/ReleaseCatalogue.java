package dev.parley.core.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The releases the vendor published (C-12b to C-12d).
 *
 * @param releases ascending; empty if the vendor keeps no list, at most {@value #RELEASES_MAX}
 */
public record ReleaseCatalogue(NavigableSet<ProductVersion> releases) {
    /** A release a day for 27 years. */
    public static final int RELEASES_MAX = 10_000;

    /** No list: only patch versions within one minor version can be counted, by arithmetic. */
    public static final ReleaseCatalogue NONE = new ReleaseCatalogue(Collections.emptyNavigableSet());

    public ReleaseCatalogue {
        releases = Collections.unmodifiableNavigableSet(new TreeSet<>(releases));
        if (releases.size() > RELEASES_MAX) {
            throw new IllegalArgumentException(releases.size() + " releases are more than " + RELEASES_MAX);
        }
    }

    /** The list of {@code releases}, in any order. */
    public static ReleaseCatalogue of(Collection<ProductVersion> releases) {
        return new ReleaseCatalogue(new TreeSet<>(releases));
    }

    /** True if there is a list to look into. */
    boolean known() {
        return !releases.isEmpty();
    }

    /** Why nothing can be counted to or from {@code version}; empty if it is in the list or there is no list. */
    Optional<String> missing(ProductVersion version) {
        if (!known() || releases.contains(version)) {
            return Optional.empty();
        }
        var older = releases.lower(version);
        var near = older != null && older.sameMinor(version)
                ? "the last before it there is " + older
                : "it has no release of " + version.major() + "." + version.minor() + " before it";
        return Optional.of(version + " is not in the list of releases; " + near);
    }

    /** How many releases came after {@code from}, up to and with {@code to}. */
    int between(ProductVersion from, ProductVersion to) {
        return releases.subSet(from, false, to, true).size();
    }
}
