package dev.parley.testkit;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Transaction.AuditLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Contracts in memory. */
final class InMemoryContracts implements Contracts {
    private final Memory memory;

    InMemoryContracts(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Ruling<PointsContract> begin(PointsContract contract, Why why) {
        return begin(memory.points, contract, contract.contract().id(), PointsContract::conflict, why);
    }

    @Override
    public Ruling<HoursContract> begin(HoursContract contract, Why why) {
        return begin(memory.hours, contract, contract.contract().id(), HoursContract::conflict, why);
    }

    private <C> Ruling<C> begin(
            Table<ContractId, C> table,
            C contract,
            ContractId id,
            BiFunction<C, C, Optional<String>> conflict,
            Why why) {
        return memory.atomically(() -> memory.points.has(id) || memory.hours.has(id)
                ? new Refused<>("there is a contract " + id.number() + " already", "give it another number")
                : kept(table, contract, id, conflict, why));
    }

    @Override
    public Ruling<PointsContract> changePoints(
            ContractId id, Function<PointsContract, Ruling<PointsContract>> rule, Why why) {
        return memory.atomically(() -> memory.points.has(id)
                ? changed(memory.points, rule.apply(memory.points.get(id)), id, PointsContract::conflict, why)
                : none(id, "points"));
    }

    @Override
    public Ruling<HoursContract> changeHours(
            ContractId id, Function<HoursContract, Ruling<HoursContract>> rule, Why why) {
        return memory.atomically(() -> memory.hours.has(id)
                ? changed(memory.hours, rule.apply(memory.hours.get(id)), id, HoursContract::conflict, why)
                : none(id, "hours"));
    }

    private static <T> Ruling<T> none(ContractId id, String what) {
        return new Refused<>(
                "there is no contract " + id.number() + " on " + what, "look at the list of contracts for its number");
    }

    private <C> Ruling<C> changed(
            Table<ContractId, C> table,
            Ruling<C> ruling,
            ContractId id,
            BiFunction<C, C, Optional<String>> conflict,
            Why why) {
        return ruling instanceof Allowed<C>(var changed) ? kept(table, changed, id, conflict, why) : ruling;
    }

    private <C> Ruling<C> kept(
            Table<ContractId, C> table,
            C contract,
            ContractId id,
            BiFunction<C, C, Optional<String>> conflict,
            Why why) {
        Optional<String> problem = table.rows()
                .flatMap(other -> conflict.apply(contract, other).stream())
                .findFirst();
        if (problem.isPresent()) {
            return new Refused<>(problem.get(), "end that one first, or let this one begin later");
        }
        String before = table.find(id).map(Object::toString).orElse("");
        AuditLine line = new AuditLine(
                id.desk(),
                why.by().actor(),
                "contract " + id.number(),
                why.what(),
                before,
                contract.toString(),
                why.at());
        memory.audit.insert(memory.nextId(), line);
        table.put(id, contract);
        Instant done = memory.clocks.find(id).map(Memory.Wound::done).orElse(null);
        memory.clocks.put(id, new Memory.Wound(Instant.MIN, Instant.MIN, done));
        return new Allowed<>(contract);
    }

    @Override
    public Optional<Kept> find(ContractId id) {
        return memory.atomically(
                () -> all().filter(kept -> kept.contract().id().equals(id)).findFirst());
    }

    @Override
    public List<Kept> list(String desk, String after, int max) {
        return memory.atomically(
                () -> all().filter(kept -> kept.contract().id().desk().equals(desk))
                        .filter(kept -> kept.contract().number().compareTo(after) > 0)
                        .sorted(Comparator.comparing(kept -> kept.contract().number()))
                        .limit(max)
                        .toList());
    }

    private Stream<Kept> all() {
        return Stream.concat(
                memory.points.rows().map(Kept.Points::new), memory.hours.rows().map(Kept.Hours::new));
    }

    static Optional<PointsContract> pointsOf(Memory memory, SiteId site) {
        return memory.points
                .rows()
                .filter(contract -> contract.sites().contains(site))
                .min(Comparator.comparing(PointsContract::contract, nearest(memory.clock.instant())));
    }

    static Optional<HoursContract> hoursOf(Memory memory, CustomerId customer) {
        return memory.hours
                .rows()
                .filter(contract -> contract.contract().customer().equals(customer))
                .min(Comparator.comparing(HoursContract::contract, nearest(memory.clock.instant())));
    }

    /** Of contracts of which at most one runs at a time, the one that began last, else the next to begin. */
    private static Comparator<Contract<?>> nearest(Instant now) {
        return (one, other) -> {
            boolean begun = !one.start().isAfter(now);
            boolean otherBegun = !other.start().isAfter(now);
            if (begun != otherBegun) {
                return begun ? -1 : 1;
            }
            return begun ? other.start().compareTo(one.start()) : one.start().compareTo(other.start());
        };
    }
}
