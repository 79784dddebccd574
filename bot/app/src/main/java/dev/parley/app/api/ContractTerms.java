package dev.parley.app.api;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Terms as billing writes them; what is left out stays as it is.
 *
 * @param sites points a month by site number; replaces those of all sites
 * @param extraPointMinor what an extra point costs; 0 to sell none
 * @param acceptedUpTo the highest charge agreed to once and for all, in points
 * @param minutes what a cycle holds
 * @param feeMinor what a cycle costs
 * @param perHourMinor what an hour beyond costs
 * @param currency of all amounts, such as USD
 * @param stepMinutes what bills are rounded up to
 * @param capMinutes the most minutes over in a cycle; -1 for no such limit
 * @param askFirst whether the customer's yes is needed before any minute over
 * @param work what may be done from the package
 */
record ContractTerms(
        @Nullable Map<Long, Long> sites,
        @Nullable Long extraPointMinor,
        @Nullable Long acceptedUpTo,
        @Nullable Long minutes,
        @Nullable Long feeMinor,
        @Nullable Long perHourMinor,
        @Nullable String currency,
        @Nullable Integer stepMinutes,
        @Nullable Long capMinutes,
        @Nullable Boolean askFirst,
        @Nullable List<String> work) {
    private static final int STEP_MINUTES = 15;
    private static final int SITES_MAX = 1_000;

    PointTerms points(CustomerId customer, @Nullable PointTerms old) {
        Map<SiteId, Long> perMonth = old == null ? Map.of() : old.perMonth();
        if (sites != null) {
            StaffActions.within("sites", sites.size(), 0, SITES_MAX);
            Map<SiteId, Long> asked = new HashMap<>();
            sites.forEach((site, points) -> asked.put(new SiteId(customer, site), points));
            perMonth = asked;
        }
        Money extra = old == null ? null : old.extraPoint();
        if (extraPointMinor != null) {
            extra = extraPointMinor == 0 ? null : new Money(currency(extra), extraPointMinor);
        }
        long accepted = acceptedUpTo != null ? acceptedUpTo : old == null ? 0 : old.acceptedUpTo();
        return new PointTerms(perMonth, extra, accepted);
    }

    HourTerms hours(@Nullable HourTerms old) {
        Currency in = currency(old == null ? null : old.fee());
        Overage before = old == null ? null : old.overage();
        Money fee = new Money(
                in, either("feeMinor", feeMinor, old == null ? null : old.fee().minor()));
        Money perHour = new Money(
                in,
                either(
                        "perHourMinor",
                        perHourMinor,
                        before == null ? null : before.rate().perHour().minor()));
        int step = stepMinutes != null
                ? stepMinutes
                : before == null ? STEP_MINUTES : before.rate().stepMinutes();
        Long cap =
                capMinutes == null ? (before == null ? null : before.capMinutes()) : capMinutes < 0 ? null : capMinutes;
        boolean asks = askFirst != null ? askFirst : before != null && before.askFirst();
        return new HourTerms(
                either("minutes", minutes, old == null ? null : old.minutes()),
                fee,
                work(old),
                new Overage(new HourlyRate(perHour, step), cap, asks));
    }

    private Set<WorkKind> work(@Nullable HourTerms old) {
        if (work == null) {
            return old == null ? Set.of(WorkKind.values()) : old.work();
        }
        return work.stream().map(ContractTerms::kind).collect(Collectors.toUnmodifiableSet());
    }

    /** A kind of work as staff write it, such as {@code design-changes}. */
    static WorkKind kind(String text) {
        return Arrays.stream(WorkKind.values())
                .filter(kind -> written(kind).equals(text))
                .findFirst()
                .orElseThrow(() -> ApiProblem.bad("There is no kind of work ‘" + text + "’; give one of "
                        + Arrays.stream(WorkKind.values())
                                .map(ContractTerms::written)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    static String written(WorkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long either(String name, @Nullable Long asked, @Nullable Long old) {
        if (asked == null && old == null) {
            throw ApiProblem.bad("‘" + name + "’ is missing; a new contract needs it.");
        }
        return asked != null ? asked : old == null ? 0 : old;
    }

    private Currency currency(@Nullable Money old) {
        if (currency == null && old != null) {
            return old.currency();
        }
        String code = StaffActions.required("currency", currency, "one such as USD");
        return parsed("currency", code, Currency::getInstance, "one such as USD");
    }

    /** The text read, or what is wrong with it. */
    static <T> T parsed(String name, String text, Function<String, T> reader, String right) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw ApiProblem.bad("‘" + name + "’ is ‘" + text + "’; give " + right + ".");
        }
    }
}
