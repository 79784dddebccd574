package dev.parley.testkit;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.TrackTime.Tracked;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Group;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.Invoice;
import dev.parley.core.ledger.Funds;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.TimeBook.Correction;
import dev.parley.core.port.TimeBook.Line;
import dev.parley.core.port.TimeBook.Part;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.TicketEvent;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the store promises about entries of time that were wrong. */
public interface CorrectionContract extends TimeStage {
    /** Takes an entry back at {@code at}. */
    default Ruling<Line> takeBack(long entry, String at) {
        Correction why = new Correction("entered on the wrong ticket", AGENT, Instant.parse(at));
        return useCases().correctTime().takeBack(Desks.SUPPORT, entry, why);
    }

    @Test
    default void h11WhatWasEnteredWronglyIsTakenBackWithItsReasonAndTheRightTimeEnteredAnew() {
        Covered shop = covered("H-1", hours(120));
        Tracked wrong = added(shop, "2026-03-02T06:00:00Z", 90);
        Line taken = allowed(takeBack(wrong.entry(), "2026-03-02T09:00:00Z"));
        assertThat(taken.corrected())
                .isEqualTo(new Correction("entered on the wrong ticket", AGENT, Instant.parse("2026-03-02T09:00:00Z")));
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z")).isEqualTo(new Funds(120, 0, false));
        assertThat(refusal(takeBack(wrong.entry(), "2026-03-02T09:01:00Z"))).contains("taken back before");
        assertThat(refusal(takeBack(4711, "2026-03-02T09:01:00Z"))).contains("there is no entry 4711");
        Tracked right = added(shop, "2026-03-02T06:00:00Z", 30);
        assertThat(right.pieces().getFirst().inPackage()).isEqualTo(30);
        assertThat(refusal(add(shop, "2026-03-02T06:00:00Z", 30, NOW))).contains("entered before");
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isEqualTo(90);
    }

    @Test
    default void h11RoomInThePackageIsFilledByWhatWasOverInTheSameCycle() {
        Covered shop = covered("H-1", hours(100));
        Tracked wrong = added(shop, "2026-03-02T04:00:00Z", 60);
        added(shop, "2026-03-02T06:00:00Z", 60);
        added(shop, "2026-03-02T08:00:00Z", 30);
        allowed(takeBack(wrong.entry(), "2026-03-02T09:00:00Z"));
        assertThat(ports()
                        .store()
                        .transact(tx -> tx.time().entries(shop.ticket().id()))
                        .stream()
                        .filter(line -> line.corrected() == null)
                        .flatMap(line -> line.parts().stream()))
                .extracting(Part::inPackage, Part::over)
                .containsExactly(tuple(60L, 0L), tuple(30L, 0L));
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isEqualTo(10);
        Tracked next = added(shop, "2026-03-02T10:00:00Z", 15);
        assertThat(next.pieces().getFirst().over()).isEqualTo(5);
        allowed(takeBack(next.entry(), "2026-03-02T11:00:00Z"));
        assertThat(funds(shop.wallet(), "2026-03-02T11:00:00Z").balance()).isEqualTo(10);
    }

    @Test
    default void h14ALateCorrectionIsSettledOnTheNextInvoiceAndExpiredHoursStayGone() {
        Covered shop = covered("H-1", hours(60));
        Tracked wrong = added(shop, "2026-02-10T08:00:00Z", 70);
        added(shop, "2026-02-11T08:00:00Z", 45);
        cycles().turn(shop.contract().contract().id(), Instant.parse("2026-03-04T00:00:00Z"));
        allowed(takeBack(wrong.entry(), "2026-03-05T00:00:00Z"));
        assertThat(funds(shop.wallet(), "2026-03-05T00:00:00Z").balance()).isEqualTo(60);
        for (int times = 0; times < 5; times++) {
            cycles().turn(shop.contract().contract().id(), Instant.parse("2026-05-04T00:00:00Z"));
        }
        assertThat(invoices(shop).getFirst()).isEqualTo(Invoice.of(shop.contract(), YearMonth.of(2026, 2), 55));
        assertThat(invoices(shop).get(1).lines())
                .extracting(
                        Invoice.Line::kind,
                        Invoice.Line::of,
                        line -> line.amount().minor())
                .containsExactly(
                        tuple(Invoice.Kind.PACKAGE, null, 1_000_00L),
                        tuple(Invoice.Kind.ADJUSTMENT, YearMonth.of(2026, 2), -120_00L));
        assertThat(invoices(shop).get(2).lines()).hasSize(1);
    }

    /** February and March are one group since the 20th of February. */
    private Covered withMarch(Covered shop) {
        Instant agreed = Instant.parse("2026-02-20T08:00:00Z");
        Group group = new Group(
                YearMonth.of(2026, 2),
                new Consent("alice", agreed, "please"),
                new Consent(Deals.MANAGER, agreed, "yes"));
        HoursContract grouped = allowed(ports().contracts()
                .changeHours(
                        shop.contract().contract().id(),
                        c -> c.grouped(group),
                        new Why(new By(AGENT, agreed), "grouped")));
        return new Covered(grouped, shop.ticket());
    }

    @Test
    default void h15WhatIsTakenBackOfAMonthGroupedSinceIsTheGroups() {
        Covered shop = covered("H-1", hours(100));
        Tracked wrong = added(shop, "2026-02-10T08:00:00Z", 60);
        Covered now = withMarch(shop);
        added(now, "2026-02-21T08:00:00Z", 30);
        allowed(takeBack(wrong.entry(), "2026-03-02T00:00:00Z"));
        assertThat(funds(shop.wallet(), "2026-03-02T01:00:00Z").balance()).isEqualTo(170);
        assertThat(added(now, "2026-03-02T08:00:00Z", 170).pieces().getFirst().over())
                .isZero();
    }

    @Test
    default void h15WhatIsTakenBackOfTheSecondMonthOfAGroupIsTheGroups() {
        Covered shop = covered("H-1", hours(100));
        Tracked wrong = added(withMarch(shop), "2026-03-02T06:00:00Z", 60);
        allowed(takeBack(wrong.entry(), "2026-03-02T09:00:00Z"));
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isEqualTo(200);
    }

    @Test
    default void p25WhatMovedIntoTheRoomOfAnEntryIsGivenBackWithItsOwn() {
        Covered shop = covered("H-1", hours(100));
        added(shop, "2026-03-02T04:00:00Z", 60);
        added(shop, "2026-03-02T06:00:00Z", 90);
        useCases()
                .actOnTicket()
                .act(
                        shop.ticket().id(),
                        new TicketEvent.Assessed(new Assessment.Incident(""), "our own fault"),
                        AGENT,
                        NOW);
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isEqualTo(100);
    }

    @Test
    default void p25TimeOnATicketThatBecomesFreeIsGivenBackWithIt() {
        Covered shop = covered("H-1", hours(100));
        added(shop, "2026-03-02T06:00:00Z", 40);
        useCases()
                .actOnTicket()
                .act(
                        shop.ticket().id(),
                        new TicketEvent.Assessed(new Assessment.Incident(""), "our own fault"),
                        AGENT,
                        NOW);
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isEqualTo(100);
        List<Line> lines =
                ports().store().transact(tx -> tx.time().entries(shop.ticket().id()));
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.corrected())
                        .extracting(Correction::reason)
                        .isEqualTo("the ticket is free of charge: our own fault"));
        assertThat(refusal(add(shop, "2026-03-02T08:00:00Z", 10, NOW))).contains("is free of charge");
    }

    @Test
    default void t76WhatWasDoneBeforeAPriceStaysThePackages() {
        Covered shop = covered("H-1", hours(100));
        added(shop, "2026-03-02T06:00:00Z", 40);
        Assessment priced = new Assessment.Priced(Desks.MODIFICATION, 30, false, "more");
        useCases().actOnTicket().act(shop.ticket().id(), new TicketEvent.Assessed(priced, ""), AGENT, NOW);
        assertThat(funds(shop.wallet(), "2026-03-02T09:00:00Z").balance()).isEqualTo(60);
    }
}
