package dev.parley.core.desk;

import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Meter;
import dev.parley.core.hours.Piece;
import dev.parley.core.hours.Place;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.TimeBook.Paid;
import dev.parley.core.port.TimeBook.Timer;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Staff say what they worked, by stopwatch or by hand, and packages of hours pay for it (H-10 to H-14, H-18). */
public final class TrackTime {
    private final Store store;
    private final HourNews news;

    TrackTime(Store store, HourNews news) {
        this.store = store;
        this.news = news;
    }

    /** What became of an entry. {@code open}: minutes of packages that nobody pays for yet. */
    public record Tracked(long entry, List<Paid> pieces, List<HourNotice> told) {
        public Tracked {
            pieces = List.copyOf(pieces);
            told = List.copyOf(told);
        }
    }

    /** Starts a stopwatch; a person has one at a time. */
    public Ruling<Timer> start(TicketId ticket, String login, WorkKind kind, Instant now) {
        return store.transact(tx -> {
            if (tx.lock(ticket).isEmpty()) {
                return noTicket(ticket);
            }
            Timer timer = new Timer(ticket, login, kind, now);
            return tx.time().start(timer) ? new Allowed<>(timer) : runs(tx, timer);
        });
    }

    private static Ruling<Timer> runs(Transaction tx, Timer wanted) {
        String other = tx.time()
                .running(wanted.ticket().desk(), wanted.login())
                .map(timer -> "on ticket " + timer.ticket().number() + " since " + timer.startedAt())
                .orElse("already");
        return new Refused<>("the stopwatch of " + wanted.login() + " runs " + other, "stop it first");
    }

    /** Stops the person's stopwatch and enters what it says; less than a minute is refused, and the stopwatch gone. */
    public Ruling<Tracked> stop(String desk, String login, Instant now) {
        return store.transact(tx -> {
            Optional<Timer> running = tx.time().running(desk, login);
            if (running.isEmpty()) {
                return new Refused<>("no stopwatch of " + login + " runs", "enter by hand what was worked");
            }
            Timer timer = running.get();
            Ticket ticket = tx.lock(timer.ticket()).orElseThrow();
            tx.time().stop(timer);
            Work work = new Work(timer.ticket().number(), login, timer.kind());
            return entered(tx, ticket, TimeEntry.stopped(work, timer.startedAt(), now), new Actor.Staff(login), now);
        });
    }

    /** Enters by hand what was worked on a ticket. */
    public Ruling<Tracked> add(TicketId id, Ruling<TimeEntry> entry, Actor by, Instant now) {
        return store.transact(tx -> {
            Optional<Ticket> ticket = tx.lock(id);
            return ticket.isEmpty() ? noTicket(id) : entered(tx, ticket.get(), entry, by, now);
        });
    }

    private static <T> Ruling<T> noTicket(TicketId id) {
        return new Refused<>("there is no ticket " + id.number(), "look at the list of tickets for its number");
    }

    private Ruling<Tracked> entered(Transaction tx, Ticket ticket, Ruling<TimeEntry> entry, Actor by, Instant now) {
        return switch (entry) {
            case Refused<TimeEntry>(var wrong, var right) -> new Refused<>(wrong, right);
            case Allowed<TimeEntry>(var time) -> entered(tx, ticket, time, by, now);
        };
    }

    private Ruling<Tracked> entered(Transaction tx, Ticket ticket, TimeEntry time, Actor by, Instant now) {
        CustomerId customer = ticket.customer();
        tx.lockFunds(WalletKey.of(customer, Unit.MINUTE));
        HoursContract contract = contractAt(tx.time().packages(customer), time.start());
        List<HourNotice> notices = new ArrayList<>();
        List<Paid> pieces = contract == null
                ? List.of(onDemand(time))
                : new Charging(tx, contract, new Actor.Desk(), now, notices).pieces(time);
        Optional<Long> kept = tx.time().enter(new TimeBook.Entry(customer, time, pieces, by, now));
        if (kept.isEmpty()) {
            return new Refused<>(
                    time.work().by() + "'s work on ticket " + time.work().ticket() + " from " + time.start()
                            + " on was entered before",
                    "enter only what is new");
        }
        if (contract != null) {
            notices.removeIf(notice -> !news.tell(tx, contract, notice, now));
        }
        return new Allowed<>(new Tracked(kept.get(), pieces, notices));
    }

    private static @Nullable HoursContract contractAt(List<HoursContract> packages, Instant at) {
        return packages.stream()
                .filter(one -> one.contract().covers(at))
                .findFirst()
                .or(() -> packages.stream()
                        .filter(one -> one.contract().start().isAfter(at))
                        .findFirst())
                .orElse(null);
    }

    private static Paid onDemand(TimeEntry time) {
        Place place = new Place.OnDemand("the customer has no package then");
        return new Paid(new Piece(place, time.start(), time.minutes(), false), null, 0, 0, time.minutes());
    }

    /** Finds out what pays for the pieces of an entry, each after those before it. */
    private record Charging(Transaction tx, HoursContract contract, Actor by, Instant now, List<HourNotice> notices) {
        List<Paid> pieces(TimeEntry time) {
            ContractId id = contract.contract().id();
            Instant invoicedUntil = tx.time()
                    .lastInvoiced(id)
                    .map(month -> contract.contract().calendar().cycle(month).end())
                    .orElse(Instant.MIN);
            List<Paid> paid = new ArrayList<>();
            for (Piece piece : Piece.of(contract, time, now, invoicedUntil)) {
                paid.add(
                        switch (piece.place()) {
                            case Place.OnDemand _ -> new Paid(piece, null, 0, 0, piece.minutes());
                            case Place.InPackage place -> inPackage(id, piece, place, paid);
                        });
            }
            return paid;
        }

        private Paid inPackage(ContractId id, Piece piece, Place.InPackage place, List<Paid> before) {
            tx.time().open(contract, place.pool(), by, now);
            TimeBook.Used used = tx.time().used(contract, place.pool(), place.month());
            long inPackage = used.inPackage()
                    + before.stream()
                            .filter(p -> sharesPool(p, place))
                            .mapToLong(Paid::inPackage)
                            .sum();
            long overSoFar = used.over()
                    + before.stream()
                            .filter(p -> sharesMonth(p, place))
                            .mapToLong(Paid::over)
                            .sum();
            var overage = contract.contract().versionIn(place.month()).terms().overage();
            Meter meter = new Meter(place.pool(), place.month(), overage, inPackage, overSoFar, used.agreed());
            Meter.Charge charge = meter.add(piece.minutes());
            notices.addAll(charge.notices());
            switch (charge.after().next()) {
                case Meter.Next.OnPackage _ -> {}
                case Meter.Next.Over beyond -> notices.add(beyond.tell());
                case Meter.Next.AskFirst(var ask) -> notices.add(ask);
                case Meter.Next.Stop(var tell) -> notices.add(tell);
            }
            return new Paid(piece, id, charge.inPackage(), charge.over(), charge.open());
        }

        private static boolean sharesPool(Paid paid, Place.InPackage place) {
            return paid.piece().place() instanceof Place.InPackage other
                    && other.pool().equals(place.pool());
        }

        private static boolean sharesMonth(Paid paid, Place.InPackage place) {
            return paid.piece().place() instanceof Place.InPackage other
                    && other.month().equals(place.month());
        }
    }
}
