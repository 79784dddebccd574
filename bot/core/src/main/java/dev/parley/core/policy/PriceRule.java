package dev.parley.core.policy;

/** How a category is priced, in whole units for the whole ticket (C-08 to C-12, C-22). */
public sealed interface PriceRule {
    /** Always the same amount. */
    record Fixed(long amount) implements PriceRule {}

    /** Set by the specialist, from {@code minimum} up (C-10). */
    record From(long minimum) implements PriceRule {}

    /**
     * An upgrade over {@code n} patch versions: {@code base + step * max(0, n - included)} (C-12).
     *
     * @param included how many versions the base price covers, at least 1
     */
    record Upgrade(long base, int included, long step) implements PriceRule {}
}
