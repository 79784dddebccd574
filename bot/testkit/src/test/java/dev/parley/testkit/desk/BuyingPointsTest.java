package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.AGENT;
import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.SiteId;
import dev.parley.core.desk.BuyPoints;
import dev.parley.core.desk.BuyPoints.Bought;
import dev.parley.core.desk.BuyPoints.Seen;
import dev.parley.core.desk.BuyPoints.View;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.points.PointTerms;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Deals;
import dev.parley.testkit.Desks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P-19: points run out, and somebody who may agree to charges buys exactly what one quote lacks. */
class BuyingPointsTest {
    private static final Seen FOUR = new Seen(4, "100.00 USD");

    private final Stage stage = new Stage(Desks.paidIn(Unit.POINT));
    private final BuyPoints points = stage.useCases.buyPoints();
    private SiteId site;

    @BeforeEach
    void tenPointsAMonthAtTwentyFiveDollarsForEachMore() {
        By by = new By(AGENT, stage.now());
        site = stage.store.customers().addSite(stage.customer, "news.example", by);
        var contract = Deals.onPoints("R-1", stage.customer, "2026-01-01", null, Deals.points(10, site));
        Deals.allowed(stage.store.contracts().begin(contract, new Why(by, "begun")));
    }

    @Test
    void p19TheMailNamesTheSiteThePriceAndTheLinkOfItsReader() {
        TicketId ticket = short4();
        assertThat(stage.sentOne().text())
                .contains("site=news.example", "extra_price=100.00 USD", "shortfall=4")
                .contains("top_up=https://desk.example/points/" + DESK + "/" + token(ticket, 1, stage.alice))
                .doesNotContain("next_at");
    }

    @Test
    void p19TheMailNamesTheNextMonthIfItBringsEnough() {
        agreed(8);
        stage.sent();
        agreed(4);
        assertThat(stage.sentOne().text()).contains("next_at=2026-03-31T22:00:00Z", "extra_price=50.00 USD");
    }

    @Test
    void p19MailsOfShortageGoToEverybodyWhoMayAgree() {
        stage.contact("bob@customer.example", "Bob", true);
        stage.contact("carl@customer.example", "Carl", false);
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please add a banner."));
        stage.assess(ticket, Desks.CONSULTATION, 14);
        stage.receive(stage.reply(ALICE, to(ALICE), "yes"));
        assertThat(stage.sent())
                .filteredOn(message -> message.subject().equals("AGREED_BUT_SHORT"))
                .extracting(message -> message.to().getFirst().address())
                .containsExactlyInAnyOrder(ALICE, "bob@customer.example");
    }

    private OutgoingMessage to(String address) {
        return stage.sent().stream()
                .filter(message -> message.to().getFirst().address().equals(address))
                .toList()
                .getLast();
    }

    @Test
    void p19LookingBuysNothing() {
        TicketId ticket = short4();
        View view = look(ticket, stage.alice).orElseThrow();
        assertThat(view.points()).isEqualTo(4);
        assertThat(view.price()).hasToString("100.00 USD");
        assertThat(view.site()).isEqualTo("news.example");
        assertThat(funds()).isEqualTo(new Funds(10, 0, false));
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
    }

    @Test
    void p19AnApproversButtonBuysExactlyWhatIsMissingAndTheWorkGoesOn() {
        TicketId ticket = short4();
        stage.sent();
        assertThat(allowed(buy(ticket, stage.alice, FOUR)).points()).isEqualTo(4);
        assertThat(state(ticket)).isEqualTo(StateName.WORKING);
        assertThat(funds()).isEqualTo(new Funds(14, 14, false));
        assertThat(stage.sent()).extracting(OutgoingMessage::subject).contains("POINTS_BOUGHT", "FUNDED");
        assertThat(notices()).contains("STAFF_POINTS_BOUGHT");
        assertThat(stage.store.tickets().audit(DESK, "ticket " + ticket.number(), 20))
                .anySatisfy(line -> assertThat(line.after()).contains("4 extra points at news.example for 100.00 USD"));
        assertThat(stage.store.wallets().violations()).isEmpty();
    }

    @Test
    void p19TwoClicksBuyOnce() {
        TicketId ticket = short4();
        assertThat(buy(ticket, stage.alice, FOUR)).containsInstanceOf(Allowed.class);
        assertThat(buy(ticket, stage.alice, FOUR)).isEmpty();
        assertThat(look(ticket, stage.alice)).isEmpty();
        assertThat(funds().balance()).isEqualTo(14);
    }

    @Test
    void p19WhatWasSeenIsWhatIsBought() {
        TicketId ticket = short4();
        for (Seen wrong : List.of(new Seen(4, "1.00 USD"), new Seen(5, "100.00 USD"), new Seen(0, ""))) {
            assertThat(buy(ticket, stage.alice, wrong)).containsInstanceOf(Refused.class);
        }
        assertThat(funds()).isEqualTo(new Funds(10, 0, false));
    }

    @Test
    void p19TheLinkIsForOneQuoteVersion() {
        TicketId ticket = short4();
        stage.assess(ticket, Desks.CONSULTATION, 15);
        stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        assertThat(points.buy(DESK, token(ticket, 1, stage.alice), new Seen(5, "125.00 USD"), stage.now()))
                .isEmpty();
        assertThat(points.buy(DESK, token(ticket, 2, stage.alice), new Seen(5, "125.00 USD"), stage.now()))
                .containsInstanceOf(Allowed.class);
    }

    @Test
    void p19OnlyWhoMayAgreeToChargesBuysAndOthersSeeWho() {
        TicketId ticket = short4();
        Contact bob = stage.contact("bob@customer.example", "Bob", false);
        assertThat(look(ticket, bob).orElseThrow().approvers())
                .extracting(Contact::address)
                .containsExactly(ALICE);
        assertThat(buy(ticket, bob, FOUR)).containsInstanceOf(Refused.class);
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
    }

    @Test
    void p19AForgedLinkShowsAndBuysNothing() {
        TicketId ticket = short4();
        String ours = token(ticket, 1, stage.alice);
        String credits =
                stage.marks.buyToken(new Pointer(ticket, 1, stage.alice.id().number()));
        for (String wrong : List.of(ours + "x", "", credits, ours.replaceFirst("-1-", "-2-"))) {
            assertThat(points.look(DESK, wrong, stage.now())).isEmpty();
            assertThat(points.buy(DESK, wrong, FOUR, stage.now())).isEmpty();
        }
    }

    @Test
    void p19AYesByMailToTheShortageBuysNothingAndStaffReadIt() {
        TicketId ticket = short4();
        stage.receive(stage.reply(ALICE, stage.sentOne(), "yes"));
        assertThat(funds()).isEqualTo(new Funds(10, 0, false));
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        assertThat(notices()).contains("STAFF_CUSTOMER_WROTE");
    }

    @Test
    void p19WhatWasAgreedToEarlierComesFirst() {
        TicketId first = short4();
        TicketId second = agreed(15);
        Ruling<Bought> ruling =
                buy(second, stage.alice, new Seen(5, "125.00 USD")).orElseThrow();
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.wrong()).contains("ticket " + first.number()));
        assertThat(funds().balance()).isEqualTo(10);
    }

    @Test
    void p16BoughtPointsAreGoneWithTheMonth() {
        TicketId ticket = short4();
        allowed(buy(ticket, stage.alice, FOUR));
        stage.act(ticket, new TicketEvent.TakenBack("we cannot"));
        assertThat(funds()).isEqualTo(new Funds(14, 0, false));
        stage.clock.set(Instant.parse("2026-04-02T09:00:00Z"));
        assertThat(funds().available()).isZero();
    }

    @Test
    void p19AContractWithoutAPriceSellsNone() {
        By by = new By(AGENT, stage.now());
        SiteId other = stage.store.customers().addSite(stage.customer, "sport.example", by);
        var terms = new PointTerms(Map.of(other, 10L), null, 0);
        Deals.allowed(stage.store
                .contracts()
                .begin(Deals.onPoints("R-2", stage.customer, "2026-01-01", null, terms), new Why(by, "begun")));
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please add a banner."));
        stage.act(ticket, new TicketEvent.SiteChosen(other.number()));
        stage.assess(ticket, Desks.CONSULTATION, 14);
        stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        assertThat(stage.sentOne().text()).contains("site=sport.example").doesNotContain("extra_price");
        assertThat(look(ticket, stage.alice).orElseThrow().price()).isNull();
        assertThat(buy(ticket, stage.alice, FOUR)).containsInstanceOf(Refused.class);
    }

    // ---- how it is done

    /** A ticket of 14 points that was agreed to in a month with 10; the mail that says so is still to be read. */
    private TicketId short4() {
        TicketId ticket = agreed(14);
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        return ticket;
    }

    private TicketId agreed(long amount) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please add a banner to the start page."));
        stage.assess(ticket, Desks.CONSULTATION, amount);
        stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        return ticket;
    }

    private String token(TicketId ticket, int version, Contact contact) {
        return stage.marks.pointsToken(new Pointer(ticket, version, contact.id().number()));
    }

    private Optional<View> look(TicketId ticket, Contact contact) {
        return points.look(DESK, token(ticket, 1, contact), stage.now());
    }

    private Optional<Ruling<Bought>> buy(TicketId ticket, Contact contact, Seen seen) {
        return points.buy(DESK, token(ticket, 1, contact), seen, stage.now());
    }

    private static Bought allowed(Optional<Ruling<Bought>> ruling) {
        return Deals.allowed(ruling.orElseThrow());
    }

    private Funds funds() {
        return stage.store.wallets().funds(WalletKey.points(site), stage.now());
    }

    private List<String> notices() {
        return stage.store.tickets().notices(DESK, 20).stream()
                .map(unseen -> unseen.notice().what().name())
                .toList();
    }

    private StateName state(TicketId ticket) {
        return StateName.of(stage.view(ticket).ticket().state());
    }
}
