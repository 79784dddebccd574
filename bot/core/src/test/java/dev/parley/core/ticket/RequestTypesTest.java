package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static dev.parley.core.ticket.Play.postings;
import static dev.parley.core.ticket.Play.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.reading.ReplyKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P-01 to P-13 and P-25: incidents, wishes and work, and what happens when one turns out to be another. */
class RequestTypesTest {
    private static final String WHY = "The list shows what it should; you would like more in it.";

    /** Places where 10 credits are held or charged. */
    private static final Set<String> PAID = Set.of("working", "raised", "charged");

    // ---- incidents

    @Test
    void p02AReportIsTakenWithoutLookingAtWhatTheCustomerHas() {
        Play play = Play.ofCarol(0);
        play.approvers = List.of();
        play.blocked = true;
        play.on(new TicketEvent.Opened(new Mode.Ask(), false, false));
        assertThat(play.assess(new Assessment.Incident("high")).row()).isEqualTo(Row.T06);
    }

    @Test
    void p03HoweverManyIncidentsThereAreNoneIsChargedOrReserved() {
        for (int nth = 0; nth < 30; nth++) {
            Play play = Play.assessing(nth % 2);
            play.assess(new Assessment.Incident(nth % 3 == 0 ? "high" : "low"));
            play.on(new TicketEvent.WorkStarted());
            play.on(new TicketEvent.AnswerSent("Mended."));
            assertThat(play.decisions).allSatisfy(d -> assertThat(postings(d)).isEmpty());
        }
    }

    // ---- wishes

    @Test
    void p05p07AWishIsFreeAndSaysSo() {
        Play play = Play.assessing(0);
        Decision decision = play.assess(new Assessment.Feature());
        assertThat(play.ticket.type()).isEqualTo(RequestType.FEATURE);
        assertThat(postings(decision)).isEmpty();
        assertThat(said(decision)).containsExactly(Template.FEATURE_ACCEPTED);
        assertThat(said(play.on(new TicketEvent.AnswerSent("Thank you.")))).containsExactly(Template.ANSWER_FREE);
        assertThat(play.oracle.charged()).isZero();
    }

    @Test
    void p08AWishNobodyAnswersIsNotGivenUp() {
        Play play = Play.assessing(0);
        play.assess(new Assessment.Feature());
        while (StateName.of(play.ticket.state()).open()) {
            assertThat(said(play.due())).isSubsetOf(Template.STAFF_IDLE, Template.STAFF_CLOSED_BY_CLOCK);
        }
        assertThat(play.ticket.state()).isInstanceOf(TicketState.Closed.class);
    }

    // ---- one turns out to be another

    /** Where an incident or priced work can be when it turns out to be a wish. */
    static Map<String, Play> notYetWishes() {
        Play incident = Play.assessing(0);
        incident.assess(new Assessment.Incident("low"));
        Play answeredIncident = Play.assessing(0);
        answeredIncident.assess(new Assessment.Incident("low"));
        answeredIncident.on(new TicketEvent.AnswerSent("It works as meant."));
        Play funding = Play.quoted(0, 10);
        funding.says(A, ReplyKind.YES, 1);
        return Map.of(
                "incident", incident,
                "answered incident", answeredIncident,
                "quoted", Play.quoted(100, 10),
                "funding", funding,
                "working", Play.working(10),
                "raised", Play.requoted(10, 20),
                "charged", Play.answered(10));
    }

    static List<String> places() {
        return List.copyOf(notYetWishes().keySet());
    }

    @ParameterizedTest
    @MethodSource("places")
    void p06WhateverTurnsOutToBeAWishIsFreeAndTheCustomerHearsWhy(String place) {
        Play play = become(place, WHY);
        assertThat(said(play.decisions.getLast(), Template.BECAME_FEATURE).fields())
                .containsEntry("reason", WHY)
                .containsEntry("old_amount", PAID.contains(place) ? "10" : "");
        assertThat(play.ticket.type()).isEqualTo(RequestType.FEATURE);
        assertThat(play.oracle.reserved()).isZero();
        assertThat(play.oracle.charged()).isZero();
    }

    @ParameterizedTest
    @MethodSource("places")
    void p06ItNeedsAReason(String place) {
        Play play = become(place, " ");
        assertThat(play.decisions.getLast())
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason()).contains("P-06"));
        assertThat(play.ticket.type()).isNotEqualTo(RequestType.FEATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "quoted", "charged"})
    void p08TheReasonPromisesNoDate(String place) {
        Play play = become(place, "It is on our list and comes next month.");
        assertThat(play.decisions.getLast())
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.reason()).contains("‘next month’"));
    }

    private static Play become(String place, String reason) {
        Play play = Objects.requireNonNull(notYetWishes().get(place));
        play.on(new TicketEvent.Assessed(new Assessment.Feature(), reason));
        return play;
    }

    @Test
    void p01AWishThatIsAFaultAfterAllIsAnIncidentAndTheCustomerHearsIt() {
        Play play = Play.assessing(0);
        play.assess(new Assessment.Feature());
        Decision decision = play.assess(new Assessment.Incident("high"));
        assertThat(said(decision)).containsExactly(Template.INCIDENT_ACCEPTED);
        assertThat(play.ticket.type()).isEqualTo(RequestType.INCIDENT);
        assertThat(said(play.assess(new Assessment.Incident("low")))).isEmpty();
    }

    // ---- work

    @Test
    void p10p25AFaultOfACustomisationHasAPriceOnlyFromItsOwnYesOn() {
        Play play = Play.assessing(100);
        play.assess(new Assessment.Incident("low"));
        play.on(new TicketEvent.WorkStarted());
        Decision quoted = play.days(3).assess(Play.modification(40));
        assertThat(said(quoted, Template.BECAME_CHARGEABLE).fields()).containsEntry("reason", "We looked deeper.");
        assertThat(play.oracle.reserved()).isZero();
        assertThat(play.on(new TicketEvent.AnswerSent("Done."))).isInstanceOf(Decision.Refused.class);
        play.says(A, ReplyKind.YES, 1);
        assertThat(play.oracle.reserved()).isEqualTo(40);
    }

    @Test
    void p10p25WhatWasAnsweredFreeIsNotChargedAfterwards() {
        Play play = Play.assessing(100);
        play.assess(new Assessment.Incident("low"));
        play.on(new TicketEvent.AnswerSent("Mended."));
        assertThat(play.assess(Play.modification(40))).isInstanceOf(Decision.Refused.class);
        assertThat(play.oracle.reserved() + play.oracle.charged()).isZero();
    }

    @Test
    void p25WorkThatTurnsOutToBeOurFaultGivesEverythingBack() {
        for (Play play : List.of(Play.working(10), Play.requoted(10, 20), Play.answered(10))) {
            play.assess(new Assessment.Incident("low"));
            assertThat(play.oracle.reserved() + play.oracle.charged()).isZero();
            assertThat(play.oracle.balance()).isEqualTo(100);
            assertThat(play.ticket.type()).isEqualTo(RequestType.INCIDENT);
        }
    }

    @Test
    void p12WorkCostsWhatIsAttachedToItHoweverLongItTakes() {
        Play play = Play.quoted(100, 20);
        play.days(1).says(A, ReplyKind.YES, 1);
        play.on(new TicketEvent.WorkStarted());
        play.days(10).after(Duration.ofHours(7)).on(new TicketEvent.AnswerSent("Done."));
        assertThat(play.oracle.charged()).isEqualTo(20);
    }

    @Test
    void p13NothingIsBegunBeforeAPriceIsAttachedAndAgreed() {
        assertThat(Play.assessing(100).on(new TicketEvent.WorkStarted())).isInstanceOf(Decision.Refused.class);
        assertThat(Play.quoted(100, 10).on(new TicketEvent.WorkStarted())).isInstanceOf(Decision.Refused.class);
    }
}
