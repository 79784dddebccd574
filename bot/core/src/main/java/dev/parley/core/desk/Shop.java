package dev.parley.core.desk;

import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.OfferList;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a desk sells, and how (C-01, C-02).
 *
 * @param offers the price list of today; an order keeps the price it was placed at
 * @param lowBalance when customers hear that credits run low; null if never
 * @param invoiceFor how long an order on invoice can wait for its money before it counts as expired
 * @param checkoutFor the same for an order paid on the provider's page
 * @param automatic the most automatic purchases customers may agree to; null if there are none
 */
public record Shop(
        OfferList offers,
        @Nullable LowBalance lowBalance,
        Duration invoiceFor,
        Duration checkoutFor,
        @Nullable AutomaticLimits automatic) {
    /** Invoices are due after thirty days; a payment page lives for a day. */
    public static Shop of(OfferList offers, @Nullable LowBalance lowBalance, @Nullable AutomaticLimits automatic) {
        return new Shop(offers, lowBalance, Duration.ofDays(30), Duration.ofDays(1), automatic);
    }
}
