package dev.parley.core.purchase;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The packages on sale (C-01, C-02).
 *
 * @param offers 1 to {@value #OFFERS_MAX}, ascending by units, each size once, all of one currency
 */
public record OfferList(List<Offer> offers) {
    /** What still fits a page. */
    public static final int OFFERS_MAX = 50;

    public OfferList {
        offers = List.copyOf(offers);
        if (offers.isEmpty() || offers.size() > OFFERS_MAX) {
            throw new IllegalArgumentException(offers.size() + " packages are not 1 to " + OFFERS_MAX);
        }
        for (var i = 1; i < offers.size(); i++) {
            var offer = offers.get(i);
            var before = offers.get(i - 1);
            if (offer.units() <= before.units()
                    || !offer.price().currency().equals(before.price().currency())) {
                throw new IllegalArgumentException(offer + " does not follow " + before);
            }
        }
    }

    /** The package of exactly {@code units}: no other size can be bought. */
    public Ruling<Offer> sized(long units) {
        return offers.stream()
                .filter(o -> o.units() == units)
                .findFirst()
                .<Ruling<Offer>>map(Allowed::new)
                .orElseGet(() -> new Refused<>("there is no package of " + units, "one of " + sizes()));
    }

    private String sizes() {
        return offers.stream().map(o -> String.valueOf(o.units())).collect(Collectors.joining(", "));
    }

    /** The smallest package with {@code missing} credits, or the largest there is. */
    public Offer covering(long missing) {
        return offers.stream().filter(o -> o.units() >= missing).findFirst().orElseGet(offers::getLast);
    }
}
