package dev.parley.core.policy;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.PriceRule.Fixed;
import dev.parley.core.policy.PriceRule.From;
import dev.parley.core.policy.PriceRule.Upgrade;
import dev.parley.core.policy.UpgradePath.Patches;
import dev.parley.core.policy.UpgradePath.Releases;
import dev.parley.core.policy.UpgradePath.Same;
import dev.parley.core.policy.UpgradePath.Uncounted;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The categories and the only place where a price comes from: a rule of the list, or a specialist within what the
 * list allows, never a text.
 *
 * @param catalogue the published releases upgrades are counted in
 */
public record PriceList(Unit unit, List<Category> categories, ReleaseCatalogue catalogue) {
    /** The longest scope a quote carries, in characters. */
    public static final int SCOPE_CHARS_MAX = 2_000;

    /** Two versions where one belongs: whoever writes that means two installations. */
    private static final Pattern SEVERAL = Pattern.compile("\\d+\\.\\d+\\.\\d+.*[\\s,;/+&].*\\d+\\.\\d+\\.\\d+");

    private static final int SHOWN_CHARS_MAX = 60;

    public PriceList {
        categories = List.copyOf(categories);
    }

    /** A price list without a list of releases. */
    public PriceList(Unit unit, List<Category> categories) {
        this(unit, categories, ReleaseCatalogue.NONE);
    }

    /** What work of category {@code key} costs, or what is wrong with asking so. */
    public Pricing price(String key, PriceInput input) {
        if (input.scope().strip().length() > SCOPE_CHARS_MAX) {
            return new Pricing.Refused(
                    "the scope has " + input.scope().strip().length() + " characters",
                    "say it in at most " + SCOPE_CHARS_MAX);
        }
        return categories.stream()
                .filter(c -> c.key().key().equals(key))
                .findFirst()
                .map(c -> price(c, input))
                .orElseGet(() -> new Pricing.Refused("there is no category ‘" + key + "’", "one of " + keys()));
    }

    private Pricing price(Category category, PriceInput input) {
        return switch (category.price()) {
            case Fixed(var amount) -> fixed(category, amount, input);
            case From from -> from(category, from, input);
            case Upgrade upgrade -> upgrade(category, upgrade, input);
        };
    }

    private Pricing fixed(Category category, long listed, PriceInput input) {
        if (hasVersions(input)) {
            return versionsDoNotBelong(category);
        }
        if (input.amount() != null && input.amount() != listed) {
            return new Pricing.Refused(
                    named(category) + " costs " + units(listed) + ", not " + input.amount(),
                    "leave the amount out, or choose another category");
        }
        return priced(category, listed, input);
    }

    private Pricing from(Category category, From rule, PriceInput input) {
        if (hasVersions(input)) {
            return versionsDoNotBelong(category);
        }
        if (input.amount() == null) {
            return new Pricing.Refused(
                    named(category) + " has no fixed price", "give an amount of at least " + units(rule.minimum()));
        }
        if (!rule.allows(input.amount())) {
            return outside(category, rule.minimum(), input.amount());
        }
        if (input.scope().isBlank()) {
            return new Pricing.Refused(
                    named(category) + " is agreed with the customer and has no scope",
                    "say in a sentence what the customer gets for it");
        }
        return priced(category, input.amount(), input);
    }

    private Pricing upgrade(Category category, Upgrade rule, PriceInput input) {
        var from = input.from();
        var to = input.to();
        if (from == null || to == null) {
            return new Pricing.Refused(
                    named(category) + " is priced by its two versions",
                    "give the version it starts at and the version it ends at, such as 4.3.1 and 4.3.9");
        }
        if (SEVERAL.matcher(from).find() || SEVERAL.matcher(to).find()) {
            return new Pricing.Refused(
                    "‘" + shown(from) + "’ to ‘" + shown(to) + "’ are several installations",
                    "one installation on each ticket: split the ticket, then price each (C-12e, C-24)");
        }
        return switch (UpgradePath.between(from, to, catalogue)) {
            case Patches(var versions) -> counted(category, rule.price(versions), input);
            case Same(var version) ->
                new Pricing.Refused(
                        "from " + version + " to " + version + " is no upgrade",
                        "give the two versions of the upgrade that was made, or choose another category");
            case Releases(var versions) -> suggested(category, rule, versions, input);
            case Uncounted(var why) -> uncounted(category, rule, why, input);
        };
    }

    private static String shown(String versions) {
        return versions.substring(0, Math.min(versions.length(), SHOWN_CHARS_MAX));
    }

    private Pricing counted(Category category, long price, PriceInput input) {
        if (price > PriceRule.AMOUNT_MAX || (input.amount() != null && input.amount() != price)) {
            return new Pricing.Refused(
                    "an upgrade from " + input.from() + " to " + input.to() + " costs " + units(price)
                            + (input.amount() == null ? "" : ", not " + input.amount()),
                    "leave the amount out, or mend the versions");
        }
        var scope = input.scope().isBlank()
                ? category.title() + " (" + input.from() + " → " + input.to() + ")"
                : input.scope();
        return priced(category, price, PriceInput.listed(scope));
    }

    private Pricing suggested(Category category, Upgrade rule, int versions, PriceInput input) {
        var way = versions == 1 ? "is 1 release" : "are " + versions + " releases";
        return uncounted(
                category,
                rule,
                "from " + input.from() + " to " + input.to() + " is more than patch versions; on the way there " + way
                        + ", for which " + units(rule.price(versions)) + " are suggested",
                input);
    }

    /**
     * Outside the formula a specialist may set the price, never below that of the smallest upgrade; it is agreed with
     * the customer, whatever was agreed in advance (C-12b).
     */
    private Pricing uncounted(Category category, Upgrade rule, String why, PriceInput input) {
        if (input.amount() == null) {
            return new Pricing.Refused(
                    "no automatic price: " + why, "give a specialist's amount of at least " + units(rule.base()));
        }
        if (!new From(rule.base()).allows(input.amount())) {
            return outside(category, rule.base(), input.amount());
        }
        return new Pricing.Priced(category.key(), input.amount(), true, scope(category, input));
    }

    private static Pricing priced(Category category, long amount, PriceInput input) {
        return new Pricing.Priced(category.key(), amount, category.negotiable(), scope(category, input));
    }

    private static String scope(Category category, PriceInput input) {
        return input.scope().isBlank() ? category.title() : input.scope().strip();
    }

    private Pricing outside(Category category, long minimum, long amount) {
        return amount < minimum
                ? new Pricing.Refused(
                        named(category) + " costs at least " + units(minimum) + ", not " + amount,
                        "give an amount of at least " + units(minimum))
                : new Pricing.Refused(
                        units(amount) + " are above the limit of " + PriceRule.AMOUNT_MAX, "check the amount");
    }

    private static Pricing versionsDoNotBelong(Category category) {
        return new Pricing.Refused(
                named(category) + " does not depend on versions", "leave the versions out, or choose an upgrade");
    }

    private static boolean hasVersions(PriceInput input) {
        return input.from() != null || input.to() != null;
    }

    private static String named(Category category) {
        return "category ‘" + category.key().key() + "’";
    }

    private String units(long amount) {
        return amount + " " + unit.name().toLowerCase(Locale.ROOT) + (amount == 1 ? "" : "s");
    }

    private String keys() {
        return categories.stream().map(c -> c.key().key()).collect(Collectors.joining(", "));
    }
}
