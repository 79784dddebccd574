package dev.parley.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.AssessWork.Work;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.Pricing;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Deals;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The same conversation where points of sites pay, and where packages of hours do. */
class OtherUnitsTest {
    private final Stage points = new Stage(Desks.paidIn(Unit.POINT));
    private final Stage hours = new Stage(Desks.paidIn(Unit.MINUTE));

    private SiteId site(String name) {
        return points.store.customers().addSite(points.customer, name, new By(Stage.AGENT, points.now()));
    }

    private void contract(SiteId... sites) {
        var contract = Deals.onPoints("R-1", points.customer, "2026-01-01", null, Deals.points(10, sites));
        Deals.allowed(points.store.contracts().begin(contract, why(points)));
    }

    private static Why why(Stage stage) {
        return new Why(new By(Stage.AGENT, stage.now()), "begun");
    }

    private static TicketId asked(Stage stage) {
        return stage.opened(stage.mail(Stage.ALICE, "Please add a banner to the start page."));
    }

    private Funds of(SiteId site) {
        return points.store.wallets().funds(WalletKey.points(site), points.now());
    }

    private static StateName state(Stage stage, TicketId ticket) {
        return StateName.of(stage.view(ticket).ticket().state());
    }

    private OutgoingMessage quoted(TicketId ticket, long amount) {
        assertThat(points.assess(ticket, Desks.CONSULTATION, amount).row()).isEqualTo(Row.T13);
        return points.sent().getLast();
    }

    @Test
    void p14TheOnlySiteOfACustomerPaysAndTheMonthsPointsAreThere() {
        SiteId news = site("news.example");
        contract(news);
        TicketId ticket = asked(points);
        OutgoingMessage quote = quoted(ticket, 4);
        points.receive(points.reply(Stage.ALICE, quote, "Yes, please go ahead."));
        assertThat(state(points, ticket)).isEqualTo(StateName.WORKING);
        assertThat(of(news)).isEqualTo(new Funds(10, 4, false));
        points.act(ticket, new TicketEvent.AnswerSent("Done."));
        assertThat(of(news)).isEqualTo(new Funds(6, 0, false));
    }

    @Test
    void p14OfSeveralSitesStaffSayWhichPays() {
        SiteId news = site("news.example");
        SiteId sport = site("sport.example");
        contract(news, sport);
        TicketId ticket = asked(points);
        assertThat(points.assess(ticket, Desks.CONSULTATION, 4).row()).isEqualTo(Row.UNLISTED);
        assertThat(points.act(ticket, new TicketEvent.SiteChosen(sport.number()))
                        .row())
                .isEqualTo(Row.T103);
        points.receive(points.reply(Stage.ALICE, quoted(ticket, 4), "Yes, please go ahead."));
        assertThat(of(sport).reserved()).isEqualTo(4);
        assertThat(of(news).reserved()).isZero();
    }

    @Test
    void p18WorkThatEndsNextMonthIsChargedToTheMonthOfTheYes() {
        SiteId news = site("news.example");
        contract(news);
        TicketId ticket = asked(points);
        points.receive(points.reply(Stage.ALICE, quoted(ticket, 4), "Yes, please go ahead."));
        points.clock.set(Instant.parse("2026-04-02T09:00:00Z"));
        points.act(ticket, new TicketEvent.AnswerSent("Done."));
        TicketId next = asked(points);
        OutgoingMessage quote = quoted(next, 10);
        points.receive(points.reply(Stage.ALICE, quote, "Yes, please go ahead."));
        assertThat(of(news)).as("April's points are whole").isEqualTo(new Funds(10, 10, false));
    }

    @Test
    void p19WithoutEnoughPointsNothingIsHeldUntilTheNextMonthBrings() {
        SiteId news = site("news.example");
        contract(news);
        TicketId first = asked(points);
        points.receive(points.reply(Stage.ALICE, quoted(first, 8), "Yes, please go ahead."));
        TicketId second = asked(points);
        points.receive(points.reply(Stage.ALICE, quoted(second, 4), "Yes, please go ahead."));
        assertThat(state(points, second)).isEqualTo(StateName.FUNDING);
        assertThat(of(news).reserved()).isEqualTo(8);
    }

    private Work design(long minutes) {
        var policy = Desks.paidIn(Unit.MINUTE);
        Pricing price = policy.prices().price("modification", PriceInput.of(minutes, "A new banner"));
        return new Work(Desks.MODIFICATION, WorkKind.DESIGN_CHANGES, price, "");
    }

    private Decision assess(TicketId ticket, Work work) {
        return hours.useCases
                .assessWork()
                .assess(ticket, work, Stage.AGENT, hours.now())
                .orElseThrow();
    }

    @Test
    void h01WorkThatThePackageIncludesIsDoneWithoutAsking() {
        var contract = Deals.onHours("H-1", hours.customer, "2026-01-15", 12, Deals.hours(600));
        Deals.allowed(hours.store.contracts().begin(contract, why(hours)));
        TicketId ticket = asked(hours);
        assertThat(assess(ticket, design(150)).row()).isEqualTo(Row.T104);
        assertThat(hours.view(ticket).ticket().type()).isEqualTo(RequestType.COVERED);
    }

    @Test
    void h05WithoutAPackageWorkIsQuotedAndHeldAfterTheYes() {
        TicketId ticket = asked(hours);
        assertThat(assess(ticket, design(150)).row()).isEqualTo(Row.T13);
        hours.receive(hours.reply(Stage.ALICE, hours.sent().getLast(), "Yes, please go ahead."));
        assertThat(state(hours, ticket)).isEqualTo(StateName.WORKING);
        WalletKey demand = WalletKey.of(hours.customer, Unit.DEMAND);
        assertThat(hours.store.wallets().funds(demand, hours.now()).reserved()).isEqualTo(150);
    }

    @Test
    void t105p21WhereMinutesPayAQuestionAboutCreditsIsAnyQuestion() {
        TicketId ticket = asked(hours);
        assertThat(assess(ticket, design(150)).row()).isEqualTo(Row.T13);
        hours.receive(hours.reply(Stage.ALICE, hours.sent().getLast(), "How many points do we have left?"));
        assertThat(hours.sent()).extracting(OutgoingMessage::subject).doesNotContain("CUSTOMER_SUPPORT_MEANWHILE");
    }

    @Test
    void h05WhatNoPackageCoversNeedsAPriceAndStaffHearWhy() {
        TicketId ticket = asked(hours);
        Decision decision = assess(ticket, design(5));
        assertThat(((Decision.Refused) decision).reason())
                .startsWith("no package covers this, as the customer has no package of hours, and so it is quoted");
    }

    @Test
    void x01AfterItsTermAPackageCoversNothing() {
        var contract = Deals.onHours("H-1", hours.customer, "2026-01-15", 6, Deals.hours(600));
        Deals.allowed(hours.store.contracts().begin(contract, why(hours)));
        hours.clock.advance(Duration.ofDays(200));
        assertThat(assess(asked(hours), design(150)).row()).isEqualTo(Row.T13);
    }
}
