package dev.parley.core.port;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.points.PointsContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What customers and we agreed on. Each change is audited in its own transaction. What a version, a group or an
 * agreement says is never changed once it is kept: something later takes its place.
 */
public interface Contracts {
    /** The most contracts one {@link #list} gives. */
    int PAGE_MAX = 200;

    /** Keeps a new contract; refused if its number is taken, or a site of it has points by another one then. */
    Ruling<PointsContract> begin(PointsContract contract, Why why);

    /** Keeps a new contract; refused if its number is taken, or its customer has another package then. */
    Ruling<HoursContract> begin(HoursContract contract, Why why);

    /**
     * Asks {@code rule} what becomes of the contract, alone with it, and keeps that: its end, and new versions.
     *
     * @return the rule's answer; refused as well if there is no such contract on points
     */
    Ruling<PointsContract> changePoints(ContractId id, Function<PointsContract, Ruling<PointsContract>> rule, Why why);

    /** The same for a package of hours: its end, new versions, the account manager, the discount, new groups. */
    Ruling<HoursContract> changeHours(ContractId id, Function<HoursContract, Ruling<HoursContract>> rule, Why why);

    /** The contract, if there is one. */
    Optional<Kept> find(ContractId id);

    /** Up to {@code max} contracts by number, beginning after {@code after} ("": from the first). */
    List<Kept> list(String desk, String after, int max);

    /** A contract of either kind. */
    sealed interface Kept {
        /** What both kinds have. */
        Contract<?> contract();

        /** On points of sites. */
        record Points(PointsContract points) implements Kept {
            @Override
            public Contract<?> contract() {
                return points.contract();
            }
        }

        /** On a package of hours. */
        record Hours(HoursContract hours) implements Kept {
            @Override
            public Contract<?> contract() {
                return hours.contract();
            }
        }
    }

    /** Who makes a change, when, and {@code what} it is in a few words, such as {@code amended from 2026-05}. */
    record Why(Customers.By by, String what) {
        /** When it is made. */
        public Instant at() {
            return by.at();
        }
    }
}
