package dev.parley.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Credits, points and minutes: what came in, was held and used. */
public final class UnitReport {
    private static final List<ToLongFunction<Moved>> NUMBERS = List.of(
            Moved::opening,
            Moved::granted,
            Moved::used,
            Moved::returned,
            Moved::expired,
            Moved::other,
            Moved::closing,
            Moved::held,
            Moved::overage);

    private UnitReport() {}

    /** The wallets of {@code moved}, which all went through {@code month}. */
    public static Report of(List<Moved> moved, Month month) {
        Map<List<String>, List<Moved>> groups = new TreeMap<>(Names.IN_ORDER);
        for (Moved wallet : moved) {
            String who = month.who().apply(wallet.customer());
            boolean whole = who.equals(Month.WHOLE_DESK) || wallet.site().isEmpty();
            String unit = wallet.unit().name().toLowerCase(Locale.ROOT);
            groups.computeIfAbsent(List.of(who, unit, whole ? Names.NONE : wallet.site()), _ -> new ArrayList<>())
                    .add(wallet);
        }
        return new Report(
                "Units that came in, were held and used in " + month.month(),
                List.of("customer", "unit", "site"),
                List.of(
                        "opening",
                        "came in",
                        "used",
                        "returned",
                        "expired",
                        "other",
                        "closing",
                        "of which held",
                        "overage"),
                2,
                groups.entrySet().stream()
                        .map(group -> new Report.Row(group.getKey(), sums(group.getValue())))
                        .toList());
    }

    private static List<@Nullable Long> sums(List<Moved> wallets) {
        List<@Nullable Long> sums = new ArrayList<>();
        NUMBERS.forEach(number -> sums.add(wallets.stream().mapToLong(number).sum()));
        return sums;
    }
}
