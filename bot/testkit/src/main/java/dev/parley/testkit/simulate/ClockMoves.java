package dev.parley.testkit.simulate;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.contract.ContractId;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.desk.TurnCycles;
import dev.parley.core.desk.WatchLevels;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Contracts;
import dev.parley.core.servicelevel.Escalation;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.ServiceLevel;
import dev.parley.core.servicelevel.ServiceLevels;
import dev.parley.core.servicelevel.Watch;
import dev.parley.core.standing.Promises;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Time goes on, and what is due by it: looked at never, once or several times, by one bot or by two. */
final class ClockMoves {
    private static final int DUE_AT_ONCE = 50;
    private static final int ROUNDS_MAX = 40;
    private static final Duration LEASE = Duration.ofSeconds(1);

    private final Town town;
    private final CustomerMoves customers;
    private final StandingMoves standing;
    private final TurnCycles cycles;
    private final WatchLevels levels;

    ClockMoves(Town town, CustomerMoves customers, StandingMoves standing) {
        this.town = town;
        this.customers = customers;
        this.standing = standing;
        this.cycles = new TurnCycles(
                town.store, town.ports.contracts(), town.ports.clocks(), town.useCases.payIn(), Map.of());
        Promises promises = promises();
        PromiseBook book =
                new PromiseBook(town.vendors.stream().collect(Collectors.toMap(vendor -> vendor.desk, _ -> promises)));
        this.levels = new WatchLevels(town.book, book, town.store, town.marks);
    }

    private Promises promises() {
        Watch watch = new Watch(
                List.of(50, 90),
                List.of(
                        new Escalation(Duration.ZERO, "lead@vendor.example"),
                        new Escalation(Duration.ofHours(8), "account manager")));
        List<ServiceLevel> all = List.of(
                level("incident", Plan.ON_DEMAND, 1),
                level("incident", Plan.PACKAGE, 1),
                level("request", Plan.PACKAGE, 8));
        return new Promises(
                new ServiceLevels(all, watch), BusinessCalendar.always(town.scene.zone()), List.of(), false);
    }

    private static ServiceLevel level(String type, Plan plan, int hours) {
        return new ServiceLevel(
                new Matter(type, Matter.NO_LEVEL, plan), Duration.ofHours(hours), Duration.ofHours(hours * 4L), false);
    }

    String passes(Move move) {
        Duration passed = switch (move.how() % 6) {
            case 0 -> Duration.ofDays(1 + move.which() % 20);
            case 1 -> Duration.ofHours(1 + move.which() % 30);
            default -> Duration.ofMinutes(7);
        };
        town.clock.advance(passed);
        int looks = move.how() % 4;
        for (int look = 0; look < looks; look++) {
            looks();
            int _ = standing.looks();
            town.clock.advance(LEASE.multipliedBy(2));
        }
        turn(new int[] {0, 1, 5, 1}[move.which() % 4]);
        watch(move.which() % 3);
        return passed + " pass, the clock looks " + looks + " times";
    }

    /** What is due is done once; true if anything was. */
    boolean looks() {
        boolean replied = !town.useCases.holdReply().release(DUE_AT_ONCE, now()).isEmpty();
        List<TicketId> due = town.ports.dueWork().claim("clock", DUE_AT_ONCE, LEASE, now());
        for (TicketId id : due) {
            var _ = town.useCases.actOnTicket().act(id, new TicketEvent.DeadlinePassed(), new Actor.Desk(), now());
        }
        return replied || !due.isEmpty();
    }

    /** Contracts turn so many times, as if on several bots: by their clocks, and past them. */
    private void turn(int times) {
        for (int i = 0; i < times; i++) {
            int _ = cycles.turnDue(DUE_AT_ONCE, LEASE, now());
            if (i > 0) {
                all().forEach(id -> cycles.turn(id, now()));
            }
        }
    }

    private List<ContractId> all() {
        return town.vendors.stream()
                .flatMap(vendor -> town.ports.contracts().list(vendor.desk, "", Contracts.PAGE_MAX).stream())
                .map(kept -> kept.contract().id())
                .toList();
    }

    /** Deadlines are looked at; whoever looks again at once has nothing to tell. */
    private void watch(int times) {
        Map<TicketId, Integer> told = Map.of();
        for (int i = 0; i < times; i++) {
            List<TicketId> looked = i == 0
                    ? town.ports.levelWork().claim(levels.desks(), DUE_AT_ONCE, LEASE, now())
                    : List.copyOf(told.keySet());
            Map<TicketId, Integer> more =
                    looked.stream().collect(Collectors.toMap(Function.identity(), id -> levels.look(id, now())));
            if (i > 0 && more.values().stream().anyMatch(count -> count > 0)) {
                throw new AssertionError("somebody was told twice: " + more + " after " + told);
            }
            told = more;
        }
    }

    /** Nobody does anything any more; what is still there when this ends stays for ever. */
    void runsOut(Duration step, int steps) {
        for (int i = 0; i < steps; i++) {
            town.clock.advance(step);
            var _ = customers.worksOn();
            turn(1);
            int _ = standing.looks();
            for (int round = 0; looks(); round++) {
                if (round > ROUNDS_MAX) {
                    throw new AssertionError("the clock never comes to an end of what is due at " + now());
                }
                town.clock.advance(LEASE.multipliedBy(2));
            }
        }
    }

    private Instant now() {
        return town.now();
    }
}
