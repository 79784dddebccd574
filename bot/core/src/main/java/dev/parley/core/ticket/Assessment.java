package dev.parley.core.ticket;

import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.Pricing;

/** Staff's view of what a request is and takes. Prices come from the price list or the specialist. */
public sealed interface Assessment {
    /** A fault of the core technology. {@code severity} is a level of the desk policy. */
    record Incident(String severity) implements Assessment {}

    /** A wish for the core; goes to the product review. */
    record Feature() implements Assessment {}

    /** Work a package of hours covers: no quote, its time is taken from the package (H-01, H-05). */
    record Covered(CategoryKey category) implements Assessment {}

    /** Found to be ours: nothing is charged (T62). */
    record OnUs() implements Assessment {}

    /**
     * Work with a price.
     *
     * @param amount the total for the ticket, already checked against the price list, at least 1
     * @param negotiable true for a specialist's price, which no agreement in advance covers (C-10, C-12b)
     * @param scope what the customer gets, in plain words
     */
    record Priced(CategoryKey category, long amount, boolean negotiable, String scope) implements Assessment {
        public Priced {
            if (amount < 1) {
                throw new IllegalArgumentException("assessed amount " + amount + " is below 1");
            }
        }

        /** As the price list says. */
        public static Priced of(Pricing.Priced price) {
            return new Priced(price.category(), price.amount(), price.negotiable(), price.scope());
        }
    }
}
