package dev.parley.core.desk;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Cycle;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Pool;
import dev.parley.core.hours.Span;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.points.PointsContract;
import dev.parley.core.points.SiteMonth;
import dev.parley.core.port.Actor;
import dev.parley.core.port.ContractClocks;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.core.port.Store;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar does to contracts: each cycle grants what it holds once, what is unused at its end is gone, and
 * hours are invoiced. Every step has a key or a row of its own, so that it may run any number of times on any number of
 * nodes, and late.
 */
public final class TurnCycles {
    /** How long after its end a cycle is invoiced, so that late entries still find it (H-14). */
    public static final Duration INVOICED_AFTER = Duration.ofDays(3);

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Store store;
    private final Contracts contracts;
    private final ContractClocks clocks;
    private final PayIn payIn;
    private final Map<String, HourlyRate> onDemand;

    /**
     * Over all desks.
     *
     * @param clocks when each contract is to be looked at
     * @param onDemand what an hour on demand costs, by the desk's short name (H-05)
     */
    public TurnCycles(
            Store store, Contracts contracts, ContractClocks clocks, PayIn payIn, Map<String, HourlyRate> onDemand) {
        this.store = store;
        this.contracts = contracts;
        this.clocks = clocks;
        this.payIn = payIn;
        this.onDemand = Map.copyOf(onDemand);
    }

    /** Claims and turns up to {@code max} contracts; how many. */
    public int turnDue(int max, Duration lease, Instant now) {
        List<ContractId> due = clocks.claim(max, lease, now);
        due.forEach(id -> turn(id, now));
        return due.size();
    }

    /** Does all that is due of one contract, and says when to look again. */
    public void turn(ContractId id, Instant now) {
        Kept kept = contracts.find(id).orElseThrow();
        List<Cycle> due = begun(kept.contract(), clocks.done(id).orElse(Instant.EPOCH), now);
        switch (kept) {
            case Kept.Points(var points) -> turnPoints(points, due, now);
            case Kept.Hours(var hours) -> turnHours(hours, due, now);
        }
        clocks.wind(id, next(kept, now), done(due, now));
    }

    /** The end of the last cycle that needs no further look; null if there is none yet. */
    private static @Nullable Instant done(List<Cycle> cycles, Instant now) {
        return cycles.stream()
                .map(Cycle::end)
                .filter(end -> isSettled(end, now))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void turnPoints(PointsContract contract, List<Cycle> due, Instant now) {
        for (Cycle cycle : due) {
            // A first month begins with the contract, not before it.
            Instant in = later(cycle.start(), contract.contract().start());
            contract.sites().stream()
                    .flatMap(site -> contract.monthOf(site, in).stream())
                    .filter(month -> month.points() > 0)
                    .sorted(Comparator.comparing(SiteMonth::key))
                    .forEach(month -> turn(month, now));
        }
    }

    private void turn(SiteMonth month, Instant now) {
        payIn.payIn(grant(month, now));
        if (!now.isBefore(month.end())) {
            store.transact(tx -> {
                tx.lockFunds(WalletKey.points(month.site()));
                return tx.time().expire(month.site().customer().desk(), month.key(), now);
            });
        }
    }

    private static Grant grant(SiteMonth month, Instant now) {
        Period valid = new Period(month.start(), month.end());
        return new Grant(WalletKey.points(month.site()), month.points(), month.key(), 0, valid, new Actor.Desk(), now);
    }

    private void turnHours(HoursContract contract, List<Cycle> due, Instant now) {
        for (Cycle cycle : due) {
            store.transact(tx -> {
                tx.lockFunds(WalletKey.of(contract.contract().customer(), Unit.MINUTE));
                contract.poolAt(later(cycle.start(), contract.contract().start()))
                        .ifPresent(pool -> {
                            tx.time().open(contract, pool, new Actor.Desk(), now);
                            if (isSettled(cycle.end(), now)) {
                                invoice(tx, contract, cycle, now);
                            }
                            if (isSettled(pool.end(), now)) {
                                tx.time().expire(contract.contract().id().desk(), pool.key(), now);
                            }
                        });
                return cycle;
            });
        }
    }

    /** What ended at {@code end} finds no late entries any more. */
    private static boolean isSettled(Instant end, Instant now) {
        return !now.isBefore(end.plus(INVOICED_AFTER));
    }

    private void invoice(Transaction tx, HoursContract contract, Cycle cycle, Instant now) {
        TimeBook time = tx.time();
        ContractId id = contract.contract().id();
        Pool pool = contract.poolOf(cycle.month());
        List<Invoice> before = time.invoices(id);
        List<Invoice.Line> more = new ArrayList<>(demand(tx, contract, cycle));
        before.stream()
                .map(Invoice::month)
                .filter(time.corrected(id)::contains)
                .flatMap(month -> adjusted(time, contract, month, before).stream())
                .forEach(more::add);
        Invoice own = Invoice.of(
                contract,
                cycle.month(),
                time.used(contract, pool, cycle.month()).over());
        time.keep(id, own.with(more), now);
    }

    private static Optional<Invoice.Line> adjusted(
            TimeBook time, HoursContract contract, YearMonth month, List<Invoice> before) {
        long over = time.used(contract, contract.poolOf(month), month).over();
        return Invoice.adjustment(contract, month, over, before);
    }

    /** What was charged on demand in the cycle and is on no invoice yet: a line for each rate of its quotes (H-05). */
    private List<Invoice.Line> demand(Transaction tx, HoursContract contract, Cycle cycle) {
        String invoice = contract.contract().number() + "-" + cycle.month();
        Span whole = new Span(cycle.start(), cycle.end());
        return BillDemand.unbilled(tx, contract.contract().customer(), whole, invoice).stream()
                .map(demand -> Invoice.demand(rate(contract, cycle, demand.rate()), demand.minutes()))
                .toList();
    }

    /** An invoice has one currency; what was quoted in another costs what is over does. */
    private HourlyRate rate(HoursContract contract, Cycle cycle, @Nullable HourlyRate quoted) {
        HourlyRate agreed =
                contract.contract().versionIn(cycle.month()).terms().overage().rate();
        HourlyRate rate =
                quoted == null ? onDemand.getOrDefault(contract.contract().id().desk(), agreed) : quoted;
        return rate.perHour().currency().equals(agreed.perHour().currency()) ? rate : agreed;
    }

    /** The cycles of the contract that end after {@code done} and have begun by now, oldest first. */
    private static List<Cycle> begun(Contract<?> contract, Instant done, Instant now) {
        List<Cycle> cycles = new ArrayList<>();
        Cycle cycle = contract.calendar().cycleAt(later(done, contract.start()));
        while (!cycle.start().isAfter(now)
                && contract.touches(cycle)
                && !contract.start().isAfter(now)) {
            cycles.add(cycle);
            cycle = contract.calendar().cycle(cycle.month().plusMonths(1));
        }
        return cycles;
    }

    private static Instant next(Kept kept, Instant now) {
        Contract<?> contract = kept.contract();
        if (contract.start().isAfter(now)) {
            return contract.start();
        }
        if (contract.end().map(end -> !now.isBefore(lastLook(contract, end))).orElse(false)) {
            return NEVER;
        }
        Cycle current = contract.calendar().cycleAt(now);
        Instant invoices =
                contract.calendar().cycle(current.month().minusMonths(1)).end().plus(INVOICED_AFTER);
        return invoices.isAfter(now) && invoices.isBefore(current.end()) ? invoices : current.end();
    }

    /** When the cycle a contract ends in is invoiced. */
    private static Instant lastLook(Contract<?> contract, Instant end) {
        return contract.calendar().cycleAt(end.minusNanos(1)).end().plus(INVOICED_AFTER);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
