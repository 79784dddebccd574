package dev.parley.testkit.simulate;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.AskOverage;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.points.PointsContract;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Contracts.Kept;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.TimeBook;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ticket;
import dev.parley.testkit.Deals;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Time is worked on tickets, and contracts change. */
final class HourMoves {
    private static final String DESK = Vendor.SUPPORT_PACKAGES.desk;
    private static final List<WorkKind> KINDS =
            List.of(WorkKind.DEVELOPMENT, WorkKind.TROUBLESHOOTING, WorkKind.TRAINING);
    private static final CategoryKey DEVELOPMENT = new CategoryKey(3, "development");
    private static final int LATE_DAYS = 45;

    private final Town town;
    private final Tally tally;
    private final StaffMoves staff;

    HourMoves(Town town, Tally tally, StaffMoves staff) {
        this.town = town;
        this.tally = tally;
        this.staff = staff;
    }

    /** By stopwatch or by hand, for now or for long ago, across midnights and the ends of cycles. */
    String works(Move move) {
        Optional<Ticket> ticket =
                staff.ticket(move).filter(one -> one.id().desk().equals(DESK));
        if (ticket.isEmpty()) {
            return "no hours to work on";
        }
        return switch (move.how() % 6) {
            case 0 ->
                "starts: "
                        + town.useCases
                                .trackTime()
                                .start(ticket.get().id(), Town.AGENT.login(), Move.pick(KINDS, move.which()), now());
            case 2 -> corrects(ticket.get(), move);
            case 5 -> asks(ticket.get(), move);
            case 1 -> "stops: " + tracked(town.useCases.trackTime().stop(DESK, Town.AGENT.login(), now()));
            default -> enters(ticket.get(), move);
        };
    }

    private String enters(Ticket ticket, Move move) {
        long minutes = 1L + move.which() % 400;
        Instant end = now().minus(Duration.ofMinutes(move.how() % 3 == 0 ? move.which() % (LATE_DAYS * 1_440) : 0));
        Work work = new Work(ticket.id().number(), Town.AGENT.login(), Move.pick(KINDS, move.how() / 4));
        Ruling<TimeEntry> entry = TimeEntry.byHand(work, end.minus(Duration.ofMinutes(minutes)), minutes, now());
        return "enters " + minutes + " until " + end + ": "
                + tracked(town.useCases.trackTime().add(ticket.id(), entry, Town.AGENT, now()));
    }

    private String asks(Ticket ticket, Move move) {
        long minutes = 1L + move.which() % 90;
        AskOverage.Need need = new AskOverage.Need(DEVELOPMENT, WorkKind.DEVELOPMENT, minutes, "the rest of it");
        Optional<Decision> asked = town.useCases.askOverage().ask(ticket.id(), need, Town.AGENT, now());
        asked.ifPresent(decision -> tally.saw(decision.row().name()));
        return "asks for " + minutes + " minutes over: " + asked;
    }

    private String corrects(Ticket ticket, Move move) {
        List<TimeBook.Line> lines = town.ports.store().transact(tx -> tx.time().entries(ticket.id()));
        if (lines.isEmpty()) {
            return "no entry to take back";
        }
        TimeBook.Line line = Move.pick(lines, move.which());
        TimeBook.Correction why = new TimeBook.Correction("wrong", Town.AGENT, now());
        return "takes back: " + town.useCases.correctTime().takeBack(DESK, line.id(), why);
    }

    private Ruling<Tracked> tracked(Ruling<Tracked> ruling) {
        if (ruling instanceof Allowed<Tracked>(var done)
                && done.pieces().stream().anyMatch(piece -> piece.inPackage() > 0)) {
            tally.saw("T17");
        }
        return ruling;
    }

    /** One of the contracts is amended, grouped, discounted or ended, or gets another manager. */
    String changes(Move move) {
        List<Kept> all = town.vendors.stream()
                .flatMap(vendor -> town.ports.contracts().list(vendor.desk, "", Contracts.PAGE_MAX).stream())
                .toList();
        if (all.isEmpty()) {
            return "no contract to change";
        }
        return switch (Move.pick(all, move.which())) {
            case Kept.Points(var points) -> changes(points, move);
            case Kept.Hours(var hours) -> hours(new Kept.Hours(hours), move);
        };
    }

    private String changes(PointsContract contract, Move move) {
        Why why = new Why(town.by(), "changed");
        if (move.how() % 6 == 0) {
            return "ends: "
                    + town.ports
                            .contracts()
                            .changePoints(
                                    contract.contract().id(), one -> one.ending(3 + move.which() % 12, now()), why);
        }
        long points = 10L + move.which() % 70;
        SiteId[] sites = contract.sites().toArray(SiteId[]::new);
        return "amended to " + points + ": "
                + town.ports
                        .contracts()
                        .changePoints(
                                contract.contract().id(),
                                one -> one.amended(now(), month(move), Deals.points(points, sites)),
                                why);
    }

    private String hours(Kept.Hours kept, Move move) {
        Why why = new Why(town.by(), "changed");
        Consent wish = new Consent("alice", now(), "wish-" + move.which());
        Consent agreed = new Consent(kept.hours().manager(), now(), "agreed-" + move.which());
        return "package: "
                + town.ports
                        .contracts()
                        .changeHours(
                                kept.contract().id(),
                                one -> switch (move.how() % 6) {
                                    case 0 -> one.amended(now(), month(move), Deals.hours(300 + move.which() % 600));
                                    case 1 ->
                                        one.amended(
                                                now(),
                                                month(move),
                                                Deals.hours(300 + move.which() % 600, 60L, move.which() % 2 == 0));
                                    case 2 -> one.managedBy(move.which() % 2 == 0 ? Deals.MANAGER : "nora");
                                    case 3 -> one.discounted(new Discount(12, 10), agreed);
                                    default -> one.grouped(new Group(month(move), wish, agreed));
                                },
                                why);
    }

    private YearMonth month(Move move) {
        return YearMonth.from(now().atZone(town.scene.zone())).plusMonths(move.how() / 6 % 3);
    }

    private Instant now() {
        return town.now();
    }
}
