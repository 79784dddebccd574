package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.customer.Contact;
import dev.parley.core.money.Money;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.port.StandingWork.Due;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Consent;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every {@link StandingOrders} and {@link dev.parley.core.port.StandingWork} promises. */
public interface StandingOrdersContract extends StorageContract {
    /** A card at the provider. */
    Saved CARD = new Saved("cus_1", "pm_1");

    private <T> T standing(Function<StandingOrders, T> work) {
        return ports().store().transact(tx -> work.apply(tx.orders().standing()));
    }

    private Optional<StandingOrder> find(String desk, long number) {
        return standing(orders -> orders.find(desk, number));
    }

    private List<StandingOrder> of(Contact contact) {
        return standing(orders -> orders.of(contact.customer()));
    }

    private List<StandingOrder> live(String desk) {
        return standing(orders -> orders.list(desk));
    }

    private StandingOrder asked(Contact contact) {
        return standing(orders -> {
            Offer offer = new Offer(50, new Money(Currency.getInstance("USD"), 150_00));
            Consent consent = new Consent(contact.id(), contact.address(), "I agree.", NOW, 7);
            StandingOrder order = new StandingOrder(
                    orders.nextNumber(contact.id().desk()),
                    contact.customer(),
                    new Terms(20, offer, 2, 10),
                    consent,
                    new State.Asked());
            orders.create(order);
            return order;
        });
    }

    private StandingOrder saved(StandingOrder order) {
        return standing(orders -> {
            orders.save(order);
            return order;
        });
    }

    private StandingOrder on(Contact contact) {
        StandingOrder order = asked(contact);
        return saved(new StandingOrder(
                order.number(), order.customer(), order.terms(), order.consent(), new State.On(CARD, NOW)));
    }

    private Purchase automatic(Contact contact, int sequence) {
        return ports().store().transact(tx -> {
            Offer offer = new Offer(50, new Money(Currency.getInstance("USD"), 150_00));
            Order order = new Order(tx.orders().nextNumber(contact.id().desk()), contact.customer(), offer, NOW);
            String key = "k-" + contact.customer().number() + "-" + sequence;
            Purchase purchase =
                    Purchase.placed(order, new Purchase.Terms(key, How.SAVED, NOW.plusSeconds(60), 7, sequence));
            tx.orders().create(purchase);
            return purchase;
        });
    }

    private List<Purchase> automatic(Contact contact) {
        return standing(orders -> orders.automatic(contact.customer(), 2));
    }

    private List<Due> claim(int max, long seconds) {
        return ports().standingWork().claim(max, LEASE, NOW.plusSeconds(seconds));
    }

    private static Due due(StandingOrder order) {
        return new Due(order.customer().desk(), order.number());
    }

    @Test
    default void anAgreementIsFoundAsItWasMadeAndWithWhatBecameOfIt() {
        Contact alice = approver("alice@customer.example");
        StandingOrder asked = asked(alice);
        assertThat(find(Desks.SUPPORT, asked.number())).contains(asked);
        assertThat(find(Desks.SALES, asked.number())).isEmpty();
        StandingOrder on = saved(((Allowed<StandingOrder>) asked.saved(CARD, NOW)).value());
        assertThat(find(Desks.SUPPORT, asked.number())).contains(on);
        StandingOrder paused = saved(on.paused("declined", NOW.plusSeconds(5)));
        assertThat(find(Desks.SUPPORT, asked.number())).contains(paused);
        StandingOrder off = saved(paused.off("by hand", NOW.plusSeconds(9)));
        assertThat(of(alice)).containsExactly(off);
    }

    @Test
    default void whatWasAgreedToDoesNotChange() {
        Contact alice = approver("alice@customer.example");
        StandingOrder asked = asked(alice);
        Terms more = new Terms(21, asked.terms().offer(), 2, 10);
        StandingOrder other = new StandingOrder(asked.number(), asked.customer(), more, asked.consent(), asked.state());
        try {
            saved(other);
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageContaining("does not change");
        }
        assertThat(of(alice)).containsExactly(asked);
    }

    @Test
    default void aCustomerHasOneLiveAgreementAtMost() {
        Contact alice = approver("alice@customer.example");
        StandingOrder on = on(alice);
        assertThatThrownBy(() -> on(alice)).isInstanceOf(RuntimeException.class);
        StandingOrder elsewhere = on(approver("bob@other.example"));
        assertThat(live(Desks.SUPPORT)).containsExactly(elsewhere, on);
        assertThat(live(Desks.SALES)).isEmpty();
        saved(on.off("by hand", NOW));
        on(alice);
    }

    @Test
    default void automaticOrdersAreTheCustomersOwnNewestFirst() {
        Contact alice = approver("alice@customer.example");
        on(alice);
        automatic(alice, 1);
        Purchase second = automatic(alice, 2);
        Purchase third = automatic(alice, 3);
        Contact bob = approver("bob@other.example");
        on(bob);
        automatic(bob, 4);
        assertThat(automatic(alice)).containsExactly(third, second);
        assertThatThrownBy(() -> automatic(alice, 3)).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void onlyWhatIsOnIsLookedAtByOneAtATime() {
        asked(approver("asked@customer.example"));
        StandingOrder on = on(approver("alice@customer.example"));
        StandingOrder paused = on(approver("bob@other.example"));
        saved(paused.paused("declined", NOW));
        assertThat(claim(9, 0)).containsExactly(due(on));
        assertThat(claim(9, 29)).isEmpty();
        assertThat(claim(9, 30)).containsExactly(due(on));
    }

    @Test
    default void whatWasLookedAtRestsUntilItsTime() {
        StandingOrder on = on(approver("alice@customer.example"));
        assertThat(claim(9, 0)).hasSize(1);
        ports().standingWork().wind(due(on), NOW.plus(Duration.ofSeconds(15)));
        assertThat(claim(9, 14)).isEmpty();
        assertThat(claim(9, 15)).containsExactly(due(on));
    }

    @Test
    default void noMoreIsClaimedThanAskedFor() {
        on(approver("alice@customer.example"));
        on(approver("bob@other.example"));
        assertThat(claim(1, 0)).hasSize(1);
        assertThat(claim(1, 0)).hasSize(1);
        assertThat(claim(1, 0)).isEmpty();
    }
}
