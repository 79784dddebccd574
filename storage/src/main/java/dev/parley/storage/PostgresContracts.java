package dev.parley.storage;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Transaction.AuditLine;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Contracts as billing changes them; whoever changes one of a customer waits for whoever changes another. */
final class PostgresContracts implements Contracts {
    private final Transactions transactions;

    PostgresContracts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Ruling<PointsContract> begin(PointsContract contract, Why why) {
        return transactions.run(jdbc -> points(jdbc, why).begin(contract, contract.contract()));
    }

    @Override
    public Ruling<HoursContract> begin(HoursContract contract, Why why) {
        return transactions.run(jdbc -> hours(jdbc, why).begin(contract, contract.contract()));
    }

    @Override
    public Ruling<PointsContract> changePoints(
            ContractId id, Function<PointsContract, Ruling<PointsContract>> rule, Why why) {
        return transactions.run(jdbc -> locked(jdbc, id) instanceof Kept.Points(var old)
                ? points(jdbc, why).change(old, rule.apply(old), id)
                : none(id, "points"));
    }

    @Override
    public Ruling<HoursContract> changeHours(
            ContractId id, Function<HoursContract, Ruling<HoursContract>> rule, Why why) {
        return transactions.run(jdbc -> locked(jdbc, id) instanceof Kept.Hours(var old)
                ? hours(jdbc, why).change(old, rule.apply(old), id)
                : none(id, "hours"));
    }

    private static <T> Ruling<T> none(ContractId id, String what) {
        return new Refused<>(
                "there is no contract " + id.number() + " on " + what, "look at the list of contracts for its number");
    }

    @Override
    public Optional<Kept> find(ContractId id) {
        return transactions.run(jdbc -> rows(jdbc).find(id));
    }

    @Override
    public List<Kept> list(String desk, String after, int max) {
        return transactions.run(jdbc -> rows(jdbc).list(desk, after, Math.min(max, PAGE_MAX)));
    }

    private static @Nullable Kept locked(JdbcTemplate jdbc, ContractId id) {
        Optional<Kept> found = rows(jdbc).find(id);
        if (found.isEmpty()) {
            return null;
        }
        lock(jdbc, found.get().contract().customer());
        return rows(jdbc).find(id).orElseThrow();
    }

    private static void lock(JdbcTemplate jdbc, CustomerId customer) {
        jdbc.query(
                "select from customer where desk = ? and number = ? for no key update",
                _ -> {},
                customer.desk(),
                customer.number());
    }

    private static ContractRows rows(JdbcTemplate jdbc) {
        return new ContractRows(new Statements(jdbc));
    }

    private static Book<PointsContract> points(JdbcTemplate jdbc, Why why) {
        return new Book<>(
                jdbc,
                why,
                "POINTS",
                rows(jdbc)::pointsOf,
                PointsContract::conflict,
                new ContractWrites(jdbc, why)::points);
    }

    private static Book<HoursContract> hours(JdbcTemplate jdbc, Why why) {
        return new Book<>(
                jdbc, why, "HOURS", rows(jdbc)::hoursOf, HoursContract::conflict, new ContractWrites(jdbc, why)::hours);
    }

    /** Contracts of one kind, while their customer is locked. */
    private record Book<C>(
            JdbcTemplate jdbc,
            Why why,
            String kind,
            Function<CustomerId, Stream<C>> others,
            Conflict<C> conflict,
            BiConsumer<@Nullable C, C> write) {

        Ruling<C> begin(C fresh, Contract<?> contract) {
            lock(jdbc, contract.customer());
            Optional<String> problem = problem(fresh, contract.customer());
            if (problem.isPresent()) {
                return clash(problem.get());
            }
            if (!new ContractWrites(jdbc, why).contract(contract, kind)) {
                return new Refused<>("there is a contract " + contract.number() + " already", "give it another number");
            }
            return written(null, fresh, contract.id());
        }

        Ruling<C> change(C old, Ruling<C> ruling, ContractId id) {
            if (!(ruling instanceof Allowed<C>(var changed))) {
                return ruling;
            }
            CustomerId customer = rows(jdbc).find(id).orElseThrow().contract().customer();
            Optional<String> problem = problem(changed, customer);
            return problem.isPresent() ? clash(problem.get()) : written(old, changed, id);
        }

        private Optional<String> problem(C wanted, CustomerId customer) {
            return others.apply(customer)
                    .flatMap(other -> conflict.between(wanted, other).stream())
                    .findFirst();
        }

        private static <C> Ruling<C> clash(String problem) {
            return new Refused<>(problem, "end that one first, or let this one begin later");
        }

        private Ruling<C> written(@Nullable C old, C changed, ContractId id) {
            write.accept(old, changed);
            String before = old == null ? "" : old.toString();
            AuditRows.write(
                    jdbc,
                    new AuditLine(
                            id.desk(),
                            why.by().actor(),
                            "contract " + id.number(),
                            why.what(),
                            before,
                            changed.toString(),
                            why.at()));
            return new Allowed<>(changed);
        }
    }

    private interface Conflict<C> {
        Optional<String> between(C wanted, C other);
    }
}
