package dev.parley.core.desk;

import dev.parley.core.contract.Contract;
import dev.parley.core.contract.Cycle;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Span;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.Demands;
import dev.parley.core.port.Store;
import dev.parley.core.port.TimeBook.Demand;
import dev.parley.core.port.Transaction;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work on demand that no contract bills is invoiced once a month, in the desk's time zone (H-05). What lies in the
 * cycles of a contract stands on its invoices, and nothing is billed twice. Every invoice has a row of its own, so that
 * this may run any number of times on any number of nodes, and late.
 */
public final class BillDemand {
    private final Store store;
    private final Checkpoints checkpoints;
    private final Map<String, Terms> desks;

    /** What an hour costs at a desk, and where its months begin. */
    public record Terms(ZoneId zone, HourlyRate rate) {
        private Span month(YearMonth month) {
            return new Span(
                    month.atDay(1).atStartOfDay(zone).toInstant(),
                    month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        }
    }

    /** Over all desks that work on demand, by short name. */
    public BillDemand(Store store, Checkpoints checkpoints, Map<String, Terms> desks) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.desks = Map.copyOf(desks);
    }

    /** Invoices every month that is over by {@link TurnCycles#INVOICED_AFTER}, oldest first; how many invoices. */
    public int billDue(Instant now) {
        return desks.entrySet().stream()
                .mapToInt(desk -> billDue(desk.getKey(), desk.getValue(), now))
                .sum();
    }

    private int billDue(String desk, Terms terms, Instant now) {
        Optional<YearMonth> next = next(desk, terms.zone);
        int made = 0;
        while (next.isPresent() && isOver(terms.month(next.get()), now)) {
            made += bill(desk, terms, next.get(), now);
            checkpoints.write(name(desk), next.get().toString());
            next = next.map(month -> month.plusMonths(1));
        }
        return made;
    }

    private static boolean isOver(Span month, Instant now) {
        return !now.isBefore(month.end().plus(TurnCycles.INVOICED_AFTER));
    }

    /** The first month that may lack invoices; empty while nothing was ever charged on demand. */
    private Optional<YearMonth> next(String desk, ZoneId zone) {
        Optional<YearMonth> done = checkpoints.read(name(desk)).map(YearMonth::parse);
        return done.isPresent()
                ? done.map(month -> month.plusMonths(1))
                : store.transact(tx -> tx.demands().first(desk)).map(at -> YearMonth.from(at.atZone(zone)));
    }

    private static String name(String desk) {
        return "demand invoices " + desk;
    }

    private int bill(String desk, Terms terms, YearMonth month, Instant now) {
        Span whole = terms.month(month);
        List<CustomerId> customers = store.transact(tx -> tx.demands().customers(desk, whole));
        return (int) customers.stream()
                .filter(customer -> store.transact(tx -> bill(tx, customer, new Due(month, whole, terms.rate), now)))
                .count();
    }

    private record Due(YearMonth month, Span whole, HourlyRate rate) {
        /** What the quote named; an invoice has one currency, and what was quoted in another costs what it does now. */
        HourlyRate rate(@Nullable HourlyRate quoted) {
            return quoted != null
                            && quoted.perHour().currency().equals(rate.perHour().currency())
                    ? quoted
                    : rate;
        }
    }

    private static boolean bill(Transaction tx, CustomerId customer, Due due, Instant now) {
        tx.lockFunds(WalletKey.of(customer, Unit.MINUTE));
        List<Span> open = open(tx, customer, due.whole);
        List<Invoice.Line> lines = charged(tx, customer, open).stream()
                .map(demand -> Invoice.demand(due.rate(demand.rate()), demand.minutes()))
                .toList();
        if (lines.isEmpty() || tx.demands().find(customer, due.month).isPresent()) {
            return false;
        }
        String number = Demands.number(customer, due.month);
        open.forEach(span -> tx.demands().bill(customer, span, number));
        return tx.demands().keep(customer, new Invoice(due.month, lines), now);
    }

    /** What of {@code whole} is on no invoice, and in no cycle of a contract that will have one. */
    private static List<Span> open(Transaction tx, CustomerId customer, Span whole) {
        List<Span> taken = new ArrayList<>(tx.demands().billed(customer, whole));
        tx.time().packages(customer).forEach(hours -> taken.addAll(cycles(hours.contract(), whole)));
        return whole.without(taken);
    }

    private static List<Span> cycles(Contract<?> contract, Span whole) {
        List<Span> cycles = new ArrayList<>();
        Cycle cycle = contract.calendar().cycleAt(whole.start());
        while (cycle.start().isBefore(whole.end())) {
            if (contract.touches(cycle)) {
                cycles.add(new Span(cycle.start(), cycle.end()));
            }
            cycle = contract.calendar().cycle(cycle.month().plusMonths(1));
        }
        return cycles;
    }

    /** What is charged in {@code spans}, less what was given back, by the rate it was quoted at. */
    private static List<Demand> charged(Transaction tx, CustomerId customer, List<Span> spans) {
        Map<Optional<HourlyRate>, Long> minutes = new LinkedHashMap<>();
        for (Span span : spans) {
            tx.time()
                    .demand(customer, span.start(), span.end())
                    .forEach(demand -> minutes.merge(Optional.ofNullable(demand.rate()), demand.minutes(), Long::sum));
        }
        return minutes.entrySet().stream()
                .filter(rate -> rate.getValue() != 0)
                .map(rate -> new Demand(rate.getKey().orElse(null), rate.getValue()))
                .toList();
    }

    /** Work on demand of a contract's cycle that is on no invoice yet, by rate; it is on {@code invoice} now. */
    static List<Demand> unbilled(Transaction tx, CustomerId customer, Span cycle, String invoice) {
        List<Span> open = cycle.without(tx.demands().billed(customer, cycle));
        List<Demand> charged = charged(tx, customer, open);
        open.forEach(span -> tx.demands().bill(customer, span, invoice));
        return charged;
    }
}
