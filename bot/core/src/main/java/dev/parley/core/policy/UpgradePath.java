package dev.parley.core.policy;

/** The way from one version to another, as far as the upgrade formula can count it (C-12 to C-12d). */
public sealed interface UpgradePath {
    /** {@code versions} patch versions within one minor version, at least 1. */
    record Patches(int versions) implements UpgradePath {}

    /** Both versions are the same: not an upgrade, so no upgrade price (C-12a). */
    record Same(ProductVersion version) implements UpgradePath {}

    /** The formula does not reach here; a specialist prices it. {@code why} is a sentence for staff. */
    record Uncounted(String why) implements UpgradePath {}

    /** Counts by arithmetic, as the policy's own example does: numbers never published count as well (C-12c). */
    static UpgradePath between(String from, String to) {
        return switch (ProductVersion.parse(from)) {
            case ProductVersion.Parsed.Unreadable(var why) -> new Uncounted("the version to upgrade from: " + why);
            case ProductVersion.Parsed.Version(var start) ->
                switch (ProductVersion.parse(to)) {
                    case ProductVersion.Parsed.Unreadable(var why) ->
                        new Uncounted("the version to upgrade to: " + why);
                    case ProductVersion.Parsed.Version(var end) -> between(start, end);
                };
        };
    }

    private static UpgradePath between(ProductVersion from, ProductVersion to) {
        if (from.equals(to)) {
            return new Same(from);
        }
        if (from.compareTo(to) > 0) {
            return new Uncounted(to + " is older than " + from + ": that is a downgrade");
        }
        if (!from.sameMinor(to)) {
            return new Uncounted("from " + from + " to " + to + " is more than patch versions: the formula counts"
                    + " only patch versions of " + from.major() + "." + from.minor());
        }
        return new Patches(to.patch() - from.patch());
    }
}
