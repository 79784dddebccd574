package dev.parley.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * What staff say about the work to be priced, beside its category.
 *
 * @param amount the specialist's price in units; null to take the price list's
 * @param from the version an upgrade starts at, null if it is none
 * @param to the version an upgrade ends at, null if it is none
 * @param scope what the customer gets, in plain words; blank to take the category's title, and the versions
 */
public record PriceInput(
        @Nullable Long amount,
        @Nullable String from,
        @Nullable String to,
        String scope) {

    /** Work at the list price. */
    public static PriceInput listed(String scope) {
        return new PriceInput(null, null, null, scope);
    }

    /** Work at the specialist's price. */
    public static PriceInput of(long amount, String scope) {
        return new PriceInput(amount, null, null, scope);
    }

    /** An upgrade at the formula's price. */
    public static PriceInput upgrade(String from, String to, String scope) {
        return new PriceInput(null, from, to, scope);
    }
}
