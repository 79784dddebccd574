package dev.parley.core.purchase;

/**
 * How an order was paid.
 *
 * @param how by which way the money came
 * @param reference what finds it again: the bank's or the invoice's number, or the payment's id at the provider; 1 to
 *     {@value #REFERENCE_LENGTH_MAX} characters
 */
public record Payment(How how, String reference) {
    /** Longer ones are no references. */
    public static final int REFERENCE_LENGTH_MAX = 200;

    public Payment {
        if (reference.isBlank() || reference.length() > REFERENCE_LENGTH_MAX) {
            throw new IllegalArgumentException("a payment's reference has 1 to " + REFERENCE_LENGTH_MAX
                    + " characters, not " + reference.length());
        }
    }

    /** The ways to pay. */
    public enum How {
        /** Against an invoice; a person at billing sees the money. */
        INVOICE,
        /** On the payment provider's page, by the customer. */
        CHECKOUT,
        /** By the payment provider with what the customer left there for it, nobody being present. */
        SAVED
    }
}
