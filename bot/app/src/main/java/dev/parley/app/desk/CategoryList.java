package dev.parley.app.desk;

import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.PriceRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the price list. */
final class CategoryList {
    private static final int TIERS = 3;
    private static final int VERSIONS_MAX = 1_000;
    private static final Kind<Long> AMOUNT = Kind.whole(1, PriceRule.AMOUNT_MAX);
    private static final Kind<Long> FIXED = new Kind<>(
            "not a price",
            "write 1 to " + PriceRule.AMOUNT_MAX
                    + ", {from: 20}, or {upgrade: 20, covers-versions: 2, each-following: 5}",
            1L,
            AMOUNT.read());
    private static final Kind<Confirmation> CONFIRMATION = Kind.choice(
            Map.of(
                    "never", Confirmation.NEVER,
                    "unless agreed in advance", Confirmation.UNLESS_AGREED,
                    "always", Confirmation.ALWAYS),
            Confirmation.ALWAYS);

    private static final Kind<WorkKind> SERVICE = Kind.choice(
            Arrays.stream(WorkKind.values())
                    .collect(Collectors.toMap(
                            kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), Function.identity())),
            WorkKind.TROUBLESHOOTING);

    private final Unit unit;
    private final List<Locale> languages;
    private final List<Category> categories = new ArrayList<>();
    private final Map<String, Map<Locale, String>> titles = new HashMap<>();
    private final Map<String, WorkKind> services = new HashMap<>();
    private final Map<String, String> selfService = new HashMap<>();

    /** When a yes is needed before the work. */
    private enum Confirmation {
        NEVER,
        UNLESS_AGREED,
        ALWAYS
    }

    CategoryList(Section root, Unit unit, List<Locale> languages) {
        this.unit = unit;
        this.languages = languages;
        root.sections("categories").forEach(this::add);
    }

    List<Category> categories() {
        return categories;
    }

    /** What customers read, by the category's key and language. */
    Map<String, Map<Locale, String>> titles() {
        return titles;
    }

    /** What a package may include, by the category's key; empty unless the unit is the minute (H-01). */
    Map<String, WorkKind> services() {
        return services;
    }

    /** Where customers read how to do it themselves, by the category's key (P-11). */
    Map<String, String> selfService() {
        return selfService;
    }

    private void add(Section section) {
        var key = section.get("key", Kind.SLUG_NAME);
        if (titles.containsKey(key)) {
            section.problem("key", "‘" + key + "’ is here twice", "give each category its own name");
        }
        var title = Titles.read(section, languages);
        titles.put(key, title);
        if (section.has("self-service")) {
            selfService.put(key, section.get("self-service", Kind.PAGE_LINK));
        }
        var shown = title.getOrDefault(languages.getFirst(), key);
        categories.add(
                switch (unit) {
                    case CREDIT -> ofCredits(section, key, shown);
                    case POINT -> ofPoints(section, key, shown);
                    case MINUTE -> ofTime(section, key, shown);
                    case DEMAND -> throw new IllegalStateException("no desk file has the unit " + unit);
                });
    }

    private static Category ofCredits(Section section, String key, String title) {
        var tier = section.get("category", Kind.whole(1, TIERS)).intValue();
        var price = price(section);
        var confirmation = section.get("confirmation", CONFIRMATION);
        var negotiable = section.get("negotiable", Kind.FLAG, false);
        if (section.sound()) {
            check(section, tier, price, confirmation, negotiable);
        }
        return new Category(
                new CategoryKey(tier, key),
                title,
                price,
                confirmation != Confirmation.NEVER,
                negotiable,
                confirmation != Confirmation.ALWAYS);
    }

    /** Support attaches the points before the work; the contract may agree to so many in advance (P-12, P-13, P-20). */
    private static Category ofPoints(Section section, String key, String title) {
        without(section, List.of("category", "negotiable"), "points have no categories 1 to 3 and are not negotiated");
        var price = section.has("price") ? price(section) : new PriceRule.From(1);
        var confirmation = section.get("confirmation", CONFIRMATION, Confirmation.UNLESS_AGREED);
        if (confirmation == Confirmation.NEVER) {
            var right = "‘unless agreed in advance’ or ‘always’ (P-20)";
            section.problem("confirmation", "no points are charged without agreement", right);
        }
        return new Category(
                new CategoryKey(TIERS, key), title, price, true, false, confirmation != Confirmation.ALWAYS);
    }

    /** Within a package time is counted as it is worked; a price in minutes is for work on demand (H-05). */
    private Category ofTime(Section section, String key, String title) {
        without(
                section,
                List.of("category", "price", "confirmation", "negotiable"),
                "time is counted as it is worked, not priced");
        services.put(key, section.get("service", SERVICE));
        return new Category(new CategoryKey(TIERS, key), title, new PriceRule.From(1), true, false, true);
    }

    private static void without(Section section, List<String> keys, String why) {
        keys.stream().filter(section::has).forEach(key -> section.problemOfKey(key, why, "leave it out"));
    }

    private static PriceRule price(Section section) {
        if (!section.hasSection("price")) {
            return new PriceRule.Fixed(section.get("price", FIXED));
        }
        var price = section.section("price");
        if (!price.has("from") && !price.has("upgrade")) {
            section.problem("price", "neither ‘from’ nor ‘upgrade’ is here", FIXED.right());
            return new PriceRule.Fixed(1);
        }
        if (price.has("from")) {
            return new PriceRule.From(price.get("from", AMOUNT));
        }
        return new PriceRule.Upgrade(
                price.get("upgrade", AMOUNT),
                price.get("covers-versions", Kind.whole(1, VERSIONS_MAX)).intValue(),
                price.get("each-following", Kind.whole(0, PriceRule.AMOUNT_MAX)));
    }

    private static void check(
            Section section, int tier, PriceRule price, Confirmation confirmation, boolean negotiable) {
        var set = price instanceof PriceRule.From;
        if (negotiable && !set) {
            section.problem("negotiable", "this price is fixed", "only a price ‘from’ is negotiable (C-10)");
        }
        if (set && confirmation != Confirmation.ALWAYS) {
            var right = "a price ‘from’ is agreed with the customer: ‘always’ (C-14a)";
            section.problem("confirmation", "nobody can agree in advance to a price that is not fixed", right);
        }
        if (!set && tier > 1 && confirmation == Confirmation.NEVER) {
            var right = "‘unless agreed in advance’ or ‘always’ (C-18)";
            section.problem("confirmation", "work of category " + tier + " needs a yes first", right);
        }
    }
}
