package dev.parley.storage;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.Versions.Version;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointTerms;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts.Why;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Adds to the tables of contracts what a changed contract has and the old one had not. */
final class ContractWrites {
    private static final int MESSAGE_LENGTH_MAX = 1000;
    private static final String MADE_BY_THE_DESK = "desk";

    private final JdbcOperations jdbc;
    private final String by;
    private final OffsetDateTime at;

    ContractWrites(JdbcOperations jdbc, Why why) {
        this.jdbc = jdbc;
        String name = Columns.actorName(why.by().actor());
        by = name.isEmpty() ? MADE_BY_THE_DESK : name;
        at = Columns.time(why.at());
    }

    /** False if its number is taken. */
    boolean contract(Contract<?> contract, String kind) {
        return jdbc.update(
                        """
                        insert into contract (desk, number, kind, customer, zone, anchor_day, first_day, made_by,
                          made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (desk, number) do nothing
                        """,
                        contract.customer().desk(),
                        contract.number(),
                        kind,
                        contract.customer().number(),
                        contract.calendar().zone().getId(),
                        contract.calendar().anchorDay(),
                        contract.term().firstDay(),
                        by,
                        at)
                == 1;
    }

    void points(@Nullable PointsContract old, PointsContract changed) {
        Contract<PointTerms> contract = changed.contract();
        end(old == null ? null : old.contract(), contract);
        fresh(old == null ? null : old.contract(), contract).forEach(version -> version(contract, version));
    }

    void hours(@Nullable HoursContract old, HoursContract changed) {
        Contract<HourTerms> contract = changed.contract();
        end(old == null ? null : old.contract(), contract);
        fresh(old == null ? null : old.contract(), contract).forEach(version -> hoursVersion(contract, version));
        if (old == null || !old.manager().equals(changed.manager())) {
            jdbc.update(
                    """
                    insert into account_manager (desk, number, nth, login, made_by, made_at)
                    select ?, ?, coalesce(max(nth), 0) + 1, ?, ?, ? from account_manager where desk = ? and number = ?
                    """,
                    contract.customer().desk(),
                    contract.number(),
                    changed.manager(),
                    by,
                    at,
                    contract.customer().desk(),
                    contract.number());
        }
        Discount discount = changed.discount();
        if (discount != null && (old == null || !discount.equals(old.discount()))) {
            jdbc.update(
                    """
                    insert into contract_discount (desk, number, from_months, percent, made_by, made_at)
                    values (?, ?, ?, ?, ?, ?)
                    """,
                    contract.customer().desk(),
                    contract.number(),
                    discount.fromMonths(),
                    discount.percent(),
                    by,
                    at);
        }
        changed.groups().stream()
                .filter(group -> old == null || !old.groups().contains(group))
                .forEach(group -> group(contract, group));
    }

    private static <T> List<Version<T>> fresh(@Nullable Contract<T> old, Contract<T> changed) {
        List<Version<T>> all = changed.versions().all();
        return old == null ? all : all.subList(old.versions().all().size(), all.size());
    }

    private void end(@Nullable Contract<?> old, Contract<?> changed) {
        Integer months = changed.term().months();
        if (months != null && (old == null || !months.equals(old.term().months()))) {
            jdbc.update(
                    "insert into contract_end (desk, number, months, made_by, made_at) values (?, ?, ?, ?, ?)",
                    changed.customer().desk(),
                    changed.number(),
                    months,
                    by,
                    at);
        }
    }

    private void version(Contract<PointTerms> contract, Version<PointTerms> version) {
        Money extra = version.terms().extraPoint();
        jdbc.update(
                """
                insert into points_version (desk, number, version, from_month, extra_minor, extra_currency,
                  accepted_up_to, made_by, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract.customer().desk(),
                contract.number(),
                version.number(),
                firstDay(version.from()),
                extra == null ? null : extra.minor(),
                extra == null ? null : extra.currency().getCurrencyCode(),
                version.terms().acceptedUpTo(),
                by,
                at);
        for (Map.Entry<SiteId, Long> site : version.terms().perMonth().entrySet()) {
            jdbc.update(
                    "insert into points_allowance (desk, number, version, site, points) values (?, ?, ?, ?, ?)",
                    contract.customer().desk(),
                    contract.number(),
                    version.number(),
                    site.getKey().number(),
                    site.getValue());
        }
    }

    private void hoursVersion(Contract<HourTerms> contract, Version<HourTerms> version) {
        HourTerms terms = version.terms();
        Money perHour = terms.overage().rate().perHour();
        jdbc.update(
                """
                insert into hours_version (desk, number, version, from_month, minutes, fee_minor, per_hour_minor,
                  currency, step_minutes, cap_minutes, ask_first, work, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract.customer().desk(),
                contract.number(),
                version.number(),
                firstDay(version.from()),
                terms.minutes(),
                terms.fee().minor(),
                perHour.minor(),
                perHour.currency().getCurrencyCode(),
                terms.overage().rate().stepMinutes(),
                terms.overage().capMinutes(),
                terms.overage().askFirst(),
                terms.work().stream().map(Enum::name).sorted().toArray(String[]::new),
                by,
                at);
    }

    private void group(Contract<HourTerms> contract, Group group) {
        Consent requested = group.requested();
        Consent agreed = group.agreed();
        jdbc.update(
                """
                insert into contract_group (desk, number, first_month, requested_by, requested_at, requested_message,
                  agreed_by, agreed_at, agreed_message) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract.customer().desk(),
                contract.number(),
                firstDay(group.first()),
                Columns.id(requested.by()),
                Columns.time(requested.at()),
                Columns.cut(requested.message(), MESSAGE_LENGTH_MAX),
                Columns.id(agreed.by()),
                Columns.time(agreed.at()),
                Columns.cut(agreed.message(), MESSAGE_LENGTH_MAX));
    }

    static LocalDate firstDay(YearMonth month) {
        return month.atDay(1);
    }
}
