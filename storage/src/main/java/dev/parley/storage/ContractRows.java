package dev.parley.storage;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.CycleCalendar;
import dev.parley.core.contract.Term;
import dev.parley.core.contract.Versions;
import dev.parley.core.contract.Versions.Version;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Overage;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.storage.Statements.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contracts as they stand in their tables; all that is asked for comes in one round trip. */
final class ContractRows {
    /** Where the numbers of the contracts stand in the queries below. */
    private static final String WANTED = ":wanted";

    private static final String HEADS = """
        select c.desk, c.number, c.kind, c.customer, c.zone, c.anchor_day, c.first_day, e.months,
               d.from_months, d.percent,
               (select login from account_manager m where m.desk = c.desk and m.number = c.number
                 order by nth desc limit 1) as manager
          from contract c
          left join contract_end e on e.desk = c.desk and e.number = c.number
          left join contract_discount d on d.desk = c.desk and d.number = c.number
         where (c.desk, c.number) in (:wanted) order by c.number collate "C"
        """;

    private static final String POINTS = """
        select v.*, a.site, a.points, c.customer
          from points_version v
          join contract c on c.desk = v.desk and c.number = v.number
          left join points_allowance a on a.desk = v.desk and a.number = v.number and a.version = v.version
         where (v.desk, v.number) in (:wanted) order by v.number, v.version
        """;

    private static final String HOURS =
            "select * from hours_version where (desk, number) in (:wanted) order by version";

    private static final String GROUPS =
            "select * from contract_group where (desk, number) in (:wanted) order by first_month";

    private final Statements statements;

    ContractRows(Statements statements) {
        this.statements = statements;
    }

    Optional<Kept> find(ContractId id) {
        return load("desk = ? and number = ?", id.desk(), id.number()).stream().findFirst();
    }

    List<Kept> list(String desk, String after, int max) {
        return load("desk = ? and number collate \"C\" > ? order by number collate \"C\" limit ?", desk, after, max);
    }

    Stream<PointsContract> pointsOf(CustomerId customer) {
        return of(customer, "POINTS").stream()
                .filter(Kept.Points.class::isInstance)
                .map(kept -> ((Kept.Points) kept).points());
    }

    Stream<HoursContract> hoursOf(CustomerId customer) {
        return hours(of(customer, "HOURS"));
    }

    /** Of any of these customers of the desk. */
    Stream<HoursContract> hoursOf(String desk, Long[] customers) {
        return hours(load("desk = ? and customer = any (?) and kind = 'HOURS'", desk, customers));
    }

    private static Stream<HoursContract> hours(List<Kept> kept) {
        return kept.stream().filter(Kept.Hours.class::isInstance).map(each -> ((Kept.Hours) each).hours());
    }

    private List<Kept> of(CustomerId customer, String kind) {
        return load("desk = ? and customer = ? and kind = ?", customer.desk(), customer.number(), kind);
    }

    /** Of contracts of which at most one runs at a time, the one that began last, else the next to begin. */
    static Comparator<Contract<?>> nearest(Instant now) {
        Comparator<Contract<?>> begun =
                Comparator.comparing(contract -> contract.start().isAfter(now));
        return begun.thenComparing((one, other) -> one.start().isAfter(now)
                ? one.start().compareTo(other.start())
                : other.start().compareTo(one.start()));
    }

    private List<Kept> load(String condition, Object... arguments) {
        String wanted = "select desk, number from contract where " + condition;
        Query<Head> heads = new Query<>(HEADS.replace(WANTED, wanted), (row, _) -> head(row), arguments);
        Query<PointsLine> points = new Query<>(POINTS.replace(WANTED, wanted), (row, _) -> pointsLine(row), arguments);
        Query<Line<Version<HourTerms>>> hours =
                new Query<>(HOURS.replace(WANTED, wanted), (row, _) -> hoursLine(row), arguments);
        Query<Line<Group>> groups = new Query<>(GROUPS.replace(WANTED, wanted), (row, _) -> group(row), arguments);
        statements.flush();
        statements.apart(heads, points, hours, groups);
        return heads.rows().stream()
                .map(head -> head.kind.equals("POINTS")
                        ? new Kept.Points(points(head, points.rows()))
                        : (Kept) new Kept.Hours(hours(head, of(head, hours.rows()), of(head, groups.rows()))))
                .toList();
    }

    private static <T> List<T> of(Head head, List<Line<T>> lines) {
        return lines.stream()
                .filter(line -> line.number.equals(head.number))
                .map(Line::value)
                .toList();
    }

    private static PointsContract points(Head head, List<PointsLine> lines) {
        Map<Integer, List<PointsLine>> versions = lines.stream()
                .filter(line -> line.number.equals(head.number))
                .collect(Collectors.groupingBy(PointsLine::version));
        return new PointsContract(head.contract(versions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(version -> pointsVersion(version.getValue()))
                .toList()));
    }

    private static Version<PointTerms> pointsVersion(List<PointsLine> lines) {
        PointsLine first = lines.getFirst();
        Map<SiteId, Long> perMonth = new HashMap<>();
        for (PointsLine line : lines) {
            if (line.site != null) {
                perMonth.put(line.site, line.points);
            }
        }
        return new Version<>(first.version, first.from, new PointTerms(perMonth, first.extra, first.acceptedUpTo));
    }

    private static HoursContract hours(Head head, List<Version<HourTerms>> versions, List<Group> groups) {
        return new HoursContract(head.contract(versions), Objects.requireNonNull(head.manager), head.discount, groups);
    }

    private static Head head(ResultSet row) throws SQLException {
        int percent = row.getInt("percent");
        Discount discount = row.wasNull() ? null : new Discount(row.getInt("from_months"), percent);
        int months = row.getInt("months");
        Integer ends = row.wasNull() ? null : months;
        return new Head(
                Columns.string(row, "number"),
                Columns.string(row, "kind"),
                new CustomerId(Columns.string(row, "desk"), row.getLong("customer")),
                new CycleCalendar(row.getInt("anchor_day"), ZoneId.of(Columns.string(row, "zone"))),
                new Term(row.getObject("first_day", LocalDate.class), ends),
                row.getString("manager"),
                discount);
    }

    private static PointsLine pointsLine(ResultSet row) throws SQLException {
        String currency = row.getString("extra_currency");
        Money extra = currency == null ? null : new Money(Currency.getInstance(currency), row.getLong("extra_minor"));
        Long site = Columns.longOrNull(row, "site");
        return new PointsLine(
                Columns.string(row, "number"),
                row.getInt("version"),
                month(row, "from_month"),
                extra,
                row.getLong("accepted_up_to"),
                site == null
                        ? null
                        : new SiteId(new CustomerId(Columns.string(row, "desk"), row.getLong("customer")), site),
                row.getLong("points"));
    }

    private static Line<Version<HourTerms>> hoursLine(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(Columns.string(row, "currency"));
        HourlyRate rate =
                new HourlyRate(new Money(currency, row.getLong("per_hour_minor")), row.getInt("step_minutes"));
        Set<WorkKind> work =
                Columns.strings(row, "work").stream().map(WorkKind::valueOf).collect(Collectors.toUnmodifiableSet());
        HourTerms terms = new HourTerms(
                row.getLong("minutes"),
                new Money(currency, row.getLong("fee_minor")),
                work,
                new Overage(rate, Columns.longOrNull(row, "cap_minutes"), row.getBoolean("ask_first")));
        return new Line<>(
                Columns.string(row, "number"), new Version<>(row.getInt("version"), month(row, "from_month"), terms));
    }

    private static Line<Group> group(ResultSet row) throws SQLException {
        return new Line<>(
                Columns.string(row, "number"),
                new Group(month(row, "first_month"), consent(row, "requested"), consent(row, "agreed")));
    }

    private static Consent consent(ResultSet row, String which) throws SQLException {
        return new Consent(
                Columns.string(row, which + "_by"),
                Columns.instant(row, which + "_at"),
                Columns.string(row, which + "_message"));
    }

    static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private record Head(
            String number,
            String kind,
            CustomerId customer,
            CycleCalendar calendar,
            Term term,
            @Nullable String manager,
            @Nullable Discount discount) {
        <T> Contract<T> contract(List<Version<T>> versions) {
            return new Contract<>(number, customer, calendar, term, new Versions<>(versions));
        }
    }

    private record Line<T>(String number, T value) {}

    private record PointsLine(
            String number,
            int version,
            YearMonth from,
            @Nullable Money extra,
            long acceptedUpTo,
            @Nullable SiteId site,
            long points) {}
}
