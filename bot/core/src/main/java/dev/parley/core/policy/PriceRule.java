package dev.parley.core.policy;

/** How a category is priced, in whole units for the whole ticket (C-08 to C-12, C-22). */
public sealed interface PriceRule {
    /** The largest price a ticket may have, in units: above it is a slip of the keyboard, not a price. */
    long AMOUNT_MAX = 1_000_000;

    /** Always the same amount, 1 to {@value #AMOUNT_MAX}. */
    record Fixed(long amount) implements PriceRule {
        public Fixed {
            within("amount", amount, 1);
        }
    }

    /** Set by the specialist, from {@code minimum} up (C-10). */
    record From(long minimum) implements PriceRule {
        public From {
            within("minimum", minimum, 1);
        }

        /** True if a specialist may ask for {@code amount}. */
        public boolean allows(long amount) {
            return amount >= minimum && amount <= AMOUNT_MAX;
        }
    }

    /**
     * An upgrade over {@code n} patch versions: {@code base + step * max(0, n - included)} (C-12).
     *
     * @param included how many versions the base price covers, at least 1
     */
    record Upgrade(long base, int included, long step) implements PriceRule {
        public Upgrade {
            within("base", base, 1);
            within("step", step, 0);
            if (included < 1) {
                throw new IllegalArgumentException("included " + included + " is below 1");
            }
        }

        /** The price of an upgrade over {@code versions} patch versions, at least 1 of them. */
        public long price(int versions) {
            if (versions < 1) {
                throw new IllegalArgumentException("an upgrade over " + versions + " versions is none");
            }
            return base + step * Math.max(0, versions - included);
        }
    }

    private static void within(String what, long value, long least) {
        if (value < least || value > AMOUNT_MAX) {
            throw new IllegalArgumentException(what + " " + value + " is not " + least + " to " + AMOUNT_MAX);
        }
    }
}
