package dev.parley.testkit;

import static dev.parley.testkit.Deals.MANAGER;
import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HourlyRate;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.points.PointsContract;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Wallets.Movement;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What the store promises about the cycles of contracts. */
public interface CycleContract extends TimeStage {
    @Test
    default void h13WhatIsUnusedIsGoneWithItsCycle() {
        Covered shop = covered("H-1", hours(600));
        added(shop, "2026-02-10T08:00:00Z", 100);
        assertThat(funds(shop.wallet(), "2026-02-28T22:59:00Z").balance()).isEqualTo(500);
        assertThat(funds(shop.wallet(), "2026-02-28T23:00:00Z").balance()).isZero();
        cycles().turn(shop.contract().contract().id(), Instant.parse("2026-03-10T00:00:00Z"));
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
                        shop.contract().contract().id(),
                        c -> c.grouped(group),
                        new Why(new By(AGENT, agreed), "grouped")));
        Covered now = new Covered(grouped, shop.ticket());
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
    default void h14AMonthOfDowntimeLeavesTheSameCyclesAsRunningEveryHour() {
        Covered one = covered("H-1", hours(60));
        Covered other = covered("H-2", hours(60));
        Instant end = Instant.parse("2026-05-05T00:00:00Z");
        for (Instant at = NOW; at.isBefore(end); at = at.plusSeconds(36_000)) {
            cycles().turn(one.contract().contract().id(), at);
        }
        cycles().turn(one.contract().contract().id(), end);
        cycles().turn(other.contract().contract().id(), end);
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
                .containsExactly(shop.contract().contract().id());
        assertThat(ports().clocks().claim(9, LEASE, NOW)).isEmpty();
        assertThat(ports().clocks().claim(9, LEASE, NOW.plus(LEASE))).hasSize(1);
        ports().clocks().wind(shop.contract().contract().id(), NOW.plusSeconds(3600), null);
        assertThat(ports().clocks().claim(9, LEASE, NOW.plusSeconds(3599))).isEmpty();
        ports().contracts()
                .changeHours(
                        shop.contract().contract().id(), c -> c.ending(9, NOW), new Why(new By(AGENT, NOW), "ended"));
        assertThat(cycles().turnDue(9, LEASE, NOW)).isEqualTo(1);
        assertThat(cycles().turnDue(9, LEASE, NOW)).isZero();
        assertThat(cycles().turnDue(9, LEASE, Instant.parse("2026-03-31T22:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    default void h14TwoNodesTurnOneContractAtOnceAsOne() throws InterruptedException {
        Covered shop = covered("H-1", hours(60));
        Crowd.of(6, _ -> cycles().turn(shop.contract().contract().id(), Instant.parse("2026-05-05T00:00:00Z")));
        assertThat(invoices(shop)).hasSize(3);
        assertThat(movements(shop.wallet()))
                .filteredOn(m -> m.kind().equals("GRANT"))
                .hasSize(4);
        assertThat(movements(shop.wallet()))
                .filteredOn(m -> m.kind().equals("EXPIRE"))
                .hasSize(3);
    }

    @Test
    default void h14h15LateEntriesFindTheHoursOfTwoMonthsForAsLongAsThoseOfOne() {
        Covered shop = covered("H-1", hours(600));
        Group both = new Group(MARCH, new Consent("alice", NOW, "please"), new Consent(MANAGER, NOW, "yes"));
        allowed(ports().contracts()
                .changeHours(
                        shop.contract().contract().id(), c -> c.grouped(both), new Why(new By(AGENT, NOW), "grouped")));
        Instant afterBoth = Instant.parse("2026-05-01T00:30:00Z");
        cycles().turn(shop.contract().contract().id(), afterBoth);
        assertThat(allowed(add(shop, "2026-04-28T08:00:00Z", 30, afterBoth))
                        .pieces()
                        .getFirst()
                        .inPackage())
                .isEqualTo(30);
        assertThat(moved(shop.wallet(), "TIME")).isEqualTo(-30);
        cycles().turn(shop.contract().contract().id(), Instant.parse("2026-05-04T00:30:00Z"));
        assertThat(moved(shop.wallet(), "GRANT") + moved(shop.wallet(), "EXPIRE") + moved(shop.wallet(), "TIME"))
                .as("what May holds")
                .isEqualTo(600);
    }

    @Test
    default void h05WorkOnDemandIsInvoicedAtTheRateOfItsQuoteWhateverTheDeskFileSaysByNow() {
        Covered shop = covered("H-1", hours(60));
        charged(shop, new HourlyRate(Deals.usd(75_00), 15), 60);
        charged(shop, new HourlyRate(Deals.usd(90_00), 15), 20);
        charged(shop, new HourlyRate(Deals.usd(75_00), 15), 5);
        cycles().turn(shop.contract().contract().id(), Instant.parse("2026-04-04T00:00:00Z"));
        assertThat(invoices(shop).getLast().lines())
                .filteredOn(line -> line.kind() == Invoice.Kind.ON_DEMAND)
                .containsExactly(
                        new Invoice.Line(Invoice.Kind.ON_DEMAND, 30, Deals.usd(45_00)),
                        new Invoice.Line(Invoice.Kind.ON_DEMAND, 75, Deals.usd(93_75)));
    }

    /** Quoted while the desk file said {@code rate}, agreed to, and answered after it was changed. */
    private void charged(Covered of, HourlyRate rate, long minutes) {
        Contact alice = ports().store().transact(tx -> tx.contact(of.ticket().requester()));
        TicketId id = in(alice, RequestType.UNKNOWN, new TicketState.Assessing(NOW, null))
                .id();
        Assessment work = new Assessment.Priced(new CategoryKey(3, "development"), minutes, false, "the banner");
        act(useCases(rate), id, new TicketEvent.Assessed(work, ""));
        Marks marks = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));
        String token = marks.decisionToken(new Pointer(id, 1, alice.id().number()));
        assertThat(useCases().decideByLink().decide(id.desk(), token, true, NOW))
                .isPresent();
        act(useCases(), id, new TicketEvent.AnswerSent("Done."));
        assertThat(ports().tickets().find(id).orElseThrow().quotes().getFirst().rate())
                .isEqualTo(rate);
    }

    private static void act(UseCases at, TicketId id, TicketEvent event) {
        assertThat(at.actOnTicket().act(id, event, AGENT, NOW).orElseThrow()).isInstanceOf(Decision.Transition.class);
    }

    private long moved(WalletKey wallet, String kind) {
        return ports()
                .wallets()
                .statement(wallet, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z"))
                .movements()
                .stream()
                .filter(movement -> movement.kind().equals(kind))
                .mapToLong(Movement::amount)
                .sum();
    }
}
