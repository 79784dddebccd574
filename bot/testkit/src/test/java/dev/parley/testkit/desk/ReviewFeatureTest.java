package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.desk.ReviewFeature.Said;
import dev.parley.core.feature.FeatureRules.Ruling;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Features.Step;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P-05 to P-08: every wish is reviewed, and its customer hears how it stands and never when it comes. */
class ReviewFeatureTest {
    private static final Actor.Staff PRODUCT = new Actor.Staff("pim");

    private final Stage stage = new Stage();

    @Test
    void p05p08EveryWishIsOnTheProductTeamsListFromTheAssessmentOn() {
        TicketId ticket = wish();
        assertThat(steps(ticket)).containsExactly(new Step(FeatureStatus.RECEIVED, "", Stage.AGENT, stage.now()));
    }

    @Test
    void p08TheCustomerIsToldInTheThreadHowItStandsAndWhy() {
        TicketId ticket = wish();
        List<OutgoingMessage> before = stage.sent();
        says(ticket, FeatureStatus.UNDER_REVIEW, "Many ask for it.");
        OutgoingMessage told = stage.sentOne();
        assertThat(told.subject()).isEqualTo("FEATURE_UNDER_REVIEW");
        assertThat(told.text()).contains("reason=Many ask for it.");
        assertThat(told.references()).contains(before.getLast().messageId());
        assertThat(told.automatic()).isFalse();
        stage.clock.advance(Duration.ofDays(90));
        says(ticket, FeatureStatus.PLANNED, "It fits.");
        says(ticket, FeatureStatus.DELIVERED, "It is in version 5.2.");
        assertThat(stage.sent())
                .extracting(OutgoingMessage::subject)
                .containsExactly("FEATURE_PLANNED", "FEATURE_DELIVERED");
        assertThat(steps(ticket))
                .extracting(Step::status)
                .containsExactly(
                        FeatureStatus.RECEIVED,
                        FeatureStatus.UNDER_REVIEW,
                        FeatureStatus.PLANNED,
                        FeatureStatus.DELIVERED);
        assertThat(stage.store.tickets().audit(DESK, "ticket " + ticket.number(), 9))
                .first()
                .satisfies(line -> assertThat(line.after()).isEqualTo("DELIVERED: It is in version 5.2."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PLANNED      | You have it next month. | ‘next month’
        PLANNED      | It comes in Q3.         | ‘Q3’
        UNDER_REVIEW | ''                      | a reason
        RECEIVED     | Again.                  | stands so already
        WITHDRAWN    | It is none.             | assess it as something else
        """)
    void p08WhatMayNotBeSaidIsRefusedWithWhatWouldBeRight(FeatureStatus status, String reason, String right) {
        TicketId ticket = wish();
        stage.sent();
        assertThat(says(ticket, status, reason))
                .get()
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.why()).contains(right));
        assertThat(stage.sent()).isEmpty();
        assertThat(steps(ticket)).hasSize(1);
    }

    @Test
    void aWishBeginsOnlyOnce() {
        TicketId ticket = wish();
        says(ticket, FeatureStatus.PLANNED, "It fits.");
        assertThat(says(ticket, FeatureStatus.RECEIVED, "Again."))
                .get()
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.why()).contains("begins so"));
    }

    @Test
    void p08AWishIsReviewedAfterItsTicketIsClosed() {
        TicketId ticket = wish();
        stage.act(ticket, new TicketEvent.AnswerSent("Thank you."));
        stage.act(ticket, new TicketEvent.CloseAsked("done"));
        stage.sent();
        says(ticket, FeatureStatus.NOT_PLANNED, "It would break what others rely on.");
        assertThat(stage.sentOne().subject()).isEqualTo("FEATURE_NOT_PLANNED");
    }

    @Test
    void p06AnIncidentThatIsAWishIsReviewedToo() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "The list is short."));
        stage.act(ticket, new TicketEvent.Assessed(new Assessment.Incident("low"), ""));
        assertThat(stage.store.features().find(ticket)).isEmpty();
        stage.sent();
        stage.act(ticket, new TicketEvent.Assessed(new Assessment.Feature(), "It shows what it should."));
        assertThat(stage.sentOne().text()).contains("reason=It shows what it should.");
        assertThat(steps(ticket)).extracting(Step::reason).containsExactly("It shows what it should.");
    }

    @Test
    void whatIsNoWishAnyMoreIsNotReviewed() {
        TicketId work = wish();
        stage.assess(work, Desks.CONSULTATION, 10);
        TicketId merged = wish();
        stage.useCases.mergeTickets().merge(merged, wish(), Stage.AGENT, stage.now());
        TicketId takenBack = wish();
        stage.act(takenBack, new TicketEvent.TakenBack("It is in the product."));
        for (TicketId ticket : List.of(work, merged, takenBack)) {
            assertThat(steps(ticket).getLast().status()).isEqualTo(FeatureStatus.WITHDRAWN);
            assertThat(says(ticket, FeatureStatus.PLANNED, "It fits.")).get().isInstanceOf(Ruling.Refused.class);
        }
        assertThat(says(stage.opened(stage.mail(ALICE, "Where is the key?")), FeatureStatus.PLANNED, "It fits."))
                .isEmpty();
    }

    private TicketId wish() {
        TicketId ticket = stage.opened(stage.mail(ALICE, "I would like a longer list."));
        stage.act(ticket, new TicketEvent.Assessed(new Assessment.Feature(), ""));
        return ticket;
    }

    private Optional<Ruling> says(TicketId ticket, FeatureStatus status, String reason) {
        return stage.useCases.reviewFeature().review(ticket, new Said(status, reason, PRODUCT, stage.now()));
    }

    private List<Step> steps(TicketId ticket) {
        return stage.store.features().find(ticket).orElseThrow().steps();
    }
}
