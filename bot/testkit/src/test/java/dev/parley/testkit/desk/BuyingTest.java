package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.AGENT;
import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.desk.PlaceOrder.Wish;
import dev.parley.core.port.Actor;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Settlement;
import dev.parley.core.purchase.Purchase.Status;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ordering packages, paying them by invoice, and what follows. */
class BuyingTest {
    private static final Payment TRANSFER = new Payment(How.INVOICE, "transfer 4711");

    private final Stage stage = new Stage();

    @Test
    void c01APackageOnSaleIsOrderedAndNoOtherSize() {
        Purchase order = order(50, "");
        assertThat(order.order().offer()).isEqualTo(Stage.OFFERS.covering(50));
        assertThat(order.status(stage.now())).isEqualTo(Status.OPEN);
        assertThat(place(51, "")).isEqualTo(new Refused<>("there is no package of 51", "one of 25, 50, 100, 200, 500"));
        assertThat(stage.balance()).isEqualTo(100);
    }

    @Test
    void theSameKeyOrdersOnce() {
        Purchase first = order(50, "PO-7");
        stage.clock.advance(Duration.ofHours(1));
        assertThat(order(50, "PO-7")).isEqualTo(first);
        assertThat(place(100, "PO-7")).isInstanceOf(Refused.class);
        assertThat(order(50, "PO-8").order().number())
                .isNotEqualTo(first.order().number());
    }

    @Test
    void anOrderOnInvoiceIsToldToApproversAndToBillingUnlessTheyPlacedIt() {
        Actor alice = new Actor.Customer(ALICE);
        place(new Wish(stage.customer, 25, How.INVOICE, ""), alice);
        assertThat(stage.sentOne().subject()).isEqualTo("ORDER_PLACED");
        place(new Wish(stage.customer, 25, How.INVOICE, ""), alice);
        assertThat(stage.sentToStaff()).extracting(OutgoingMessage::subject).containsExactly("STAFF_ORDERED");
        order(25, "");
        assertThat(stage.sentToStaff()).isEmpty();
    }

    @Test
    void c05c06APaidOrderIsGrantedOnceWithItsOwnCostAndStays() {
        Purchase order = order(50, "");
        stage.sent();
        assertThat(pay(order, TRANSFER)).isInstanceOf(Settlement.Settled.class);
        assertThat(stage.balance()).isEqualTo(150);
        OutgoingMessage told = stage.sentOne();
        assertThat(told.subject()).isEqualTo("ORDER_PAID");
        assertThat(told.text()).contains("amount=50", "available=150", "price=150.00 USD");
        assertThat(pay(order, TRANSFER)).isEqualTo(new Settlement.Known());
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(stage.sent()).isEmpty();
        assertThat(read(order).status(stage.now().plus(Duration.ofDays(10_000))))
                .isEqualTo(Status.PAID);
    }

    @Test
    void aSecondPaymentIsShownToStaffAndGrantsNothing() {
        Purchase order = order(50, "");
        pay(order, TRANSFER);
        stage.sent();
        assertThat(pay(order, new Payment(How.INVOICE, "transfer 4712"))).isInstanceOf(Settlement.Odd.class);
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(stage.sentToStaff()).extracting(OutgoingMessage::subject).containsExactly("STAFF_PAYMENT");
        assertThat(stage.store.tickets().notices(DESK, 9).getFirst().notice().about())
                .isEqualTo("order " + order.order().number());
    }

    @Test
    void c27t55WorkThatWaitedForTheMoneyGoesOnWhenTheOrderIsPaid() {
        TicketId ticket = agreedShort(120);
        Purchase order = order(25, "");
        stage.sent();
        pay(order, TRANSFER);
        assertThat(state(ticket)).isEqualTo(StateName.WORKING);
        assertThat(stage.held()).isEqualTo(120);
        assertThat(stage.sent())
                .extracting(OutgoingMessage::subject)
                .containsExactlyInAnyOrder("FUNDED", "ORDER_PAID", "LOW_BALANCE");
    }

    @Test
    void t56AnOrderThatIsTooSmallLeavesTheWorkWaiting() {
        TicketId ticket = agreedShort(130);
        stage.sent();
        pay(order(25, ""), TRANSFER);
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        assertThat(stage.held()).isZero();
        assertThat(stage.sent()).extracting(OutgoingMessage::subject).contains("STILL_SHORT");
    }

    @Test
    void anOrderThatIsNotPaidCanBeCancelledAndThenTakesNoMoney() {
        Purchase order = order(50, "");
        assertThat(cancel(order)).isInstanceOf(Allowed.class);
        assertThat(cancel(order)).isInstanceOf(Allowed.class);
        assertThat(read(order).status(stage.now())).isEqualTo(Status.CANCELLED);
        assertThat(pay(order, TRANSFER)).isInstanceOf(Settlement.Odd.class);
        assertThat(stage.balance()).isEqualTo(100);
        assertThat(history(order)).containsExactly("payment to look at", "cancelled", "ordered");
    }

    @Test
    void aPaidOrderIsNotCancelled() {
        Purchase order = order(50, "");
        pay(order, TRANSFER);
        assertThat(cancel(order)).isInstanceOf(Refused.class);
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(history(order)).containsExactly("paid", "ordered");
    }

    @Test
    void moneyThatComesAfterTheTimeToPayIsTaken() {
        Purchase order = order(50, "");
        stage.clock.advance(Duration.ofDays(30).minusNanos(1));
        assertThat(read(order).status(stage.now())).isEqualTo(Status.OPEN);
        stage.clock.advance(Duration.ofNanos(1));
        assertThat(read(order).status(stage.now())).isEqualTo(Status.EXPIRED);
        pay(order, TRANSFER);
        assertThat(read(order).status(stage.now())).isEqualTo(Status.PAID);
        assertThat(stage.balance()).isEqualTo(150);
    }

    @Test
    void anOrderThatDoesNotExistIsNotPaid() {
        assertThat(stage.useCases.purchases().settle().paid(DESK, 999_999, TRANSFER, AGENT, stage.now()))
                .isEmpty();
        assertThat(stage.useCases.purchases().settle().cancel(DESK, 999_999, AGENT, stage.now()))
                .isEmpty();
    }

    private TicketId agreedShort(long amount) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it."));
        stage.assess(ticket, Desks.MODIFICATION, amount);
        stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        return ticket;
    }

    private Purchase order(long units, String key) {
        return switch (place(units, key)) {
            case Allowed<Purchase>(var order) -> order;
            case Refused<Purchase> no -> throw new AssertionError(no.toString());
        };
    }

    private Ruling<Purchase> place(long units, String key) {
        return place(new Wish(stage.customer, units, How.INVOICE, key), AGENT);
    }

    private Ruling<Purchase> place(Wish wish, Actor actor) {
        return stage.useCases.purchases().place().place(wish, actor, stage.now());
    }

    private Settlement pay(Purchase order, Payment payment) {
        return stage.useCases
                .purchases()
                .settle()
                .paid(DESK, order.order().number(), payment, AGENT, stage.now())
                .orElseThrow();
    }

    private Ruling<Purchase> cancel(Purchase order) {
        return stage.useCases
                .purchases()
                .settle()
                .cancel(DESK, order.order().number(), AGENT, stage.now())
                .orElseThrow();
    }

    private Purchase read(Purchase order) {
        return stage.store
                .transact(tx -> tx.orders().find(DESK, order.order().number()))
                .orElseThrow();
    }

    private List<String> history(Purchase order) {
        return stage.store.tickets().audit(DESK, "order " + order.order().number(), 9).stream()
                .map(AuditLine::what)
                .toList();
    }

    private StateName state(TicketId ticket) {
        return StateName.of(stage.view(ticket).ticket().state());
    }
}
