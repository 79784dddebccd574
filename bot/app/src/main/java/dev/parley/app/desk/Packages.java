package dev.parley.app.desk;

import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.OfferList;
import org.jspecify.annotations.Nullable;

/**
 * What customers can buy (C-01, C-02).
 *
 * @param provisional true while the vendor has not set the price of each package: ours then, to be replaced
 * @param lowBalance when customers hear that credits run low; null if never
 * @param automatic the most automatic purchases customers may agree to; null if there are none
 */
public record Packages(
        OfferList offers,
        boolean provisional,
        @Nullable LowBalance lowBalance,
        @Nullable AutomaticLimits automatic) {}
