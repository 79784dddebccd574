package dev.parley.app.desk;

import dev.parley.core.hours.Discount;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what pays for work. Some keys are promises of the vendor's policy with one value only: Parley does exactly
 * this, and a file that promises otherwise is refused.
 */
final class FundingReader {
    private static final List<Integer> NOTICES = List.of(80, 95, 100);
    private static final int DISCOUNT_MONTHS = 12;
    private static final int DISCOUNT_PERCENT = 10;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Duration STEP_MAX = Duration.ofHours(1);

    private final Section root;
    private final Unit unit;
    private final List<Locale> languages;

    FundingReader(Section root, Unit unit, List<Locale> languages) {
        this.root = root;
        this.unit = unit;
        this.languages = languages;
    }

    Funding read(Collection<WorkKind> services) {
        return switch (unit) {
            case CREDIT -> {
                only("credits", "packages");
                creditPromises(root.section("credits"));
                yield new Funding.Credits(PackageList.read(root.section("packages")));
            }
            case POINT -> {
                only("points");
                yield new Funding.Points(points(root.section("points")));
            }
            case MINUTE -> {
                only("hours");
                yield new Funding.Hours(hours(root.section("hours"), services));
            }
            case DEMAND -> throw new IllegalStateException("no desk file has the unit " + unit);
        };
    }

    /** What pays for another unit's work must not be in the file: nobody would do it. */
    private void only(String... own) {
        for (var key : List.of("credits", "packages", "points", "hours")) {
            if (root.has(key) && !Set.of(own).contains(key)) {
                var keys = "‘" + String.join("’ and ‘", own) + "’";
                root.problem(
                        key,
                        "this desk works by the " + unit.name().toLowerCase(Locale.ROOT),
                        "leave it out; for this unit there is " + keys + ", or change ‘unit’");
            }
        }
    }

    private static void creditPromises(Section section) {
        only(section, "expire", "never");
        only(section, "cover", "all licences");
        only(section, "charged-per", "ticket");
        section.get("issues-per-ticket", Kind.whole(1, 1), 1L);
    }

    private static PointDefaults points(Section section) {
        only(section, "counted-per", "site and month");
        only(section, "unused", "expire");
        only(section, "first-month", "whole");
        var acceptedUpTo = section.get("accepted-up-to", Kind.whole(0, PointTerms.POINTS_MAX), 0L);
        return new PointDefaults(extraPoint(section), acceptedUpTo);
    }

    private static @Nullable Money extraPoint(Section section) {
        var priced = section.has("extra-point");
        var inCurrency = section.has("currency");
        if (!priced && !inCurrency) {
            return null;
        }
        if (priced && !inCurrency) {
            section.problem("extra-point", "its currency is missing", "add a line such as ‘currency: USD’ (ISO 4217)");
            return null;
        }
        return Till.of(section).positive(section, "extra-point");
    }

    private HourDefaults hours(Section section, Collection<WorkKind> services) {
        only(section, "counted-in", "minutes");
        only(section, "unused", "expire");
        notices(section);
        var till = Till.of(section);
        var step = step(section);
        var overage = overage(section.section("overage"), till, step);
        var onDemand = new HourlyRate(till.get(section, "on-demand-per-hour"), step);
        var discount = discount(section.section("discount"));
        var preempts = section.get("on-demand-level-1-preempts", Kind.FLAG, false);
        var provisional = section.get("prices-are", PackageList.PROVISIONAL);
        return new HourDefaults(
                packages(section, till, overage, services), provisional, overage, onDemand, discount, preempts);
    }

    private static void notices(Section section) {
        var notices = section.list("notices-at", Kind.PERCENT, NOTICES);
        if (section.sound() && !notices.equals(NOTICES)) {
            section.problem("notices-at", "customers are told at other marks", "Parley knows only [80 %, 95 %, 100 %]");
        }
    }

    private static int step(Section section) {
        var step = section.get("rounded-up-to", Kind.TIME, STEP);
        if (step.compareTo(STEP_MAX) > 0) {
            section.problem("rounded-up-to", "bills are rounded by more than an hour", "1 minute to 1 hour");
            return 1;
        }
        return (int) step.toMinutes();
    }

    private static Overage overage(Section section, Till till, int step) {
        var rate = new HourlyRate(till.get(section, "per-hour"), step);
        var cap = section.has("cap") ? section.get("cap", Kind.TIME).toMinutes() : null;
        return new Overage(rate, cap, section.get("ask-first", Kind.FLAG, false));
    }

    private static Discount discount(Section section) {
        var months = section.get("from-months", Kind.whole(1, 120), (long) DISCOUNT_MONTHS);
        var percent = section.get("percent", Kind.PERCENT, DISCOUNT_PERCENT);
        return new Discount(months.intValue(), percent);
    }

    private List<HourDefaults.HourPackage> packages(
            Section section, Till till, Overage overage, Collection<WorkKind> services) {
        var packages = new ArrayList<HourDefaults.HourPackage>();
        var keys = new HashSet<String>();
        for (var each : section.sections("packages")) {
            var key = each.get("key", Kind.SLUG_NAME);
            if (!keys.add(key)) {
                each.problem("key", "‘" + key + "’ is here twice", "give each package its own name");
            }
            var titles = Titles.read(each, languages);
            var minutes = each.get("time", Kind.TIME).toMinutes();
            if (minutes > HourTerms.MINUTES_MAX) {
                each.problem("time", "more than anybody can work in a month", "the time of one month");
                minutes = HourTerms.MINUTES_MAX;
            }
            var fee = till.get(each, "fee");
            packages.add(new HourDefaults.HourPackage(
                    key, titles, new HourTerms(minutes, fee, Set.copyOf(services), overage)));
        }
        return packages;
    }

    private static void only(Section section, String key, String value) {
        section.get(key, Kind.choice(Map.of(value, true), true), true);
    }
}
