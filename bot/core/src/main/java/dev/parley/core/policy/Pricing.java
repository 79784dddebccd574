package dev.parley.core.policy;

/** The price list's answer to what staff asked it. */
public sealed interface Pricing {
    /**
     * A price the list allows.
     *
     * @param amount the total for the ticket in the desk's unit, at least 1
     * @param negotiable true if a specialist set it for this customer: then no agreement in advance covers it (C-10,
     *     C-12b)
     * @param scope what the customer gets, never blank
     */
    record Priced(CategoryKey category, long amount, boolean negotiable, String scope) implements Pricing {}

    /** The list does not allow it. {@code wrong}: what does not fit; {@code right}: what would. */
    record Refused(String wrong, String right) implements Pricing {}
}
