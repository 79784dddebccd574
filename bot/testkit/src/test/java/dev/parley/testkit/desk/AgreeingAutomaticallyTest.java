package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.AgreeAutomatic.Wish;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Payments.Opened;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.State;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Only an act of somebody who may agree switches automatic purchases on. */
class AgreeingAutomaticallyTest extends Standing {
    @Test
    void somebodyWhoMayAgreeAgreesByTheLinkInWordsThatAreKeptWithTheTime() {
        StandingOrder order = agreed(stage.alice);
        assertThat(order.consent().words()).isEqualTo(WORDS);
        assertThat(order.consent().at()).isEqualTo(stage.now());
        assertThat(order.consent().by()).isEqualTo(stage.alice.id());
        assertThat(read(order)).isEqualTo(order);
        assertThat(history(order)).containsExactly("agreed");
    }

    @Test
    void agreeingAloneBuysNothingAndIsNotOnUntilACardIsSaved() {
        StandingOrder order = agreed(stage.alice);
        spend(95);
        run();
        assertThat(orders()).isEmpty();
        assertThat(read(order).state()).isInstanceOf(State.Asked.class);
    }

    @Test
    void twoClicksOnTheButtonAreOneAgreementAndTheSamePage() {
        StandingOrder first = agreed(stage.alice);
        Opened page = save(first);
        stage.clock.advance(Duration.ofMinutes(5));
        assertThat(agreed(stage.alice)).isEqualTo(first);
        assertThat(save(first)).isEqualTo(page);
        stage.clock.advance(Duration.ofHours(1));
        assertThat(agreed(stage.alice).number()).isGreaterThan(first.number());
    }

    @Test
    void whoMayNotAgreeToChargesAndForgedLinksAgreeToNothing() {
        Contact bob = stage.contact("bob@customer.example", "Bob", false);
        TicketId ticket = stage.opened(stage.mail(ALICE, "Hello."));
        assertThat(agree.look(DESK, token(ticket, bob))).isEmpty();
        assertThat(agree.agree(DESK, token(ticket, bob), terms(), WORDS, stage.now()))
                .isEmpty();
        assertThat(agree.agree(DESK, token(ticket, stage.alice) + "x", terms(), WORDS, stage.now()))
                .isEmpty();
        assertThat(agree.agree(Desks.SALES, token(ticket, stage.alice), terms(), WORDS, stage.now()))
                .isEmpty();
        assertThat(agree.off(DESK, token(ticket, bob), stage.now())).isEmpty();
        assertThat(standing()).isEmpty();
    }

    @Test
    void whatTheDeskDoesNotOfferCannotBeAgreedTo() {
        for (Wish wrong : List.of(
                new Wish(0, 50, 2, 5),
                new Wish(20, 51, 2, 5),
                new Wish(20, 50, 3, 5),
                new Wish(20, 50, 0, 5),
                new Wish(20, 50, 2, 6))) {
            assertThat(agree.terms(DESK, wrong)).as("%s", wrong).isInstanceOf(Refused.class);
        }
        assertThat(agree.terms(Desks.SALES, WISH)).isInstanceOf(Refused.class);
    }

    @Test
    void theSavedCardSwitchesItOnOnceAndApproversHearOfIt() {
        StandingOrder order = agreed(stage.alice);
        stage.sent();
        hear(new PaymentFact.MethodSaved(order.number(), CARD));
        hear(new PaymentFact.MethodSaved(order.number(), CARD));
        assertThat(read(order).state()).isEqualTo(new State.On(CARD, stage.now()));
        OutgoingMessage told = stage.sentOne();
        assertThat(told.subject()).isEqualTo("PURCHASES_ON");
        assertThat(told.text()).contains("amount=50", "limit=20", "per_day=2", "per_month=5", "agreed_by=" + ALICE);
    }

    @Test
    void aNewerAgreementTakesThePlaceOfTheOlderAndAnOlderOneNeverThatOfTheNewer() {
        StandingOrder first = agreed(stage.alice);
        StandingOrder second = agreed(stage.alice, new Wish(10, 25, 1, 1));
        StandingOrder third = agreed(stage.alice, new Wish(5, 25, 1, 1));
        hear(new PaymentFact.MethodSaved(first.number(), CARD));
        hear(new PaymentFact.MethodSaved(third.number(), CARD));
        hear(new PaymentFact.MethodSaved(second.number(), CARD));
        assertThat(read(first).state()).isInstanceOf(State.Off.class);
        assertThat(read(second).state()).isInstanceOf(State.Off.class);
        assertThat(read(third).state()).isInstanceOf(State.On.class);
    }

    @Test
    void whatWasTakenBackStaysOffHoweverLateTheCardComes() {
        StandingOrder order = agreed(stage.alice);
        assertThat(agree.off(DESK, token(ticketOf(order), stage.alice), stage.now()))
                .contains(1);
        hear(new PaymentFact.MethodSaved(order.number(), CARD));
        assertThat(read(order).state()).isInstanceOf(State.Off.class);
        assertThat(history(order)).contains("saved in vain");
    }
}
