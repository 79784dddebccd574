package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.onHours;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.desk.TurnCycles;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.Party;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.TimeBook.Part;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Said;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Packages of hours and tickets on any storage. March has begun, see {@link #NOW}. */
public interface TimeStage extends StorageContract {
    /** March 2026. */
    YearMonth MARCH = YearMonth.of(2026, 3);

    /** Where staff are told. */
    String STAFF_MAILBOX = "team@vendor.example";

    /** An hour on demand. */
    HourlyRate ON_DEMAND = new HourlyRate(Deals.usd(150_00), 15);

    /** What a desk does, over this storage. */
    default UseCases useCases() {
        return useCases(ON_DEMAND);
    }

    /** The same of a desk file that says another price for work on demand. */
    default UseCases useCases(HourlyRate onDemand) {
        return UseCases.over(
                new DeskBook(List.of(desk(onDemand))),
                ports().store(),
                new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
    }

    /** The desk. */
    default DeskProfile desk(HourlyRate onDemand) {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + new TreeMap<>(fields), null);
        return new DeskProfile(
                Desks.paidIn(Unit.MINUTE),
                new Party("Packages", "packages@vendor.example"),
                "mail:support",
                List.of("packages@vendor.example"),
                List.of(),
                List.of(),
                STAFF_MAILBOX,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), 40),
                words,
                onDemand);
    }

    /** Cycles over this storage. */
    default TurnCycles cycles() {
        return new TurnCycles(
                ports().store(),
                ports().contracts(),
                ports().clocks(),
                useCases().payIn(),
                Map.of(Desks.SUPPORT, ON_DEMAND));
    }

    /** A package from the first of February on, for a customer with a ticket. */
    default Covered covered(String number, HourTerms terms) {
        Contact alice = approver(number + "@customer.example");
        HoursContract contract = allowed(ports().contracts()
                .begin(
                        onHours(number, alice.customer(), "2026-02-01", null, terms),
                        new Why(new By(AGENT, NOW), "made")));
        return new Covered(contract, working(alice, RequestType.COVERED, new Price.Free()));
    }

    /** A ticket paid by the hour that is worked on. */
    default Ticket working(Contact requester, RequestType type, Price price) {
        return in(requester, type, new TicketState.Working(price, false, NOW, null));
    }

    /** A ticket paid by the hour. */
    default Ticket in(Contact requester, RequestType type, TicketState state) {
        return ports().store().transact(tx -> {
            TicketId id = new TicketId(
                    requester.id().desk(), tx.nextTicketNumber(requester.id().desk()));
            Ticket fresh = Ticket.created(id, requester, "A banner", Payer.of(Unit.DEMAND), NOW);
            tx.create(fresh);
            Ticket next = Tickets.of(
                    type,
                    Tickets.in(
                            fresh,
                            state,
                            state instanceof TicketState.Quoted || state instanceof TicketState.Funding ? 1 : 0,
                            StateName.of(state).open() ? NOW.plus(Duration.ofDays(14)) : null));
            tx.apply(fresh, Tickets.transition(Row.T104, next), AGENT, NOW);
            return next;
        });
    }

    /** A package and a ticket of its customer. */
    record Covered(HoursContract contract, Ticket ticket) {
        /** The customer's minutes. */
        public WalletKey wallet() {
            return WalletKey.of(ticket.customer(), Unit.MINUTE);
        }
    }

    /** Enters work by hand at {@code now}. */
    default Ruling<Tracked> add(Covered of, String start, long minutes, Instant now) {
        Work work = new Work(of.ticket.id().number(), "kim", WorkKind.DEVELOPMENT);
        return useCases()
                .trackTime()
                .add(of.ticket.id(), TimeEntry.byHand(work, Instant.parse(start), minutes, now), AGENT, now);
    }

    /** Enters work by hand when it is over. */
    default Tracked added(Covered of, String start, long minutes) {
        Instant start1 = Instant.parse(start);
        return allowed(add(of, start, minutes, start1.plusSeconds(minutes * 60)));
    }

    /** What was entered on a ticket. */
    default List<Part> parts(TicketId ticket) {
        return ports().store()
                .transact(tx -> tx.time().entries(ticket).stream()
                        .flatMap(line -> line.parts().stream())
                        .toList());
    }

    /** The invoices of a package. */
    default List<Invoice> invoices(Covered of) {
        return ports().store()
                .transact(tx -> tx.time().invoices(of.contract.contract().id()));
    }

    /** A wallet at a moment. */
    default Funds funds(WalletKey wallet, String at) {
        return ports().wallets().funds(wallet, Instant.parse(at));
    }

    /** What was told. */
    default Stream<HourNotice.Kind> kinds(Tracked tracked) {
        return tracked.told().stream().map(HourNotice::kind);
    }

    /** All that happened in a wallet. */
    default List<Movement> movements(WalletKey wallet) {
        return ports().wallets()
                .statement(wallet, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))
                .movements();
    }

    /** Half an hour of work that ended now. */
    default Ruling<Tracked> worked(Ticket ticket, WorkKind kind) {
        Work work = new Work(ticket.id().number(), "kim", kind);
        return useCases()
                .trackTime()
                .add(ticket.id(), TimeEntry.byHand(work, NOW.minusSeconds(3600), 30, NOW), AGENT, NOW);
    }

    /** The words of a refusal. */
    default String refusal(Ruling<?> ruling) {
        return ruling instanceof Refused<?>(var wrong, var right) ? wrong + "; " + right : "allowed";
    }

    /** A price somebody agreed to. */
    default Price agreed() {
        return new Price.Held(Tickets.quote(1, 90, false, NOW), Said.byRule(NOW), NOW);
    }
}
