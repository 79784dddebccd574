package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HourNotice.News;
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
    private static final Place NO_PACKAGE = new Place.OnDemand("the customer has no package then");

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

    /** Starts a stopwatch; a person has one at a time. Refused where the customer is asked before any more. */
    public Ruling<Timer> start(TicketId id, String login, WorkKind kind, Instant now) {
        return store.transact(tx -> {
            Optional<Ticket> ticket = tx.lock(id);
            if (ticket.isEmpty()) {
                return noTicket(id);
            }
            return switch (TimePayer.toBegin(ticket.get())) {
                case Refused<TimePayer>(var wrong, var right) -> new Refused<>(wrong, right);
                case Allowed<TimePayer>(var payer) -> start(tx, new Wish(ticket.get(), payer, kind), login, now);
            };
        });
    }

    private Ruling<Timer> start(Transaction tx, Wish wish, String login, Instant now) {
        tx.lockFunds(WalletKey.of(wish.ticket.customer(), Unit.MINUTE));
        Optional<Refused<Timer>> no = wish.payer == TimePayer.PACKAGE ? stopped(tx, wish, now) : Optional.empty();
        if (no.isPresent()) {
            return no.get();
        }
        Timer timer = new Timer(wish.ticket.id(), login, wish.kind, now);
        return tx.time().start(timer) ? new Allowed<>(timer) : runs(tx, timer);
    }

    /** Why work that would go over the package must not begin (H-12); empty if it may. */
    private Optional<Refused<Timer>> stopped(Transaction tx, Wish wish, Instant now) {
        HoursContract contract = contractAt(tx.time().packages(wish.ticket.customer()), now);
        Place worked = contract == null ? NO_PACKAGE : contract.placeOf(wish.kind, now);
        if (contract == null || !(worked instanceof Place.InPackage place)) {
            return Optional.of(uncovered(worked));
        }
        Meter meter = new Charging(tx, contract, wish.ticket.id(), now, new ArrayList<>()).meter(place);
        String used = "the hours of contract " + contract.contract().number() + " in " + place.month() + " are used up";
        return switch (meter.next()) {
            case Meter.Next.OnPackage _ -> Optional.empty();
            case Meter.Next.Over beyond -> {
                news.tell(tx, contract, List.of(new News(beyond.tell(), meter)), now);
                yield Optional.empty();
            }
            case Meter.Next.AskFirst(var ask) -> {
                news.tell(tx, contract, List.of(new News(ask, meter)), now);
                yield Optional.of(new Refused<>(
                        used + ", and the customer is asked before any more",
                        "say how many it takes with ./parley ticket overage; a yes to that mail is enough"));
            }
            case Meter.Next.Stop(var tell) -> {
                news.tell(tx, contract, List.of(new News(tell, meter)), now);
                yield Optional.of(new Refused<>(
                        used + " and so are those over it that may be billed", "wait for the next cycle"));
            }
        };
    }

    private static <T> Refused<T> uncovered(Place place) {
        String why = place instanceof Place.OnDemand(var reason) ? reason : place.toString();
        return new Refused<>(
                "no package covers this, as " + why, "name the work it was, or assess the ticket anew to quote it");
    }

    private record Wish(Ticket ticket, TimePayer payer, WorkKind kind) {}

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
        return switch (TimePayer.of(ticket)) {
            case Refused<TimePayer>(var wrong, var right) -> new Refused<>(wrong, right);
            case Allowed<TimePayer>(var payer) ->
                switch (payer) {
                    case QUOTE -> kept(tx, ticket, time, List.of(quoted(time)), new By(by, now));
                    case PACKAGE -> ofPackage(tx, ticket, time, new By(by, now));
                };
        };
    }

    private Ruling<Tracked> ofPackage(Transaction tx, Ticket ticket, TimeEntry time, By by) {
        tx.lockFunds(WalletKey.of(ticket.customer(), Unit.MINUTE));
        HoursContract contract = contractAt(tx.time().packages(ticket.customer()), time.start());
        if (contract == null) {
            return uncovered(NO_PACKAGE);
        }
        List<News> passed = new ArrayList<>();
        List<Paid> pieces = new Charging(tx, contract, ticket.id(), by.at, passed).pieces(time);
        if (pieces.stream().allMatch(paid -> paid.contract() == null)) {
            return uncovered(pieces.getFirst().piece().place());
        }
        return switch (kept(tx, ticket, time, pieces, by)) {
            case Refused<Tracked> no -> no;
            case Allowed<Tracked>(var tracked) ->
                new Allowed<>(new Tracked(tracked.entry, pieces, news.tell(tx, contract, passed, by.at)));
        };
    }

    private static Ruling<Tracked> kept(Transaction tx, Ticket ticket, TimeEntry time, List<Paid> pieces, By by) {
        Optional<Long> kept = tx.time().enter(new TimeBook.Entry(ticket.customer(), time, pieces, by.actor, by.at));
        return kept.<Ruling<Tracked>>map(entry -> new Allowed<>(new Tracked(entry, pieces, List.of())))
                .orElseGet(() -> new Refused<>(
                        time.work().by() + "'s work on ticket " + time.work().ticket() + " from " + time.start()
                                + " on was entered before",
                        "enter only what is new"));
    }

    private record By(Actor actor, Instant at) {}

    private static @Nullable HoursContract contractAt(List<HoursContract> packages, Instant at) {
        return packages.stream()
                .filter(one -> one.contract().covers(at))
                .findFirst()
                .or(() -> packages.stream()
                        .filter(one -> one.contract().start().isAfter(at))
                        .findFirst())
                .orElse(null);
    }

    private static Paid quoted(TimeEntry time) {
        Place place = new Place.OnDemand("the quote of the ticket pays for it");
        return new Paid(new Piece(place, time.start(), time.minutes(), false), null, 0, 0, time.minutes());
    }

    /** Tells what the stopwatches that run have come to, so that nobody goes over a package unannounced (H-12). */
    public int look(String desk, Instant now) {
        List<Timer> timers = store.transact(tx -> tx.time().timers(desk));
        return timers.stream().mapToInt(timer -> look(timer, now)).sum();
    }

    private int look(Timer timer, Instant now) {
        Work work = new Work(timer.ticket().number(), timer.login(), timer.kind());
        return store.transact(tx -> {
            Ticket ticket = tx.lock(timer.ticket()).orElseThrow();
            boolean runs = tx.time()
                    .running(timer.ticket().desk(), timer.login())
                    .filter(timer::equals)
                    .isPresent();
            return runs
                            && TimePayer.of(ticket) instanceof Allowed<TimePayer>(var payer)
                            && payer == TimePayer.PACKAGE
                            && TimeEntry.stopped(work, timer.startedAt(), now) instanceof Allowed<TimeEntry>(var time)
                    ? foretell(tx, ticket, time, now)
                    : 0;
        });
    }

    private int foretell(Transaction tx, Ticket ticket, TimeEntry time, Instant now) {
        tx.lockFunds(WalletKey.of(ticket.customer(), Unit.MINUTE));
        HoursContract contract = contractAt(tx.time().packages(ticket.customer()), time.start());
        if (contract == null) {
            return 0;
        }
        List<News> passed = new ArrayList<>();
        new Charging(tx, contract, ticket.id(), now, passed).pieces(time);
        return news.tell(tx, contract, passed, now).size();
    }
}
