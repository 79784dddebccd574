package dev.parley.app.desk;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/**
 * What customers can buy (C-01, C-02).
 *
 * @param currency of every price
 * @param provisional true while the vendor has not set the price of each package: ours then, to be replaced
 * @param sizes ascending by units
 */
public record Packages(Currency currency, boolean provisional, List<Size> sizes) {
    public Packages {
        sizes = List.copyOf(sizes);
    }

    /** So many units for so much money. */
    public record Size(long units, BigDecimal price) {}
}
