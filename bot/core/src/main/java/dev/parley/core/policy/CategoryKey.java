package dev.parley.core.policy;

/**
 * A category of the price list.
 *
 * @param tier 1, 2 or 3: the three categories of the policy (C-13)
 * @param key the name used in the desk file and by staff, e.g. {@code upgrade}
 */
public record CategoryKey(int tier, String key) {
    public CategoryKey {
        if (tier < 1 || tier > 3) {
            throw new IllegalArgumentException("tier " + tier + " of category " + key + " is not 1, 2 or 3");
        }
    }
}
