package dev.parley.testkit;

import static java.util.Objects.requireNonNull;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.Pool;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Memory.Entered;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Time in memory. */
final class InMemoryTimeBook implements TimeBook {
    private static final Comparator<Demand> DEAREST_FIRST = Comparator.comparing(
            Demand::rate,
            Comparator.nullsFirst(Comparator.comparingLong(
                    (HourlyRate rate) -> -rate.perHour().minor())));

    private final Memory memory;

    InMemoryTimeBook(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<HoursContract> packages(CustomerId customer) {
        return memory.hours
                .rows()
                .filter(one -> one.contract().customer().equals(customer))
                .sorted(Comparator.comparing(one -> one.contract().start()))
                .toList();
    }

    @Override
    public boolean open(HoursContract contract, Pool pool, Actor actor, Instant now) {
        CustomerId customer = contract.contract().customer();
        if (memory.ledger.left(customer.desk(), pool.key()).isPresent()) {
            return false;
        }
        String alone = contract.contract().key(pool.first());
        if (pool.grouped()) {
            memory.ledger.left(customer.desk(), alone).ifPresent(left -> end(customer.desk(), alone, left, now));
        }
        long used = used(contract, pool, pool.first()).inPackage();
        return memory.ledger.grant(new Grant(
                WalletKey.of(customer, Unit.MINUTE),
                pool.minutes() - used,
                pool.key(),
                0,
                new Period(pool.start(), pool.end()),
                actor,
                now));
    }

    private void end(String desk, String key, long left, Instant now) {
        memory.ledger.take(desk, key, left, new LotLedger.Loss("EXPIRE", now));
    }

    @Override
    public boolean expire(String desk, String key, Instant now) {
        Optional<Long> left =
                memory.ledger.left(desk, key).filter(units -> units > 0 && memory.ledger.over(desk, key, now));
        left.ifPresent(units -> end(desk, key, units, now));
        return left.isPresent();
    }

    @Override
    public Used used(HoursContract contract, Pool pool, YearMonth month) {
        ContractId id = contract.contract().id();
        return new Used(
                sum(id, pool.first(), pool.last(), Part::inPackage),
                sum(id, month, month, Part::over),
                memory.yeses
                        .rows()
                        .filter(yes -> yes.contract().equals(id) && yes.month().equals(month))
                        .mapToLong(Memory.Yes::minutes)
                        .sum());
    }

    private long sum(ContractId id, YearMonth first, YearMonth last, ToLongFunction<Part> minutes) {
        return memory.entries
                .rows()
                .filter(entered -> entered.ticket().desk().equals(id.desk()))
                .filter(entered -> entered.line().corrected() == null)
                .flatMap(entered -> entered.line().parts().stream())
                .filter(part -> id.number().equals(part.contract()) && in(part, first, last))
                .mapToLong(minutes)
                .sum();
    }

    private static boolean in(Part part, YearMonth first, YearMonth last) {
        YearMonth month = part.month();
        return month != null && !month.isBefore(first) && !month.isAfter(last);
    }

    @Override
    public long mayGoOver(ContractId contract, YearMonth month, TicketId ticket) {
        return new InMemoryOverage(memory).mayGoOver(contract, month, ticket);
    }

    @Override
    public Optional<Long> enter(Entry entry) {
        TicketId ticket =
                new TicketId(entry.customer().desk(), entry.time().work().ticket());
        boolean known = ofTicket(ticket)
                .filter(line -> line.corrected() == null)
                .anyMatch(line -> line.time().start().equals(entry.time().start())
                        && line.time().work().by().equals(entry.time().work().by()));
        if (known) {
            return Optional.empty();
        }
        long id = memory.nextId();
        List<Part> parts = entry.pieces().stream().map(InMemoryTimeBook::part).toList();
        memory.entries.insert(id, new Entered(ticket, new Line(id, entry.time(), parts, entry.at(), null)));
        for (Paid paid : entry.pieces()) {
            if (paid.piece().place() instanceof Place.InPackage place && paid.inPackage() > 0) {
                LotLedger.Loss loss = new LotLedger.Loss("TIME", entry.at());
                memory.ledger.take(ticket.desk(), place.pool().key(), paid.inPackage(), loss);
            }
        }
        return Optional.of(id);
    }

    private static Part part(Paid paid) {
        return new Part(
                paid.piece().start(),
                paid.piece().minutes(),
                paid.contract() == null ? null : paid.contract().number(),
                paid.piece().place() instanceof Place.InPackage place ? place.month() : null,
                paid.inPackage(),
                paid.over(),
                paid.open(),
                paid.piece().adjustment());
    }

    @Override
    public List<Line> entries(TicketId ticket) {
        return ofTicket(ticket).toList();
    }

    private Stream<Line> ofTicket(TicketId ticket) {
        return memory.entries
                .rows()
                .filter(entered -> entered.ticket().equals(ticket))
                .map(Entered::line);
    }

    @Override
    public Optional<TicketId> ticketOf(String desk, long entry) {
        return memory.entries
                .find(entry)
                .map(Entered::ticket)
                .filter(ticket -> ticket.desk().equals(desk));
    }

    @Override
    public void takeBack(CustomerId customer, Line entry, Correction why) {
        TicketId ticket = memory.entries.get(entry.id()).ticket();
        put(ticket, new Line(entry.id(), entry.time(), entry.parts(), entry.enteredAt(), why));
        for (Part part : entry.parts()) {
            if (part.inPackage() > 0) {
                LotLedger.Loss back = new LotLedger.Loss("REFUND", why.at());
                memory.ledger.take(customer.desk(), lot(customer.desk(), part), -part.inPackage(), back);
            }
        }
    }

    private void put(TicketId ticket, Line line) {
        memory.entries.put(line.id(), new Entered(ticket, line));
    }

    /** Of a cycle that is in a group, or was grouped since, it is the group's. */
    private String lot(String desk, Part part) {
        YearMonth month = requireNonNull(part.month());
        return Stream.of(month, month.minusMonths(1))
                .map(first -> part.contract() + ":" + first + "+1")
                .filter(group -> memory.ledger.left(desk, group).isPresent())
                .findFirst()
                .orElse(part.contract() + ":" + month);
    }

    @Override
    public void shift(HoursContract contract, Pool pool, YearMonth month, long minutes, Cause cause) {
        ContractId id = contract.contract().id();
        List<Entered> newest = memory.entries
                .rows()
                .filter(entered -> entered.ticket().desk().equals(id.desk()))
                .filter(entered -> entered.line().corrected() == null)
                .sorted(Comparator.comparing(
                                (Entered entered) -> entered.line().time().start())
                        .reversed())
                .toList();
        long left = minutes;
        for (Entered entered : newest) {
            List<Part> parts = new ArrayList<>();
            for (Part part : entered.line().parts()) {
                boolean here = id.number().equals(part.contract()) && month.equals(part.month());
                long moved = here ? Math.min(left, part.over()) : 0;
                parts.add(moved(part, moved));
                left -= moved;
            }
            Line line = entered.line();
            put(entered.ticket(), new Line(line.id(), line.time(), parts, line.enteredAt(), null));
        }
        memory.ledger.take(id.desk(), pool.key(), minutes, new LotLedger.Loss("TIME", cause.at()));
    }

    private static Part moved(Part part, long minutes) {
        return new Part(
                part.start(),
                part.minutes(),
                part.contract(),
                part.month(),
                part.inPackage() + minutes,
                part.over() - minutes,
                part.open(),
                part.adjustment());
    }

    @Override
    public List<YearMonth> corrected(ContractId contract) {
        return memory.entries
                .rows()
                .filter(entered -> entered.ticket().desk().equals(contract.desk()))
                .filter(entered -> entered.line().corrected() != null)
                .flatMap(entered -> entered.line().parts().stream())
                .filter(part -> contract.number().equals(part.contract()))
                .flatMap(part -> Optional.ofNullable(part.month()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public boolean agree(ContractId contract, YearMonth month, long minutes, Consent yes) {
        boolean known = memory.yeses
                .rows()
                .anyMatch(
                        one -> one.contract().equals(contract) && one.message().equals(yes.message()));
        if (!known) {
            memory.yeses.insert(memory.nextId(), new Memory.Yes(contract, month, minutes, yes.message(), null));
        }
        return !known;
    }

    @Override
    public boolean tell(ContractId contract, HourNotice notice, Instant now) {
        String key = contract.desk() + ' ' + notice.key();
        boolean fresh = !memory.hourNotices.has(key);
        memory.hourNotices.put(key, now);
        return fresh;
    }

    @Override
    public List<Demand> demand(CustomerId customer, Instant from, Instant until) {
        Map<Optional<HourlyRate>, Long> minutes = new HashMap<>();
        memory.ledger
                .movements(WalletKey.of(customer, Unit.DEMAND))
                .filter(moved -> moved.kind().equals("POST") || moved.kind().equals("REFUND"))
                .filter(moved -> !moved.at().isBefore(from) && moved.at().isBefore(until))
                .forEach(moved -> minutes.merge(memory.ledger.rate(moved), -moved.amount(), Long::sum));
        return minutes.entrySet().stream()
                .map(one -> new Demand(one.getKey().orElse(null), one.getValue()))
                .sorted(DEAREST_FIRST)
                .toList();
    }

    @Override
    public Optional<YearMonth> lastInvoiced(ContractId contract) {
        return invoices(contract).stream().map(Invoice::month).reduce((_, later) -> later);
    }

    @Override
    public boolean keep(ContractId contract, Invoice invoice, Instant now) {
        Memory.InvoiceKey key = new Memory.InvoiceKey(contract, invoice.month());
        boolean fresh = !memory.hourInvoices.has(key);
        if (fresh) {
            memory.hourInvoices.insert(key, invoice);
            memory.hourInvoiced.insert(key, now);
        }
        return fresh;
    }

    @Override
    public Optional<Instant> invoicedAt(ContractId contract, YearMonth month) {
        return memory.hourInvoiced.find(new Memory.InvoiceKey(contract, month));
    }

    @Override
    public List<Invoice> invoices(ContractId contract) {
        return memory.hourInvoices
                .entries()
                .filter(entry -> entry.getKey().contract().equals(contract))
                .map(entry -> entry.getValue())
                .sorted(Comparator.comparing(Invoice::month))
                .toList();
    }

    @Override
    public Optional<Timer> running(String desk, String login) {
        return memory.timers
                .find(desk + ' ' + login)
                .filter(Memory.Running::runs)
                .map(Memory.Running::timer);
    }

    @Override
    public List<Timer> timers(String desk) {
        return memory.timers
                .rows()
                .filter(Memory.Running::runs)
                .map(Memory.Running::timer)
                .filter(timer -> timer.ticket().desk().equals(desk))
                .sorted(Comparator.comparing(Timer::login))
                .toList();
    }

    @Override
    public boolean start(Timer timer) {
        if (running(timer.ticket().desk(), timer.login()).isPresent()) {
            return false;
        }
        memory.timers.put(timer.ticket().desk() + ' ' + timer.login(), new Memory.Running(timer, true));
        return true;
    }

    @Override
    public void stop(Timer timer) {
        memory.timers.put(timer.ticket().desk() + ' ' + timer.login(), new Memory.Running(timer, false));
    }
}
