package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.app.demo.DemoServers;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.BuyAutomatically;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.Shop;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.port.StandingWork.Due;
import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OfferList;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Consent;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.StandingOrder.Terms;
import dev.parley.testkit.Crowd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Automatic purchases on PostgreSQL: many at once, and one that dies on the way. */
class AutomaticPurchasesTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Offer OFFER = new Offer(50, new Money(Currency.getInstance("USD"), 150_00));

    private static Stage stage;

    private final Till till = new Till();
    private final BuyAutomatically buy = buy();

    @BeforeAll
    static void aDatabase(@TempDir Path directory) throws IOException {
        stage = Stage.open(directory);
    }

    @AfterAll
    static void close() throws IOException {
        stage.close();
    }

    private BuyAutomatically buy() {
        DeskProfile desk = Profiles.profile(Profiles.load(Stage.DESK_FILE), "mail:support");
        Shop shop = Shop.of(new OfferList(List.of(OFFER)), null, new AutomaticLimits(100, 100));
        Shops shops = new Shops(Map.of(Stage.DESK, shop), Map.of(Stage.DESK, till), "https://desk.example");
        Marks marks = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));
        return UseCases.over(new DeskBook(List.of(desk)), shops, stage.storage().store(), marks)
                .purchases()
                .automatically()
                .buy();
    }

    @Test
    void manyWhoLookAtOnceOrderOnceAndTheOrderIsPaidOnce() throws InterruptedException {
        CustomerId customer = stage.customer(DemoServers.ALICE, 5);
        Due due = on(customer);
        Instant now = now();
        Crowd.of(12, _ -> buy.look(due, now));
        assertThat(orders(customer)).isOne();
        assertThat(till.taken).hasSize(1);
        assertThat(balance(customer)).isEqualTo(55);
        assertThat(stage.storage().wallets().violations()).isEmpty();
    }

    @Test
    void whoDiesBetweenOrderAndPaymentOrBeforeTheAnswerIsFollowedByOneWhoTakesNothingTwice() {
        CustomerId customer = stage.customer(DemoServers.CAROL, 5);
        on(customer);
        Instant now = now();
        till.death = Death.BEFORE;
        assertThatThrownBy(() -> work(now)).isInstanceOf(Killed.class);
        assertThat(orders(customer)).isOne();
        assertThat(till.taken).isEmpty();
        work(now.plusSeconds(1));
        assertThat(till.taken).as("the lease of the dead").isEmpty();
        till.death = Death.AFTER;
        assertThatThrownBy(() -> work(now.plus(LEASE))).isInstanceOf(Killed.class);
        assertThat(till.taken).hasSize(1);
        assertThat(balance(customer)).isEqualTo(5);
        till.death = Death.NONE;
        work(now.plus(LEASE.multipliedBy(2)));
        assertThat(till.taken).hasSize(1);
        assertThat(orders(customer)).isOne();
        assertThat(balance(customer)).isEqualTo(55);
        assertThat(stage.storage().wallets().violations()).isEmpty();
    }

    private void work(Instant now) {
        int _ = buy.buyDue(stage.storage().standingWork(), 10, LEASE, now);
    }

    private static Due on(CustomerId customer) {
        Contact contact = stage.storage().customers().contacts(customer).getFirst();
        return stage.storage().store().transact(tx -> {
            var standing = tx.orders().standing();
            long number = standing.nextNumber(Stage.DESK);
            StandingOrder order = new StandingOrder(
                    number,
                    customer,
                    new Terms(20, OFFER, 2, 10),
                    new Consent(contact.id(), contact.address(), "I agree.", now(), 1),
                    new State.Asked());
            standing.create(order);
            standing.save(new StandingOrder(
                    number, customer, order.terms(), order.consent(), new State.On(new Saved("cus_1", "pm_1"), now())));
            return new Due(Stage.DESK, number);
        });
    }

    private static long orders(CustomerId customer) {
        return stage.storage()
                .store()
                .transact(tx -> tx.orders().standing().automatic(customer, 9))
                .size();
    }

    private static long balance(CustomerId customer) {
        return stage.storage()
                .wallets()
                .funds(WalletKey.of(customer, Unit.CREDIT), now())
                .balance();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private enum Death {
        NONE,
        BEFORE,
        AFTER
    }

    /** What ends a process leaves no answer. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Takes the money of each order once, as the provider does. */
    private static final class Till implements Payments {
        final Set<Long> taken = ConcurrentHashMap.newKeySet();
        volatile Death death = Death.NONE;

        @Override
        public Charged charge(Order order, Saved saved, String title) {
            if (death == Death.BEFORE) {
                throw new Killed();
            }
            taken.add(order.number());
            if (death == Death.AFTER) {
                throw new Killed();
            }
            return new Charged.Paid("pi_" + order.number(), order.offer().price());
        }

        @Override
        public Opened open(Asked page) {
            throw new UnsupportedOperationException("no page is opened");
        }

        @Override
        public Opened save(SaveAsked page) {
            throw new UnsupportedOperationException("no page is opened");
        }

        @Override
        public Returned giveBack(String payment, Money amount, String key) {
            throw new UnsupportedOperationException("nothing is given back");
        }
    }
}
