package dev.parley.app.desk;

import dev.parley.core.policy.Category;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.policy.PriceRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the price list. */
final class CategoryList {
    private static final int TIERS = 3;
    private static final int VERSIONS_MAX = 1_000;
    private static final Kind<Boolean> FLAG = Kind.choice(Map.of("true", true, "false", false), false);
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

    private final List<Locale> languages;
    private final List<Category> categories = new ArrayList<>();
    private final Map<String, Map<Locale, String>> titles = new HashMap<>();

    /** When a yes is needed before the work. */
    private enum Confirmation {
        NEVER,
        UNLESS_AGREED,
        ALWAYS
    }

    CategoryList(Section root, List<Locale> languages) {
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

    private void add(Section section) {
        var key = section.get("key", Kind.SLUG_NAME);
        if (titles.containsKey(key)) {
            section.problem("key", "‘" + key + "’ is here twice", "give each category its own name");
        }
        var title = Titles.read(section, languages);
        var tier = section.get("category", Kind.whole(1, TIERS)).intValue();
        var price = price(section);
        var confirmation = section.get("confirmation", CONFIRMATION);
        var negotiable = section.get("negotiable", FLAG, false);
        if (section.sound()) {
            check(section, tier, price, confirmation, negotiable);
        }
        titles.put(key, title);
        categories.add(new Category(
                new CategoryKey(tier, key),
                title.getOrDefault(languages.getFirst(), key),
                price,
                confirmation != Confirmation.NEVER,
                negotiable,
                confirmation != Confirmation.ALWAYS));
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
