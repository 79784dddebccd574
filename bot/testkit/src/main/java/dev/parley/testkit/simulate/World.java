package dev.parley.testkit.simulate;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import dev.parley.testkit.Ports;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Desks with their customers and staff, to which moves happen. */
final class World {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Everything left alone is over by then: half a year of reminders, and the closing of what was answered. */
    private static final int WEEKS_LEFT_ALONE = 110;

    private final Town town;
    private final CustomerMoves customers;
    private final StaffMoves staff;
    private final TriageMoves triage;
    private final MoneyMoves money;
    private final StandingMoves standing;
    private final ExtraMoves extras;
    private final HourMoves hours;
    private final ClockMoves clock;
    private final Tally tally = new Tally();
    private final Findings findings = new Findings();
    private final Invariants invariants = new Invariants(findings);
    private final Books books;
    private final Map<TicketId, View> views = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    World(Scene scene, Set<Vendor> vendors, Function<InstantSource, Ports> storage) {
        town = new Town(scene, vendors, storage);
        customers = new CustomerMoves(town, tally);
        staff = new StaffMoves(town);
        triage = new TriageMoves(town, tally, staff);
        money = new MoneyMoves(town, tally);
        hours = new HourMoves(town, tally, staff);
        standing = new StandingMoves(town, tally, customers);
        extras = new ExtraMoves(town, tally, staff);
        clock = new ClockMoves(town, customers, standing);
        books = new Books(town, new Books.Incomes(money, standing, extras), findings);
    }

    /** Lets {@code move} happen; what cannot happen now does nothing. */
    void happen(Move move) {
        told.add("");
        Turn turn = Turn.of(move);
        told(happen(turn, move));
        look(turn);
    }

    private String happen(Turn turn, Move move) {
        return switch (turn) {
            case WRITES -> customers.writes(move);
            case REPLIES -> customers.replies(move);
            case BOUNCES -> customers.bounces(move);
            case AGAIN -> customers.again(move);
            case CUSTOMER_ACTS -> customers.acts(move);
            case MONEY -> money.happens(move);
            case STANDING -> standing.happens(move);
            case EXTRAS -> extras.happens(move);
            case ASSESSES -> staff.assesses(move);
            case STAFF_ACTS -> staff.acts(move);
            case TRIAGE -> triage.happens(move);
            case RIGHTS -> staff.rights(move);
            case WORKS -> hours.works(move);
            case CONTRACTS -> hours.changes(move);
            case FAULTS -> faults(move);
            case TIME -> clock.passes(move);
        };
    }

    private void told(String what) {
        told.set(told.size() - 1, town.now() + " " + what);
    }

    /** The database goes away before something is kept, and what was tried is tried again. */
    private String faults(Move move) {
        Turn turn = Turn.ofAnother(move);
        town.store.failAt(1 + move.which() % 3);
        try {
            return happen(turn, move) + " (with a fault, if anywhere, in the post)";
        } catch (StoreUnavailable _) {
            town.store.failAt(0);
            return happen(turn, move) + " (after a fault)";
        } finally {
            town.store.failAt(0);
        }
    }

    // ---- what must be true

    private void look(Turn turn) {
        Set<CustomerId> agreed = customers.agreed();
        for (TicketId id : List.copyOf(town.tickets())) {
            Ticket ticket = town.ticket(id).orElseThrow();
            View before = views.get(id);
            if (before == null || before.ticket().version() != ticket.version()) {
                View after = town.ports.tickets().find(id).orElseThrow();
                views.put(id, after);
                invariants.check(before, after);
                invariants.letters(after);
                invariants.wish(after, town.ports.features().find(id));
                findings.require(
                        committed(after) <= committed(before) || mayCost(turn, before, after, agreed),
                        () -> id + " costs " + committed(after) + " after " + committed(before) + " by " + turn
                                + ", and nobody agreed");
            }
        }
        books.check(views.values());
    }

    private static long committed(@Nullable View view) {
        return view == null ? 0 : view.money().held() + view.money().charged();
    }

    /** By a yes just said, by money that came after a yes, or by what was agreed in advance. */
    private static boolean mayCost(Turn turn, @Nullable View before, View after, Set<CustomerId> agreed) {
        TicketState was = before == null ? null : before.ticket().state();
        boolean waited = was instanceof TicketState.Funding
                || (was instanceof TicketState.Requoted raise && raise.agreedAt() != null);
        boolean assessed = turn == Turn.ASSESSES || turn == Turn.FAULTS;
        boolean automatic = after.quotes().getLast().status() == TicketReads.Offer.Status.AUTO;
        return agreed.contains(after.ticket().customer()) || waited || (assessed && automatic);
    }

    /** Leaves everything alone for two years: then nothing is open and nothing is held. */
    void end() {
        told.add("");
        told("everybody goes home");
        clock.runsOut(WEEK, WEEKS_LEFT_ALONE);
        look(Turn.TIME);
        for (View view : views.values()) {
            Ticket ticket = view.ticket();
            findings.require(
                    !StateName.of(ticket.state()).open(),
                    () -> ticket.id() + " is still " + ticket.state() + " after two years, due " + ticket.dueAt());
            findings.same(ticket.id() + " holds after two years", view.money().held(), 0);
        }
    }

    /** What is not as it must be. */
    List<String> broken() {
        return findings.wrong();
    }

    /** What happened so far, in numbers. */
    Tally tally() {
        Tally all = new Tally();
        all.add(tally);
        standing.count(all);
        all.walked(told.size(), findings.looked(), town.store.faults());
        for (TicketId id : town.tickets()) {
            for (TicketReads.Step step :
                    town.ports.tickets().find(id).orElseThrow().history()) {
                all.saw(step.row().name());
                if (step.before() != step.after()) {
                    all.reached(step.after());
                }
            }
        }
        return all;
    }

    /** What the last move was. */
    String last() {
        return told.isEmpty() ? "the beginning" : told.getLast();
    }

    /** All moves in words. */
    List<String> told() {
        return List.copyOf(told);
    }
}
