package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.contract.Ruling;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Orders;
import dev.parley.core.port.Orders.Filter;
import dev.parley.core.port.Orders.TakenBack;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Settlement;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ending;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Orders} promises. */
public interface OrdersContract extends StorageContract {
    /** Every test leaves the books in order. */
    @AfterEach
    default void ordersAndBooksAgree() {
        assertThat(ports().wallets().violations()).isEmpty();
    }

    private <T> T orders(Function<Orders, T> work) {
        return ports().store().transact(tx -> work.apply(tx.orders()));
    }

    private void save(Purchase purchase) {
        orders(orders -> {
            orders.save(purchase);
            return purchase;
        });
    }

    private Purchase placed(CustomerId customer, String key, How how) {
        return orders(orders -> {
            Money price = new Money(Currency.getInstance("USD"), 100_01);
            Order order = new Order(orders.nextNumber(customer.desk()), customer, new Offer(25, price), NOW);
            Purchase purchase =
                    Purchase.placed(order, new Purchase.Terms(key, how, NOW.plus(Duration.ofDays(30)), 7, 0));
            orders.create(purchase);
            return purchase;
        });
    }

    /** Paid and granted. */
    private Purchase paid(CustomerId customer, String key, Payment payment) {
        Purchase placed = placed(customer, key, payment.how());
        Settlement settlement = placed.settle(payment, placed.order().offer().price(), NOW);
        Settlement.Settled settled = (Settlement.Settled) settlement;
        Lot lot = settled.lot();
        return ports().store().transact(tx -> {
            tx.orders().save(settled.paid());
            assertThat(tx.grant(Grant.of(lot, WalletKey.of(customer, Unit.CREDIT), new Actor.Desk())))
                    .isTrue();
            return settled.paid();
        });
    }

    private Purchase read(Purchase purchase) {
        return find(purchase).orElseThrow();
    }

    private Optional<Purchase> find(Purchase purchase) {
        return orders(orders ->
                orders.find(purchase.order().customer().desk(), purchase.order().number()));
    }

    private Optional<Purchase> found(String desk, long number) {
        return orders(orders -> orders.find(desk, number));
    }

    private List<TicketId> open(Contact contact) {
        return ports().store().transact(tx -> tx.openTickets(contact.customer()));
    }

    private List<Purchase> listed(Filter filter) {
        return orders(orders -> orders.list(filter));
    }

    private Optional<Purchase> byKey(String desk) {
        return orders(orders -> orders.byKey(desk, "k-1"));
    }

    private Optional<Purchase> byPayment(String reference) {
        return orders(orders -> orders.byPayment(Desks.SUPPORT, reference));
    }

    private static Orders.Booking booking(String key) {
        return new Orders.Booking(Desks.SUPPORT, key, new Actor.Desk(), "because", NOW);
    }

    private static WalletKey wallet(Contact contact) {
        return WalletKey.of(contact.customer(), Unit.CREDIT);
    }

    private Funds funds(Contact contact) {
        return ports().wallets().funds(wallet(contact), NOW);
    }

    @Test
    default void anOrderIsFoundAsItWasPlaced() {
        CustomerId alice = approver("alice@customer.example").customer();
        Purchase placed = placed(alice, "k-1", How.INVOICE);
        assertThat(read(placed)).isEqualTo(placed);
        assertThat(byKey(Desks.SUPPORT)).contains(placed);
        assertThat(byKey(Desks.SALES)).isEmpty();
        assertThat(found(Desks.SALES, placed.order().number())).isEmpty();
    }

    @Test
    default void aKeyIsOfOneOrder() {
        CustomerId alice = approver("alice@customer.example").customer();
        Purchase first = placed(alice, "k-1", How.INVOICE);
        assertThatThrownBy(() -> placed(alice, "k-1", How.INVOICE)).isInstanceOf(RuntimeException.class);
        assertThat(listed(filter(alice, false))).containsExactly(first);
    }

    @Test
    default void whatBecameOfAnOrderIsKept() {
        CustomerId alice = approver("alice@customer.example").customer();
        Purchase open = placed(alice, "k-1", How.CHECKOUT)
                .with(new Checkout(2, "cs_1", "https://pay.example/cs_1", NOW.plusSeconds(60)));
        save(open);
        assertThat(read(open)).isEqualTo(open);
        Purchase cancelled = allowed(placed(alice, "k-2", How.INVOICE).cancel(NOW.plusSeconds(5)));
        save(cancelled);
        assertThat(read(cancelled)).isEqualTo(cancelled);
        Purchase paid = paid(alice, "k-3", new Payment(How.CHECKOUT, "pi_1"));
        assertThat(read(paid)).isEqualTo(paid);
        assertThat(byPayment("pi_1")).contains(paid);
        assertThat(byPayment("pi_2")).isEmpty();
    }

    private static Purchase allowed(Ruling<Purchase> ruling) {
        return ((Ruling.Allowed<Purchase>) ruling).value();
    }

    @Test
    default void anInvoicesReferenceIsNoPaymentAtTheProvider() {
        CustomerId alice = approver("alice@customer.example").customer();
        paid(alice, "k-1", new Payment(How.INVOICE, "transfer 9"));
        paid(alice, "k-2", new Payment(How.INVOICE, "transfer 9"));
        assertThat(byPayment("transfer 9")).isEmpty();
    }

    @Test
    default void whatWasAgreedDoesNotChange() {
        CustomerId alice = approver("alice@customer.example").customer();
        Purchase placed = placed(alice, "k-1", How.INVOICE);
        Order dearer = new Order(
                placed.order().number(), alice, new Offer(25, new Money(Currency.getInstance("USD"), 1)), NOW);
        save(new Purchase(placed.order(), placed.terms(), placed.state(), null));
        assertThatSavingDoesNothing(new Purchase(dearer, placed.terms(), placed.state(), null), placed);
    }

    private void assertThatSavingDoesNothing(Purchase other, Purchase placed) {
        try {
            save(other);
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("does not change");
        }
        assertThat(read(placed)).isEqualTo(placed);
    }

    @Test
    default void ordersAreListedNewestFirst() {
        Contact alice = approver("alice@customer.example");
        CustomerId bob = approver("bob@other.example").customer();
        Purchase first = placed(alice.customer(), "k-1", How.INVOICE);
        Purchase second = paid(alice.customer(), "k-2", new Payment(How.INVOICE, "r"));
        Purchase third = placed(bob, "k-3", How.INVOICE);
        assertThat(listed(filter(null, false))).containsExactly(third, second, first);
        assertThat(listed(filter(null, true))).containsExactly(third, first);
        assertThat(listed(filter(alice.customer(), false))).containsExactly(second, first);
        long below = second.order().number();
        assertThat(listed(new Filter(Desks.SUPPORT, null, false, below, 9))).containsExactly(first);
        assertThat(listed(new Filter(Desks.SUPPORT, null, false, Long.MAX_VALUE, 1)))
                .containsExactly(third);
        assertThat(listed(new Filter(Desks.SALES, null, false, Long.MAX_VALUE, 9)))
                .isEmpty();
    }

    private static Filter filter(@Nullable CustomerId customer, boolean open) {
        return new Filter(Desks.SUPPORT, customer, open, Long.MAX_VALUE, 9);
    }

    @Test
    default void c30UnspentCreditsAreTakenBackOnceForWhatTheyCost() {
        Contact alice = approver("alice@customer.example");
        Purchase paid = paid(alice.customer(), "k-1", new Payment(How.INVOICE, "r"));
        Lot lot = paid.order().paid(NOW);
        assertThat(takenBack(paid, 1, "b-1")).isEqualTo(new TakenBack.Done(lot.worth(0, 1)));
        assertThat(takenBack(paid, 1, "b-1")).isEqualTo(new TakenBack.Done(lot.worth(0, 1)));
        assertThat(funds(alice)).isEqualTo(new Funds(24, 0, false));
        save(allowed(paid.refund(1)));
        assertThat(takenBack(paid, 25, "b-2")).isEqualTo(new TakenBack.Lacking(1));
        assertThat(takenBack(paid, 24, "b-3")).isEqualTo(new TakenBack.Done(lot.worth(1, 24)));
        save(allowed(allowed(paid.refund(1)).refund(24)));
        assertThat(funds(alice)).isEqualTo(Funds.NONE);
        assertThat(lot.worth(0, 1).plus(lot.worth(1, 24))).isEqualTo(lot.cost());
    }

    private TakenBack takenBack(Purchase purchase, long units, String key) {
        String lot = purchase.order().paid(NOW).key();
        return orders(orders -> orders.takeBack(lot, units, booking(key)));
    }

    @Test
    default void c30WhatIsReservedIsNotTakenBack() {
        Contact alice = approver("alice@customer.example");
        Purchase paid = paid(alice.customer(), "k-1", new Payment(How.INVOICE, "r"));
        held(alice, 10);
        assertThat(takenBack(paid, 16, "b-1")).isEqualTo(new TakenBack.Lacking(1));
        assertThat(funds(alice)).isEqualTo(new Funds(25, 10, false));
    }

    private Ticket held(Contact alice, long amount) {
        Ticket ticket = created(alice);
        act(ticket.id(), locked -> Tickets.heldAtOnce(locked, amount, NOW));
        return read(ticket.id());
    }

    @Test
    default void t99AChargeBackVoidsWhatIsUnspentNowAndLaterAndBlocksTheWallet() {
        Contact alice = approver("alice@customer.example");
        Purchase paid = paid(alice.customer(), "k-1", new Payment(How.CHECKOUT, "pi_1"));
        Ticket ticket = held(alice, 10);
        String lot = paid.order().paid(NOW).key();
        ports().store().transact(tx -> {
            tx.orders().chargeBack(lot, booking("cb-1"));
            tx.orders().chargeBack(lot, booking("cb-2"));
            tx.orders().save(allowed(paid.chargeBack(NOW)));
            return tx;
        });
        assertThat(funds(alice)).isEqualTo(new Funds(10, 10, true));
        act(ticket.id(), t -> Tickets.transition(Row.UNLISTED, t, new Posting.VoidHold(1)));
        assertThat(funds(alice)).isEqualTo(new Funds(0, 0, true));
        orders(orders -> {
            orders.block(wallet(alice), false, booking("open"));
            return orders;
        });
        assertThat(funds(alice)).isEqualTo(Funds.NONE);
    }

    private static Decision closed(Ticket ticket) {
        TicketState.Quoted quoted = (TicketState.Quoted) ticket.state();
        TicketState state = new TicketState.ClosedUnpaid(Ending.CANCELLED, quoted.quote(), null, NOW);
        return Tickets.transition(
                Row.T27, Tickets.in(ticket, state, 1, null), new Posting.EndQuote(1, Posting.QuoteEnd.WITHDRAWN));
    }

    @Test
    default void theLastLotIsTheOneThatCameLast() {
        Contact alice = approver("alice@customer.example");
        assertThat(lastLot(alice)).isEmpty();
        pay(alice.customer(), 5, "zzz");
        Purchase paid = paid(alice.customer(), "k-1", new Payment(How.INVOICE, "r"));
        assertThat(lastLot(alice)).contains(paid.order().paid(NOW).key());
        assertThat(lastLot(approver("bob@other.example"))).isEmpty();
    }

    private Optional<String> lastLot(Contact contact) {
        return orders(orders -> orders.lastLot(wallet(contact)));
    }

    @Test
    default void whatIsToldOnceIsToldOnceInEachDesk() {
        assertThat(once(Desks.SUPPORT, "a")).isTrue();
        assertThat(once(Desks.SUPPORT, "a")).isFalse();
        assertThat(once(Desks.SUPPORT, "b")).isTrue();
        assertThat(once(Desks.SALES, "a")).isTrue();
    }

    private boolean once(String desk, String key) {
        return orders(orders -> orders.once(desk, key, NOW));
    }

    @Test
    default void openTicketsAreThoseThatAreNotClosed() {
        Contact alice = approver("alice@customer.example");
        Ticket one = quoted(alice, 10);
        Ticket two = created(alice);
        created(approver("bob@other.example"));
        assertThat(open(alice)).isEqualTo(List.of(one.id(), two.id()));
        act(one.id(), OrdersContract::closed);
        assertThat(StateName.of(read(one.id()).state())).isEqualTo(StateName.CLOSED_UNPAID);
        assertThat(open(alice)).isEqualTo(List.of(two.id()));
    }
}
