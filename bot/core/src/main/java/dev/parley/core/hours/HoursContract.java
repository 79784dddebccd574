package dev.parley.core.hours;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.Cycle;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An active contract on an hours package.
 *
 * @param manager the account manager, never blank (H-09)
 * @param discount what the account manager applied; null for none
 * @param groups no cycle in two of them (H-16)
 */
public record HoursContract(
        Contract<HourTerms> contract,
        String manager,
        @Nullable Discount discount,
        List<Group> groups) {
    public HoursContract {
        groups = List.copyOf(groups);
        if (manager.isBlank()) {
            throw new IllegalArgumentException("contract " + contract.number() + " has no account manager");
        }
        for (var i = 1; i < groups.size(); i++) {
            if (groups.subList(0, i).stream().anyMatch(groups.get(i)::meets)) {
                throw new IllegalArgumentException(groups.get(i).first() + " is in two groups");
            }
        }
    }

    /** The contract in force, without discount and groups; refused without an account manager (H-09). */
    public static Ruling<HoursContract> activate(Contract<HourTerms> contract, @Nullable String manager) {
        return manager == null || manager.isBlank()
                ? new Refused<>(
                        "contract " + contract.number() + " has no account manager", "assign one, then activate it")
                : new Allowed<>(new HoursContract(contract, manager, null, List.of()));
    }

    /** The contract with {@code offered}, as the account manager applied it (H-07, H-08). */
    public Ruling<HoursContract> discounted(Discount offered, Consent applied) {
        var months = contract.term().months();
        if (!applied.by().equals(manager)) {
            return onlyTheManager(applied);
        }
        if (months == null || months < offered.fromMonths()) {
            return new Refused<>(
                    months == null
                            ? "contract " + contract.number() + " has no fixed term"
                            : "contract " + contract.number() + " runs for " + months
                                    + (months == 1 ? " month" : " months"),
                    "the discount of " + offered.percent() + " percent is for " + offered.fromMonths()
                            + " months or more");
        }
        return new Allowed<>(new HoursContract(contract, manager, offered, groups));
    }

    /** The contract with the hours of two cycles as one package, if the rules of grouping allow it (H-16). */
    public Ruling<HoursContract> grouped(Group wish) {
        var first = contract.calendar().cycle(wish.first());
        var second = contract.calendar().cycle(wish.second());
        if (!wish.agreed().by().equals(manager)) {
            return onlyTheManager(wish.agreed());
        }
        if (!contract.touches(first) || !contract.touches(second)) {
            return new Refused<>(
                    "contract " + contract.number() + " does not run in both " + wish.first() + " and " + wish.second(),
                    "group two consecutive months of its term");
        }
        if (groups.stream().anyMatch(wish::meets)) {
            return new Refused<>(
                    wish.first() + " or " + wish.second() + " is in a group already", "a month is grouped only once");
        }
        if (!wish.agreedAt().isBefore(first.end())) {
            return new Refused<>(
                    "the hours of " + wish.first() + " had expired when the group was agreed on",
                    "agree on a group before its first month ends");
        }
        var more = new ArrayList<>(groups);
        more.add(wish);
        return new Allowed<>(new HoursContract(contract, manager, discount, more));
    }

    /** New terms from the cycle of {@code from} on; what a group was agreed on stays as it is. */
    public Ruling<HoursContract> amended(Instant agreedAt, YearMonth from, HourTerms terms) {
        var grouped = groups.stream()
                .map(Group::second)
                .filter(second -> !second.isBefore(from))
                .max(Comparator.naturalOrder());
        return grouped.<Ruling<HoursContract>>map(second -> new Refused<>(
                        "the hours of " + second + " were grouped on the terms there are",
                        "let the terms change from " + second.plusMonths(1) + " on"))
                .orElseGet(() -> with(contract.amend(agreedAt, from, terms)));
    }

    /** The contract with an end after {@code months}, as said at {@code at}; no group may reach beyond it. */
    public Ruling<HoursContract> ending(int months, Instant at) {
        return switch (contract.ending(months, at)) {
            case Allowed<Contract<HourTerms>>(var ended)
            when groups.stream().anyMatch(g -> !ended.touches(ended.calendar().cycle(g.second()))) ->
                new Refused<>(
                        "a group of contract " + contract.number() + " reaches beyond that end", "let it end later");
            case Ruling<Contract<HourTerms>> ruling -> with(ruling);
        };
    }

    private Ruling<HoursContract> with(Ruling<Contract<HourTerms>> ruling) {
        return switch (ruling) {
            case Allowed<Contract<HourTerms>>(var changed) ->
                new Allowed<>(new HoursContract(changed, manager, discount, groups));
            case Refused<Contract<HourTerms>>(var wrong, var right) -> new Refused<>(wrong, right);
        };
    }

    /** The contract with another account manager (H-09). */
    public Ruling<HoursContract> managedBy(String other) {
        return other.isBlank()
                ? new Refused<>("contract " + contract.number() + " needs an account manager", "name one")
                : new Allowed<>(new HoursContract(contract, other, discount, groups));
    }

    /** Why both cannot be: their customer would have two packages at a time; empty if they can. */
    public Optional<String> conflict(HoursContract other) {
        return contract.customer().equals(other.contract.customer())
                        && !contract.id().equals(other.contract.id())
                        && contract.overlaps(other.contract)
                ? Optional.of("the customer has the package of contract " + other.contract.number() + " then")
                : Optional.empty();
    }

    private Ruling<HoursContract> onlyTheManager(Consent consent) {
        return new Refused<>(
                consent.by() + " is not the account manager of contract " + contract.number(),
                "let " + manager + " agree to it");
    }

    /** The hours that can be used at {@code at}; empty outside the term. */
    public Optional<Pool> poolAt(Instant at) {
        return contract.cycleAt(at).map(this::poolOf);
    }

    /** The hours that can be used in the cycle of {@code month}, which the contract touches. */
    public Pool poolOf(YearMonth month) {
        return poolOf(contract.calendar().cycle(month));
    }

    private Pool poolOf(Cycle cycle) {
        return groups.stream()
                .filter(g -> g.holds(cycle.month()))
                .findFirst()
                .map(this::poolOf)
                .orElseGet(() -> new Pool(
                        contract.key(cycle.month()),
                        cycle.month(),
                        cycle.start(),
                        cycle.end(),
                        minutes(cycle.month())));
    }

    private Pool poolOf(Group group) {
        return new Pool(
                contract.key(group.first()) + Pool.OF_TWO,
                group.first(),
                contract.calendar().cycle(group.first()).start(),
                contract.calendar().cycle(group.second()).end(),
                minutes(group.first()) + minutes(group.second()));
    }

    private long minutes(YearMonth month) {
        return contract.versionIn(month).terms().minutes();
    }

    /** Who pays for work of {@code kind} done at {@code at} (H-01, H-05). */
    public Place placeOf(WorkKind kind, Instant at) {
        return contract.cycleAt(at)
                .<Place>map(cycle -> placeOf(kind, cycle))
                .orElseGet(() -> new Place.OnDemand("contract " + contract.number() + " does not run at that time"));
    }

    private Place placeOf(WorkKind kind, Cycle cycle) {
        return contract.versionIn(cycle.month()).terms().work().contains(kind)
                ? new Place.InPackage(poolOf(cycle), cycle.month())
                : new Place.OnDemand("contract " + contract.number() + " does not include this kind of work");
    }
}
