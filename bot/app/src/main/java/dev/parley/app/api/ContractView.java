package dev.parley.app.api;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.Versions.Version;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.points.PointTerms;
import dev.parley.core.port.Contracts.Kept;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A contract as the API shows it. {@code manager} and {@code discount}: null for points. */
record ContractView(
        String number,
        Kind kind,
        long customer,
        String zone,
        int anchorDay,
        String firstDay,
        Instant start,
        @Nullable Instant end,
        @Nullable String manager,
        @Nullable Discount discount,
        List<Grouped> groups,
        List<TermsView> versions) {
    /** What it is on. */
    enum Kind {
        POINTS,
        HOURS
    }

    /** Two months as one package. */
    record Grouped(String first, String second, String requestedBy, String agreedBy) {}

    /** One version, with what its kind has. */
    record TermsView(
            int version,
            String from,
            @Nullable Map<Long, Long> sites,
            @Nullable String extraPoint,
            @Nullable Long acceptedUpTo,
            @Nullable Long minutes,
            @Nullable String fee,
            @Nullable String perHour,
            @Nullable Integer stepMinutes,
            @Nullable Long capMinutes,
            @Nullable Boolean askFirst,
            @Nullable List<String> work) {}

    static ContractView of(Kept kept) {
        return switch (kept) {
            case Kept.Points(var points) ->
                view(
                        points.contract(),
                        new Ours(Kind.POINTS, null, null, List.of()),
                        points.contract().versions().all().stream()
                                .map(ContractView::points)
                                .toList());
            case Kept.Hours(var hours) ->
                view(
                        hours.contract(),
                        new Ours(
                                Kind.HOURS,
                                hours.manager(),
                                hours.discount(),
                                hours.groups().stream().map(ContractView::group).toList()),
                        hours.contract().versions().all().stream()
                                .map(ContractView::hours)
                                .toList());
        };
    }

    private record Ours(
            Kind kind, @Nullable String manager, @Nullable Discount discount, List<Grouped> groups) {}

    private static ContractView view(Contract<?> contract, Ours ours, List<TermsView> versions) {
        return new ContractView(
                contract.number(),
                ours.kind,
                contract.customer().number(),
                contract.calendar().zone().getId(),
                contract.calendar().anchorDay(),
                contract.term().firstDay().toString(),
                contract.start(),
                contract.end().orElse(null),
                ours.manager,
                ours.discount,
                ours.groups,
                versions);
    }

    private static Grouped group(Group group) {
        YearMonth second = group.second();
        return new Grouped(
                group.first().toString(),
                second.toString(),
                group.requested().by(),
                group.agreed().by());
    }

    private static TermsView points(Version<PointTerms> version) {
        PointTerms terms = version.terms();
        Map<Long, Long> sites = new TreeMap<>();
        terms.perMonth().forEach((site, points) -> sites.put(site.number(), points));
        var extra = terms.extraPoint();
        return new TermsView(
                version.number(),
                version.from().toString(),
                sites,
                extra == null ? null : extra.toString(),
                terms.acceptedUpTo(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static TermsView hours(Version<HourTerms> version) {
        HourTerms terms = version.terms();
        var rate = terms.overage().rate();
        return new TermsView(
                version.number(),
                version.from().toString(),
                null,
                null,
                null,
                terms.minutes(),
                terms.fee().toString(),
                rate.perHour().toString(),
                rate.stepMinutes(),
                terms.overage().capMinutes(),
                terms.overage().askFirst(),
                terms.work().stream().map(ContractTerms::written).sorted().toList());
    }
}
