package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.AGENT;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.desk.AgreeAutomatic.Wish;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.money.Money;
import dev.parley.core.port.Customers;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Payments.Charged;
import dev.parley.core.port.StandingWork.Due;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Status;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.purchase.StandingOrder.Terms;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A package is bought without asking again, as somebody agreed to, and never more than that. */
class BuyingAutomaticallyTest extends Standing {
    @Test
    void belowTheThresholdAPackageIsBoughtAndPaidAndTheMailSaysSo() {
        on();
        spend(80);
        run();
        assertThat(orders()).isEmpty();
        spend(1);
        stage.sent();
        run();
        Purchase order = orders().getFirst();
        assertThat(order.status(stage.now())).isEqualTo(Status.PAID);
        assertThat(order.terms().how()).isEqualTo(How.SAVED);
        assertThat(order.terms().automatic()).isEqualTo(1);
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(subjects()).contains("ORDER_PAID");
        run();
        assertThat(orders()).hasSize(1);
    }

    @Test
    void theProvidersMessageAfterItsAnswerGrantsNothingMore() {
        on();
        spend(90);
        run();
        long number = orders().getFirst().order().number();
        PaymentFact late = new PaymentFact.Paid(number, How.SAVED, "pi_saved_" + number, new Money(USD, 150_00));
        hear(late);
        hear(late);
        hear(new PaymentFact.Failed(number, "late"));
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(stage.sentToStaff()).isEmpty();
        assertThat(current().orElseThrow().state()).isInstanceOf(State.On.class);
    }

    @Test
    void whoDiesBetweenOrderAndPaymentIsFollowedByOneWhoPaysThatOrder() {
        on();
        spend(90);
        stage.cash.answers.add(new Charged.Later("cut off"));
        run();
        assertThat(orders().getFirst().status(stage.now())).isEqualTo(Status.OPEN);
        assertThat(stage.balance()).isEqualTo(100);
        stage.clock.advance(Duration.ofMinutes(2));
        run();
        assertThat(orders()).hasSize(1);
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(stage.cash.charged).hasSize(1);
    }

    @Test
    void aMessageOfTheProviderGrantsWhatNobodyHeardTheAnswerOf() {
        on();
        spend(90);
        stage.cash.answers.add(new Charged.Later("cut off"));
        run();
        long number = orders().getFirst().order().number();
        hear(new PaymentFact.Paid(number, How.SAVED, "pi_saved_" + number, new Money(USD, 150_00)));
        stage.clock.advance(Duration.ofMinutes(2));
        run();
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void whatIsPendingAtTheBankIsWaitedFor() {
        on();
        spend(90);
        stage.cash.answers.add(new Charged.Pending());
        run();
        stage.clock.advance(Duration.ofMinutes(2));
        run();
        assertThat(orders()).hasSize(1);
        assertThat(stage.balance()).isEqualTo(100);
        long number = orders().getFirst().order().number();
        hear(new PaymentFact.Failed(number, "the bank declined the card"));
        assertThat(current().orElseThrow().state()).isInstanceOf(State.Paused.class);
        assertThat(orders().getFirst().status(stage.now())).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aDeclinedCardPausesItAndTellsApproversWithTheirLinkAndStaff() {
        on();
        spend(90);
        stage.sent();
        stage.cash.answers.add(new Charged.Declined("the bank declined the card (insufficient funds)"));
        run();
        OutgoingMessage told = stage.sent().getLast();
        assertThat(told.subject()).isEqualTo("PURCHASES_PAUSED");
        assertThat(told.text()).contains("insufficient funds", "top_up=https://desk.example/buy/" + DESK + "/");
        assertThat(notices()).contains("STAFF_PURCHASES");
        assertThat(orders().getFirst().status(stage.now())).isEqualTo(Status.CANCELLED);
        stage.clock.advance(Duration.ofDays(2));
        run();
        assertThat(orders()).hasSize(1);
        assertThat(stage.cash.charges).isEqualTo(1);
    }

    @Test
    void afterAPauseSomebodyAgreesAnewAndItGoesOn() {
        on();
        spend(90);
        stage.cash.answers.add(new Charged.Declined("no"));
        run();
        stage.clock.advance(Duration.ofHours(2));
        StandingOrder anew = agreed(stage.alice);
        hear(new PaymentFact.MethodSaved(anew.number(), new Saved("cus_1", "pm_2")));
        run();
        assertThat(orders()).hasSize(2);
        assertThat(stage.balance()).isEqualTo(150);
    }

    @Test
    void theBurstGuardHoldsTheThirdPurchaseOfADayBackAndTellsOnce() {
        on();
        for (int i = 0; i < 2; i++) {
            spend(stage.balance() - stage.held() - 5);
            run();
        }
        spend(stage.balance() - stage.held() - 5);
        stage.sent();
        run();
        run();
        assertThat(orders()).hasSize(2);
        assertThat(subjects()).containsOnlyOnce("PURCHASES_HELD_BACK");
        assertThat(notices()).contains("STAFF_PURCHASES");
        stage.clock.advance(Duration.ofHours(24));
        run();
        assertThat(orders()).hasSize(3);
    }

    @Test
    void atAnotherPriceThanAgreedNothingIsBought() {
        StandingOrder order = agreed(stage.alice);
        Terms old = new Terms(20, new Offer(50, new Money(USD, 140_00)), 2, 5);
        StandingOrder cheaper =
                new StandingOrder(order.number() + 1000, order.customer(), old, order.consent(), new State.Asked());
        stage.store.transact(tx -> {
            tx.orders().standing().create(cheaper);
            return tx;
        });
        hear(new PaymentFact.MethodSaved(cheaper.number(), CARD));
        spend(90);
        run();
        assertThat(orders()).isEmpty();
        assertThat(read(cheaper).state()).isInstanceOf(State.Paused.class);
    }

    @Test
    void onceWhoAgreedMayNotAgreeAnyMoreNothingIsBought() {
        on();
        spend(90);
        stage.store.customers().approver(stage.alice.id(), false, new Customers.By(AGENT, stage.now()));
        run();
        assertThat(orders()).isEmpty();
        assertThat(current().orElseThrow().state()).isInstanceOf(State.Paused.class);
    }

    @Test
    void aBlockedWalletBuysNothing() {
        on();
        spend(90);
        stage.store.block(WalletKey.of(stage.customer, Unit.CREDIT), true);
        run();
        assertThat(orders()).isEmpty();
    }

    @Test
    void afterTwentyHoursAnUnclearOrderIsAPersonsAndItsMoneyIsNotAskedForAgain() {
        on();
        spend(90);
        for (int i = 0; i < 3; i++) {
            stage.cash.answers.add(new Charged.Later("no connection"));
        }
        run();
        stage.clock.advance(Duration.ofHours(20));
        int before = stage.cash.charges;
        run();
        stage.clock.advance(Duration.ofHours(30));
        run();
        assertThat(stage.cash.charges).isEqualTo(before);
        assertThat(orders()).hasSize(1);
        assertThat(notices()).contains("STAFF_PURCHASES");
    }

    @Test
    void staffSwitchItOffForAReasonAndApproversHearIt() {
        StandingOrder order = on();
        stage.sent();
        int ended = stage.useCases
                .purchases()
                .automatically()
                .switches()
                .off(stage.customer, new Because(AGENT, "they called"), stage.now());
        assertThat(ended).isOne();
        assertThat(subjects()).containsExactly("PURCHASES_OFF");
        spend(90);
        run();
        assertThat(orders()).isEmpty();
        assertThat(history(order)).containsExactly("off", "on", "agreed");
    }

    @Test
    void whatEndsOrPausesBetweenClaimAndLookBuysNothing() {
        StandingOrder on = on();
        StandingOrder asked = agreed(stage.alice, new Wish(20, 100, 1, 1));
        spend(90);
        look(asked);
        assertThat(orders()).as("no way to pay was saved").isEmpty();
        stage.cash.answers.add(new Charged.Declined("expired"));
        look(on);
        assertThat(read(on).state()).isInstanceOf(State.Paused.class);
        look(on);
        assertThat(orders()).as("paused").hasSize(1);
        int _ = stage.useCases
                .purchases()
                .automatically()
                .switches()
                .off(stage.customer, new Because(AGENT, "they called"), stage.now());
        look(on);
        assertThat(orders()).as("off").hasSize(1);
    }

    @Test
    void twoNodesThatLookAtWhatIsHeldBackTellOnce() {
        StandingOrder order = on();
        for (int i = 0; i < 2; i++) {
            spend(stage.balance() - stage.held() - 5);
            run();
        }
        spend(stage.balance() - stage.held() - 5);
        stage.sent();
        look(order);
        look(order);
        assertThat(subjects()).containsOnlyOnce("PURCHASES_HELD_BACK");
    }

    /** As a node that claimed it before. */
    private void look(StandingOrder order) {
        var _ = stage.useCases
                .purchases()
                .automatically()
                .buy()
                .look(new Due(order.customer().desk(), order.number()), stage.now());
    }
}
