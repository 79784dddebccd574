package dev.parley.app.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the packages on sale. */
final class PackageList {
    private static final long UNITS_MAX = 1_000_000;
    private static final Kind<Boolean> PROVISIONAL = Kind.choice(Map.of("provisional", true, "final", false), false);

    private PackageList() {}

    static Packages read(Section section) {
        var currency = section.get("currency", Kind.CURRENCY);
        var provisional = section.get("prices-are", PROVISIONAL);
        var lowest = section.get("lowest-price", Kind.MONEY_AMOUNT);
        var highest = section.get("highest-price", Kind.MONEY_AMOUNT);
        if (section.sound() && lowest.compareTo(highest) > 0) {
            section.problem("highest-price", highest + " is below the lowest price", "at least " + lowest);
        }
        return new Packages(currency, provisional, sizes(section, lowest, highest));
    }

    private static List<Packages.Size> sizes(Section section, BigDecimal lowest, BigDecimal highest) {
        var boundsKnown = section.sound();
        var sizes = new ArrayList<Packages.Size>();
        for (var each : section.sections("sizes")) {
            var units = each.get("credits", Kind.whole(1, UNITS_MAX));
            var price = each.get("price", Kind.MONEY_AMOUNT);
            if (boundsKnown && each.sound() && (price.compareTo(lowest) < 0 || price.compareTo(highest) > 0)) {
                each.problem("price", price + " is not a price on sale", "between " + lowest + " and " + highest);
            }
            if (each.sound() && !sizes.isEmpty() && units <= sizes.getLast().units()) {
                each.problem("credits", "the packages do not ascend", "the smallest first, each size once");
            }
            sizes.add(new Packages.Size(units, price));
        }
        return sizes;
    }
}
