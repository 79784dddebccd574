package dev.parley.testkit;

import static dev.parley.testkit.Deals.MANAGER;
import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static dev.parley.testkit.Deals.onHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.desk.TurnCycles;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HourNotice;
import dev.parley.core.hours.HourTerms;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.TimeEntry;
import dev.parley.core.hours.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.TimeBook.Part;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the store promises about time, packages and the cycles of contracts. March has begun, see {@link #NOW}. */
public interface TimeContract extends StorageContract {
    /** March 2026. */
    YearMonth MARCH = YearMonth.of(2026, 3);

    /** What a desk does, over this storage. */
    default UseCases useCases() {
        return UseCases.over(
                new DeskBook(List.of()), ports().store(), new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
    }

    /** Cycles over this storage. */
    default TurnCycles cycles() {
        return new TurnCycles(
                ports().store(),
                ports().contracts(),
                ports().clocks(),
                useCases().payIn());
    }

    /** A package from the first of February on, for a customer with a ticket. */
    default Covered covered(String number, HourTerms terms) {
        Contact alice = approver(number + "@customer.example");
        HoursContract contract = allowed(ports().contracts()
                .begin(
                        onHours(number, alice.customer(), "2026-02-01", null, terms),
                        new Why(new By(AGENT, NOW), "made")));
        return new Covered(contract, created(alice));
    }

    /** A package and a ticket of its customer. */
    record Covered(HoursContract contract, Ticket ticket) {
        WalletKey wallet() {
            return WalletKey.of(ticket.customer(), Unit.MINUTE);
        }
    }

    private Ruling<Tracked> add(Covered of, String start, long minutes, Instant now) {
        Work work = new Work(of.ticket.id().number(), "kim", WorkKind.DEVELOPMENT);
        return useCases()
                .trackTime()
                .add(of.ticket.id(), TimeEntry.byHand(work, Instant.parse(start), minutes, now), AGENT, now);
    }

    private Tracked added(Covered of, String start, long minutes) {
        Instant start1 = Instant.parse(start);
        return allowed(add(of, start, minutes, start1.plusSeconds(minutes * 60)));
    }

    private List<Part> parts(TicketId ticket) {
        return ports().store()
                .transact(tx -> tx.time().entries(ticket).stream()
                        .flatMap(line -> line.parts().stream())
                        .toList());
    }

    private List<Invoice> invoices(Covered of) {
        return ports().store()
                .transact(tx -> tx.time().invoices(of.contract.contract().id()));
    }

    private Funds funds(WalletKey wallet, String at) {
        return ports().wallets().funds(wallet, Instant.parse(at));
    }

    private static Stream<HourNotice.Kind> kinds(Tracked tracked) {
        return tracked.told().stream().map(HourNotice::kind);
    }

    @Test
    default void h10AnEntryUsesThePackageAndGoesOnOverIt() {
        Covered shop = covered("H-1", hours(120));
        assertThat(kinds(added(shop, "2026-03-02T08:00:00Z", 90))).isEmpty();
        assertThat(funds(shop.wallet(), "2026-03-02T09:30:00Z")).isEqualTo(new Funds(30, 0, false));
        Tracked over = added(shop, "2026-03-02T10:00:00Z", 50);
        assertThat(over.pieces().getFirst().inPackage()).isEqualTo(30);
        assertThat(over.pieces().getFirst().over()).isEqualTo(20);
        assertThat(funds(shop.wallet(), "2026-03-02T11:00:00Z").balance()).isZero();
        assertThat(parts(shop.ticket.id())).extracting(Part::over).containsExactly(0L, 20L);
    }

    @Test
    default void h12EachNoticeIsToldOnce() {
        Covered shop = covered("H-1", hours(100));
        assertThat(kinds(added(shop, "2026-03-02T06:00:00Z", 79))).isEmpty();
        assertThat(kinds(added(shop, "2026-03-02T08:00:00Z", 1))).containsExactly(HourNotice.Kind.USED_80);
        assertThat(kinds(added(shop, "2026-03-02T08:10:00Z", 16))).containsExactly(HourNotice.Kind.USED_95);
        assertThat(kinds(added(shop, "2026-03-02T08:30:00Z", 4)))
                .containsExactly(HourNotice.Kind.USED_100, HourNotice.Kind.OVERAGE_BEGINS);
        assertThat(kinds(added(shop, "2026-03-02T08:40:00Z", 4))).isEmpty();
    }

    @Test
    default void h12AtTheCapWorkStaysOpenAndTheCustomersYesIsCounted() {
        Covered capped = covered("H-1", hours(60, 30L, false));
        Tracked tracked = added(capped, "2026-03-02T06:00:00Z", 100);
        assertThat(tracked.pieces().getFirst().open()).isEqualTo(10);
        assertThat(kinds(tracked)).contains(HourNotice.Kind.CAP_REACHED);
        Covered asked = covered("H-2", hours(60, null, true));
        Tracked before = added(asked, "2026-03-02T06:00:00Z", 70);
        assertThat(before.pieces().getFirst().open()).isEqualTo(10);
        assertThat(kinds(before)).contains(HourNotice.Kind.OVERAGE_ASKED);
        Consent yes = new Consent("alice@customer.example", NOW, "<yes@customer.example>");
        boolean fresh = ports().store()
                .transact(tx -> tx.time().agree(asked.contract.contract().id(), MARCH, 15, yes));
        boolean again = ports().store()
                .transact(tx -> tx.time().agree(asked.contract.contract().id(), MARCH, 15, yes));
        assertThat(List.of(fresh, again)).containsExactly(true, false);
        Tracked after = added(asked, "2026-03-02T08:00:00Z", 20);
        assertThat(after.pieces().getFirst().over()).isEqualTo(15);
        assertThat(after.pieces().getFirst().open()).isEqualTo(5);
    }

    @Test
    default void h14AnEntryIsSplitWhereTheCyclesMeetAndEachPaysItsPart() {
        Covered shop = covered("H-1", hours(600));
        // March begins at 23:00 UTC in Berlin.
        Tracked split = added(shop, "2026-02-28T22:00:00Z", 150);
        assertThat(split.pieces()).extracting(paid -> paid.inPackage()).containsExactly(60L, 90L);
        assertThat(parts(shop.ticket.id())).extracting(Part::month).containsExactly(YearMonth.of(2026, 2), MARCH);
        assertThat(funds(shop.wallet(), "2026-03-01T02:00:00Z").balance()).isEqualTo(510);
    }

    @Test
    default void h14LateWorkIsOfItsCycleUntilThatIsInvoicedAndThenAnAdjustment() {
        Covered shop = covered("H-1", hours(60));
        Instant inMarch = Instant.parse("2026-03-02T12:00:00Z");
        allowed(add(shop, "2026-02-10T08:00:00Z", 70, inMarch));
        cycles().turn(shop.contract.contract().id(), Instant.parse("2026-03-04T00:00:00Z"));
        allowed(add(shop, "2026-02-11T08:00:00Z", 20, Instant.parse("2026-03-04T01:00:00Z")));
        assertThat(parts(shop.ticket.id()))
                .extracting(Part::month, Part::inPackage, Part::over, Part::adjustment)
                .containsExactly(tuple(YearMonth.of(2026, 2), 60L, 10L, false), tuple(MARCH, 20L, 0L, true));
        assertThat(invoices(shop)).containsExactly(Invoice.of(shop.contract, YearMonth.of(2026, 2), 10));
    }

    @Test
    default void h13WhatIsUnusedIsGoneWithItsCycle() {
        Covered shop = covered("H-1", hours(600));
        added(shop, "2026-02-10T08:00:00Z", 100);
        assertThat(funds(shop.wallet(), "2026-02-28T22:59:00Z").balance()).isEqualTo(500);
        assertThat(funds(shop.wallet(), "2026-02-28T23:00:00Z").balance()).isZero();
        cycles().turn(shop.contract.contract().id(), Instant.parse("2026-03-10T00:00:00Z"));
        assertThat(funds(shop.wallet(), "2026-03-10T00:00:00Z").balance()).isEqualTo(600);
        assertThat(movements(shop.wallet())).extracting(Movement::kind).contains("EXPIRE");
    }

    @Test
    default void h15TwoGroupedMonthsAreOnePackageAndNoThird() {
        Covered shop = covered("H-1", hours(100));
        added(shop, "2026-02-10T08:00:00Z", 60);
        Instant agreed = Instant.parse("2026-02-20T08:00:00Z");
        Group group = new Group(
                YearMonth.of(2026, 2), new Consent("alice", agreed, "please"), new Consent(MANAGER, agreed, "yes"));
        HoursContract grouped = allowed(ports().contracts()
                .changeHours(
                        shop.contract.contract().id(),
                        c -> c.grouped(group),
                        new Why(new By(AGENT, agreed), "grouped")));
        Covered now = new Covered(grouped, shop.ticket);
        Tracked much = added(now, "2026-02-21T08:00:00Z", 130);
        assertThat(much.pieces().getFirst().inPackage()).isEqualTo(130);
        assertThat(funds(now.wallet(), "2026-03-01T08:00:00Z").balance()).isEqualTo(10);
        Tracked rest = added(now, "2026-03-02T08:00:00Z", 30);
        assertThat(rest.pieces().getFirst().inPackage()).isEqualTo(10);
        assertThat(rest.pieces().getFirst().over()).isEqualTo(20);
        cycles().turn(grouped.contract().id(), Instant.parse("2026-04-04T00:00:00Z"));
        assertThat(invoices(now))
                .containsExactly(
                        Invoice.of(grouped, YearMonth.of(2026, 2), 0), Invoice.of(grouped, YearMonth.of(2026, 3), 20));
        assertThat(funds(now.wallet(), "2026-04-04T00:00:00Z").balance()).isEqualTo(100);
    }

    @Test
    default void h05WorkWithoutAPackageIsOnDemand() {
        Contact alice = approver("alice@customer.example");
        Ticket ticket = created(alice);
        Work work = new Work(ticket.id().number(), "kim", WorkKind.TRAINING);
        Tracked tracked = allowed(useCases()
                .trackTime()
                .add(ticket.id(), TimeEntry.byHand(work, NOW.minusSeconds(3600), 30, NOW), AGENT, NOW));
        assertThat(tracked.pieces().getFirst().contract()).isNull();
        assertThat(parts(ticket.id())).extracting(Part::open).containsExactly(30L);
        Covered shop = covered("H-1", hours(600));
        Work training = new Work(shop.ticket.id().number(), "kim", WorkKind.TRAINING);
        Tracked apart = allowed(useCases()
                .trackTime()
                .add(shop.ticket.id(), TimeEntry.byHand(training, NOW.minusSeconds(3600), 30, NOW), AGENT, NOW));
        assertThat(apart.pieces().getFirst().contract()).isNull();
    }

    @Test
    default void h18ARequestSentTwiceIsOneEntryAndAStopwatchStopsOnce() {
        Covered shop = covered("H-1", hours(600));
        added(shop, "2026-03-02T06:00:00Z", 10);
        assertThat(add(shop, "2026-03-02T06:00:00Z", 10, NOW)).isInstanceOf(Refused.class);
        var track = useCases().trackTime();
        assertThat(track.stop(Desks.SUPPORT, "kim", NOW)).isInstanceOf(Refused.class);
        allowed(track.start(shop.ticket.id(), "kim", WorkKind.DEVELOPMENT, NOW));
        assertThat(track.start(shop.ticket.id(), "kim", WorkKind.DEVELOPMENT, NOW.plusSeconds(5)))
                .isInstanceOf(Refused.class);
        Tracked stopped = allowed(track.stop(Desks.SUPPORT, "kim", NOW.plusSeconds(300)));
        assertThat(stopped.pieces().getFirst().inPackage()).isEqualTo(5);
        assertThat(track.stop(Desks.SUPPORT, "kim", NOW.plusSeconds(360))).isInstanceOf(Refused.class);
        assertThat(funds(shop.wallet(), "2026-03-02T10:00:00Z").balance()).isEqualTo(585);
    }

    @Test
    default void h14AMonthOfDowntimeLeavesTheSameCyclesAsRunningEveryHour() {
        Covered one = covered("H-1", hours(60));
        Covered other = covered("H-2", hours(60));
        Instant end = Instant.parse("2026-05-05T00:00:00Z");
        for (Instant at = NOW; at.isBefore(end); at = at.plusSeconds(36_000)) {
            cycles().turn(one.contract.contract().id(), at);
        }
        cycles().turn(one.contract.contract().id(), end);
        cycles().turn(other.contract.contract().id(), end);
        assertThat(invoices(one)).hasSize(3).isEqualTo(invoices(other));
        assertThat(funds(one.wallet(), "2026-05-05T00:00:00Z"))
                .isEqualTo(funds(other.wallet(), "2026-05-05T00:00:00Z"))
                .isEqualTo(new Funds(60, 0, false));
        assertThat(movements(one.wallet()))
                .extracting(Movement::kind, Movement::amount)
                .containsExactlyInAnyOrderElementsOf(movements(other.wallet()).stream()
                        .map(m -> tuple(m.kind(), m.amount()))
                        .toList());
    }

    private List<Movement> movements(WalletKey wallet) {
        return ports().wallets()
                .statement(wallet, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))
                .movements();
    }

    @Test
    default void p16EachMonthGrantsItsPointsOnceAndTheRestOfTheLastIsGone() {
        Contact alice = approver("alice@customer.example");
        SiteId shop = ports().customers().addSite(alice.customer(), "Shop", new By(AGENT, NOW));
        PointsContract contract = allowed(ports().contracts()
                .begin(
                        Deals.onPoints("P-1", alice.customer(), "2026-01-15", null, Deals.points(40, shop)),
                        new Why(new By(AGENT, NOW), "made")));
        for (int times = 0; times < 5; times++) {
            cycles().turn(contract.contract().id(), NOW);
        }
        WalletKey wallet = WalletKey.points(shop);
        assertThat(funds(wallet, "2026-03-02T09:00:00Z")).isEqualTo(new Funds(40, 0, false));
        cycles().turn(contract.contract().id(), Instant.parse("2026-05-02T09:00:00Z"));
        assertThat(funds(wallet, "2026-05-02T09:00:00Z")).isEqualTo(new Funds(40, 0, false));
        assertThat(movements(wallet)).filteredOn(m -> m.kind().equals("GRANT")).hasSize(5);
        assertThat(movements(wallet)).filteredOn(m -> m.kind().equals("EXPIRE")).hasSize(4);
    }

    @Test
    default void contractsAreClaimedOnceUntilTheyAreDueAgainOrChanged() {
        Covered shop = covered("H-1", hours(60));
        assertThat(ports().clocks().claim(9, LEASE, NOW))
                .containsExactly(shop.contract.contract().id());
        assertThat(ports().clocks().claim(9, LEASE, NOW)).isEmpty();
        assertThat(ports().clocks().claim(9, LEASE, NOW.plus(LEASE))).hasSize(1);
        ports().clocks().wind(shop.contract.contract().id(), NOW.plusSeconds(3600));
        assertThat(ports().clocks().claim(9, LEASE, NOW.plusSeconds(3599))).isEmpty();
        ports().contracts()
                .changeHours(
                        shop.contract.contract().id(), c -> c.ending(9, NOW), new Why(new By(AGENT, NOW), "ended"));
        assertThat(cycles().turnDue(9, LEASE, NOW)).isEqualTo(1);
        assertThat(cycles().turnDue(9, LEASE, NOW)).isZero();
        assertThat(cycles().turnDue(9, LEASE, Instant.parse("2026-03-31T22:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    default void h14TwoNodesTurnOneContractAtOnceAsOne() throws InterruptedException {
        Covered shop = covered("H-1", hours(60));
        Crowd.of(6, _ -> cycles().turn(shop.contract.contract().id(), Instant.parse("2026-05-05T00:00:00Z")));
        assertThat(invoices(shop)).hasSize(3);
        assertThat(movements(shop.wallet()))
                .filteredOn(m -> m.kind().equals("GRANT"))
                .hasSize(4);
        assertThat(movements(shop.wallet()))
                .filteredOn(m -> m.kind().equals("EXPIRE"))
                .hasSize(3);
    }

    @Test
    default void h18ManyEntriesAtOnceNeverUseAMinuteTwice() throws InterruptedException {
        Covered shop = covered("H-1", hours(100));
        Crowd.of(12, nth -> added(shop, NOW.plusSeconds(3600L * nth).toString(), 10));
        assertThat(parts(shop.ticket.id()).stream().mapToLong(Part::inPackage).sum())
                .isEqualTo(100);
        assertThat(parts(shop.ticket.id()).stream().mapToLong(Part::over).sum()).isEqualTo(20);
    }
}
