package dev.parley.app.desk;

import dev.parley.core.money.Money;
import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.BurstGuard;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OfferList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the packages of credits on sale. */
final class PackageList {
    static final Kind<Boolean> PROVISIONAL = Kind.choice(Map.of("provisional", true, "final", false), false);

    private final Section section;
    private final Till till;

    private PackageList(Section section) {
        this.section = section;
        this.till = Till.of(section);
    }

    static Packages read(Section section) {
        return new PackageList(section).read();
    }

    private Packages read() {
        var provisional = section.get("prices-are", PROVISIONAL);
        var lowest = till.get(section, "lowest-price");
        var highest = till.get(section, "highest-price");
        if (section.sound() && lowest.minor() > highest.minor()) {
            section.problem(
                    "highest-price",
                    till.shown(highest) + " is below the lowest price",
                    "at least " + till.shown(lowest));
        }
        var lowBalance = section.has("low-balance-below")
                ? new LowBalance(section.get("low-balance-below", Kind.whole(1, Offer.UNITS_MAX)))
                : null;
        var automatic = section.has("automatic") ? automatic(section.section("automatic")) : null;
        return new Packages(offers(lowest, highest), provisional, lowBalance, automatic);
    }

    private static @Nullable AutomaticLimits automatic(Section limits) {
        var perDay = Math.toIntExact(limits.get("per-day", Kind.whole(1, BurstGuard.ORDERS_MAX)));
        var perMonth = Math.toIntExact(limits.get("per-month", Kind.whole(1, BurstGuard.ORDERS_MAX)));
        if (limits.sound() && perMonth < perDay) {
            limits.problem("per-month", perMonth + " a month are fewer than a day’s", "at least " + perDay);
        }
        return limits.sound() ? new AutomaticLimits(perDay, perMonth) : null;
    }

    private OfferList offers(Money lowest, Money highest) {
        var boundsKnown = section.sound();
        var offers = new ArrayList<Offer>();
        for (var each : section.sections("sizes")) {
            var units = each.get("credits", Kind.whole(1, Offer.UNITS_MAX));
            var price = till.positive(each, "price");
            if (boundsKnown && each.sound() && outside(price, lowest, highest)) {
                each.problem(
                        "price",
                        till.shown(price) + " is not a price on sale",
                        "between " + till.shown(lowest) + " and " + till.shown(highest));
            }
            if (each.sound() && !offers.isEmpty() && units <= offers.getLast().units()) {
                each.problem("credits", "the packages do not ascend", "the smallest first, each size once");
            }
            if (each.sound()) {
                offers.add(new Offer(units, price));
            }
        }
        return list(offers);
    }

    private OfferList list(List<Offer> offers) {
        if (offers.size() > OfferList.OFFERS_MAX) {
            section.problem("sizes", "there are " + offers.size() + " packages", "at most " + OfferList.OFFERS_MAX);
        }
        return new OfferList(
                offers.isEmpty() || offers.size() > OfferList.OFFERS_MAX
                        ? List.of(new Offer(1, new Money(till.currency(), 1)))
                        : offers);
    }

    private static boolean outside(Money price, Money lowest, Money highest) {
        return price.minor() < lowest.minor() || price.minor() > highest.minor();
    }
}
