package dev.parley.testkit;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Term;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import dev.parley.core.points.PointsContract;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ready-made contracts. */
public final class Deals {
    /** Staff who manage the accounts of packages. */
    public static final String MANAGER = "morgan";

    /** Where contracts are at home unless they say otherwise. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Currency USD = Currency.getInstance("USD");

    private Deals() {}

    /** Dollars in cents. */
    public static Money usd(long minor) {
        return new Money(USD, minor);
    }

    /** {@code points} a month for each of {@code sites}, extra points at 25.00 USD. */
    public static PointTerms points(long points, SiteId... sites) {
        Map<SiteId, Long> perMonth = new HashMap<>();
        List.of(sites).forEach(site -> perMonth.put(site, points));
        return new PointTerms(perMonth, usd(25_00), 0);
    }

    /** A contract on points from {@code firstDay} on, without an end if {@code months} is null. */
    public static PointsContract onPoints(
            String number, CustomerId customer, String firstDay, @Nullable Integer months, PointTerms terms) {
        return onPoints(number, customer, new Cycles(firstDay, months, ZONE), terms);
    }

    /** The same in another zone. */
    public static PointsContract onPoints(String number, CustomerId customer, Cycles cycles, PointTerms terms) {
        Term term = new Term(LocalDate.parse(cycles.firstDay), cycles.months);
        return new PointsContract(
                Contract.begin(number, customer, CycleCalendar.calendarMonths(cycles.zone), term, terms));
    }

    /** {@code minutes} a month of all kinds of work but training, for 1,000.00 USD, 120.00 an hour beyond. */
    public static HourTerms hours(long minutes) {
        return hours(minutes, null, false);
    }

    /** The same with a cap on the minutes beyond (null: none), or with a question before them. */
    public static HourTerms hours(long minutes, @Nullable Long cap, boolean askFirst) {
        Set<WorkKind> work = Set.of(
                WorkKind.MONITORING,
                WorkKind.SECURITY_UPDATES,
                WorkKind.TROUBLESHOOTING,
                WorkKind.DESIGN_CHANGES,
                WorkKind.DEVELOPMENT,
                WorkKind.PROJECT_MANAGEMENT,
                WorkKind.QUALITY_ASSURANCE);
        return new HourTerms(minutes, usd(1_000_00), work, new Overage(new HourlyRate(usd(120_00), 15), cap, askFirst));
    }

    /** A package whose cycles begin on the day of the month it begins on, managed by {@value #MANAGER}. */
    public static HoursContract onHours(
            String number, CustomerId customer, String firstDay, @Nullable Integer months, HourTerms terms) {
        return onHours(number, customer, new Cycles(firstDay, months, ZONE), terms);
    }

    /** The same in another zone. */
    public static HoursContract onHours(String number, CustomerId customer, Cycles cycles, HourTerms terms) {
        LocalDate first = LocalDate.parse(cycles.firstDay);
        Contract<HourTerms> contract = Contract.begin(
                number,
                customer,
                new CycleCalendar(first.getDayOfMonth(), cycles.zone),
                new Term(first, cycles.months),
                terms);
        return allowed(HoursContract.activate(contract, MANAGER));
    }

    /** What a ruling allows; anything else is a defect of the test. */
    public static <T> T allowed(Ruling<T> ruling) {
        return switch (ruling) {
            case Ruling.Allowed<T>(var value) -> value;
            case Ruling.Refused<T>(var wrong, var right) -> throw new AssertionError(wrong + "; " + right);
        };
    }

    /** When a contract begins, for how many months (null: without an end), and where. */
    public record Cycles(String firstDay, @Nullable Integer months, ZoneId zone) {}
}
