package dev.parley.storage.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a quote may cost under one price rule of a desk, in the unit's smallest part.
 *
 * @param categoryKey the policy's name for the rule
 * @param max null: no upper limit
 */
public record PriceRange(
        String categoryKey, long min, @Nullable Long max) {}
