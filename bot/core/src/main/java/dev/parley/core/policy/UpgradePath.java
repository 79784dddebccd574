package dev.parley.core.policy;

import dev.parley.core.policy.ProductVersion.Parsed;

/** The way from one version to another, as far as the upgrade formula can count it (C-12 to C-12d). */
public sealed interface UpgradePath {
    /** {@code versions} patch versions within one minor version, at least 1. */
    record Patches(int versions) implements UpgradePath {}

    /**
     * {@code versions} published releases beyond one minor version, at least 1: enough to suggest a price, which a
     * specialist sets and the customer agrees to (C-12b).
     */
    record Releases(int versions) implements UpgradePath {}

    /** Both versions are the same: not an upgrade, so no upgrade price (C-12a). */
    record Same(ProductVersion version) implements UpgradePath {}

    /** The formula does not reach here; a specialist prices it. {@code why} is a sentence for staff. */
    record Uncounted(String why) implements UpgradePath {}

    /** The way as it is counted without a list of releases. */
    static UpgradePath between(String from, String to) {
        return between(from, to, ReleaseCatalogue.NONE);
    }

    /**
     * Within one minor version counts by arithmetic, as the policy's own example does; a list of releases may only
     * lower that (C-12c). Beyond it only a list can count.
     */
    static UpgradePath between(String from, String to, ReleaseCatalogue catalogue) {
        return switch (ProductVersion.parse(from)) {
            case Parsed.Unreadable(var why) -> new Uncounted("the version to upgrade from: " + why);
            case Parsed.Version(var start) ->
                switch (ProductVersion.parse(to)) {
                    case Parsed.Unreadable(var why) -> new Uncounted("the version to upgrade to: " + why);
                    case Parsed.Version(var end) -> between(start, end, catalogue);
                };
        };
    }

    private static UpgradePath between(ProductVersion from, ProductVersion to, ReleaseCatalogue catalogue) {
        if (from.equals(to)) {
            return new Same(from);
        }
        if (from.compareTo(to) > 0) {
            return new Uncounted(to + " is older than " + from + ": that is a downgrade");
        }
        return catalogue
                .missing(to)
                .or(() -> catalogue.missing(from))
                .<UpgradePath>map(Uncounted::new)
                .orElseGet(() -> from.sameMinor(to) ? patches(from, to, catalogue) : releases(from, to, catalogue));
    }

    private static UpgradePath patches(ProductVersion from, ProductVersion to, ReleaseCatalogue catalogue) {
        var numbers = to.patch() - from.patch();
        return new Patches(catalogue.known() ? Math.min(numbers, catalogue.between(from, to)) : numbers);
    }

    private static UpgradePath releases(ProductVersion from, ProductVersion to, ReleaseCatalogue catalogue) {
        return catalogue.known()
                ? new Releases(catalogue.between(from, to))
                : new Uncounted("from " + from + " to " + to + " is more than patch versions: the formula counts"
                        + " only patch versions of " + from.major() + "." + from.minor());
    }
}
