package dev.parley.core.servicelevel;

import static dev.parley.core.servicelevel.Logs.DESK;
import static dev.parley.core.servicelevel.Logs.at;
import static dev.parley.core.servicelevel.Logs.hours;
import static dev.parley.core.servicelevel.Logs.log;
import static dev.parley.core.servicelevel.Promise.FIRST_RESPONSE;
import static dev.parley.core.servicelevel.Promise.RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final String NINE = "2026-03-02T09:00";

    @Test
    void timeRunsInOpenHoursFromTheOpening() {
        Deadline deadline = resolution(log(2, "2026-03-02T15:00"), "2026-03-03T10:00");
        assertThat(deadline.elapsed()).isEqualTo(hours(3));
        assertThat(deadline.remaining()).isEqualTo(hours(5));
        assertThat(deadline.overdue()).isEqualTo(Duration.ZERO);
        assertThat(deadline.dueAt()).isEqualTo(at("2026-03-03T15:00"));
        assertThat(deadline.verdict()).isEqualTo(Verdict.ON_TRACK);
        assertThat(deadline.stand()).isEqualTo(new Stand.Running());
    }

    @Test
    void theLastMomentIsTooLate() {
        TicketLog log = log(2, NINE);
        assertThat(resolution(log, "2026-03-02T16:59:59.999999999").verdict()).isEqualTo(Verdict.WARNED);
        Deadline late = resolution(log, "2026-03-02T17:00");
        assertThat(late.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(late.dueAt()).isEqualTo(late.now());
        assertThat(resolution(log(2, NINE, "2026-03-02T16:59 answered"), "2026-03-05T00:00")
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(resolution(log(2, NINE, "2026-03-02T20:00 answered"), "2026-03-05T00:00")
                        .verdict())
                .as("in the evening of the day it was due")
                .isEqualTo(Verdict.BREACHED);
    }

    @Test
    void c19WaitingForTheCustomerIsNotOurTimeOfResolution() {
        TicketLog log = log(2, NINE, "2026-03-02T14:02 paused YES", "2026-03-02T16:30 resumed");
        Deadline deadline = resolution(log, "2026-03-02T17:00");
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofMinutes(302 + 30));
        assertThat(deadline.dueAt()).isEqualTo(at("2026-03-03T11:28"));
    }

    @Test
    void c19AssessingThePriceMayBeAddedToTheTimeOfResolution() {
        Deadline deadline = resolution(log(2, NINE, NINE + " paused PRICE"), "2026-03-02T15:00");
        assertThat(deadline.elapsed()).isEqualTo(Duration.ZERO);
        assertThat(deadline.stand()).isEqualTo(new Stand.Paused(Wait.PRICE));
        assertThat(deadline.dueAt()).as("if it ran from now on").isEqualTo(at("2026-03-03T15:00"));
        assertThat(deadline.stretches()).hasSize(1);
    }

    @Test
    void c19TheFirstResponseRunsWhateverWeWaitFor() {
        TicketLog log = log(2, NINE, NINE + " paused PRICE", "2026-03-02T10:30 responded", "2026-03-02T12:00 resumed");
        Deadline deadline = response(log, "2026-03-02T16:00");
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofMinutes(90));
        assertThat(deadline.verdict()).isEqualTo(Verdict.MET);
        assertThat(deadline.dueAt()).as("it would have been").isEqualTo(at("2026-03-02T11:00"));
    }

    @Test
    void anAnswerIsAResponseAndAnEndIsNone() {
        assertThat(response(log(2, NINE, "2026-03-02T10:00 answered", "2026-03-02T10:05 reopened"), NINE)
                        .verdict())
                .isEqualTo(Verdict.MET);
        Deadline closed = response(log(2, NINE, "2026-03-02T10:00 closed", "2026-03-02T10:05 responded"), NINE);
        assertThat(closed.verdict()).isEqualTo(Verdict.DROPPED);
        assertThat(closed.elapsed()).isEqualTo(hours(1));
        assertThat(response(log(2, NINE, "2026-03-02T11:00 closed"), NINE).verdict())
                .isEqualTo(Verdict.BREACHED);
    }

    @Test
    void p04TheTargetFollowsTheSeverityAndAChangeCountsFromTheBeginning() {
        TicketLog log = log(3, "2026-03-02T16:00", "2026-03-02T20:00 level 1");
        Deadline deadline = resolution(log, "2026-03-02T20:30");
        assertThat(deadline.terms().target()).isEqualTo(hours(4));
        assertThat(deadline.elapsed()).as("level 1 counts around the clock").isEqualTo(Duration.ofMinutes(270));
        assertThat(deadline.verdict()).isEqualTo(Verdict.BREACHED);
        assertThat(deadline.overdue()).isEqualTo(Duration.ofMinutes(30));
        assertThat(deadline.dueAt()).isEqualTo(at("2026-03-02T20:00"));
        assertThat(deadline.changes())
                .containsExactly(new Change(at("2026-03-02T20:00"), Logs.incident(3), Logs.incident(1), "orders fail"));
    }

    @Test
    void aMilderLevelGivesTheTimeBackAndAnotherReasonForTheSameChangesNothing() {
        TicketLog log = log(1, "2026-03-02T16:00", "2026-03-02T20:00 level 1", "2026-03-02T21:00 level 3");
        Deadline deadline = resolution(log, "2026-03-02T22:00");
        assertThat(deadline.verdict()).isEqualTo(Verdict.ON_TRACK);
        assertThat(deadline.elapsed()).isEqualTo(hours(1));
        assertThat(deadline.changes()).hasSize(1);
    }

    @Test
    void p08AFeatureRequestHasNoDeadline() {
        TicketLog log = log(2, NINE, "2026-03-02T11:00 feature");
        assertThat(DESK.latest(log, RESOLUTION, at(NINE))).isEmpty();
        assertThat(DESK.latest(log, FIRST_RESPONSE, at(NINE))).isEmpty();
        assertThat(DESK.all(log, RESOLUTION, at(NINE))).isEmpty();
    }

    @Test
    void whatIsNotPromisedHasNoDeadline() {
        Matter unsorted = new Matter("unsorted", Matter.NO_LEVEL, Plan.PACKAGE);
        TicketLog log = new TicketLog(new LogEvent.Opened(at(NINE), unsorted), List.of());
        assertThat(DESK.latest(log, RESOLUTION, at(NINE))).isEmpty();
        assertThat(DESK.latest(log, FIRST_RESPONSE, at(NINE))).isPresent();
    }

    @Test
    void c22AFollowUpRunsOnWhereTheAnswerStoppedIt() {
        TicketLog log = log(2, NINE, "2026-03-02T12:00 answered", "2026-03-02T15:00 reopened");
        Deadline deadline = resolution(log, "2026-03-02T16:00");
        assertThat(deadline.elapsed()).isEqualTo(hours(4));
        assertThat(deadline.verdict()).isEqualTo(Verdict.WARNED);
        assertThat(deadline.round()).isEqualTo(1);
    }

    @Test
    void aChangeOfLevelAfterTheAnswerDoesNotMoveTheAnswer() {
        TicketLog log = log(3, NINE, "2026-03-02T16:00 answered", "2026-03-04T09:00 level 2");
        Deadline deadline = resolution(log, "2026-03-05T09:00");
        assertThat(deadline.dueAt()).isEqualTo(at("2026-03-02T17:00"));
        assertThat(deadline.explain())
                .filteredOn("answered 2026-03-02 16:00"::equals)
                .hasSize(1);
        assertThat(deadline.stretches()).hasSize(2);
    }

    @Test
    void openedAgainAfterItsEndANewRoundBeginsAndTheOldVerdictStays() {
        TicketLog log = log(
                2,
                NINE,
                "2026-03-02T12:00 answered",
                "2026-03-03T12:00 closed",
                "2026-03-03T13:00 level 3",
                "2026-03-04T09:00 reopened",
                "2026-03-04T09:30 reopened",
                "2026-03-04T10:00 level 2");
        Deadline deadline = resolution(log, "2026-03-04T12:00");
        assertThat(deadline.round()).isEqualTo(2);
        assertThat(deadline.elapsed()).isEqualTo(hours(3));
        assertThat(deadline.changes()).extracting(Change::from).containsExactly(Logs.incident(3));
        assertThat(DESK.all(log, RESOLUTION, at("2026-03-04T12:00")))
                .extracting(Deadline::verdict)
                .containsExactly(Verdict.MET, Verdict.ON_TRACK);
        assertThat(DESK.all(log, FIRST_RESPONSE, at("2026-03-04T12:00")))
                .as("only the first round has one")
                .singleElement()
                .returns(1, Deadline::round);
    }

    @Test
    void closedWithoutAnAnswerItIsNoLongerWanted() {
        assertThat(resolution(log(2, NINE, "2026-03-02T12:00 closed", "2026-03-02T13:00 resumed"), NINE)
                        .verdict())
                .isEqualTo(Verdict.DROPPED);
        assertThat(resolution(log(2, NINE, "2026-03-02T12:00 answered", "2026-03-02T12:00 closed"), NINE)
                        .verdict())
                .isEqualTo(Verdict.MET);
        assertThat(resolution(log(2, NINE, "2026-03-03T12:00 closed"), NINE).verdict())
                .isEqualTo(Verdict.BREACHED);
    }

    @Test
    void aTimeThatGoesBackCountsAsThatOfTheEventBefore() {
        TicketLog log = log(2, NINE, "2026-03-02T12:00 paused DATA", "2026-03-02T11:00 resumed");
        Deadline deadline = resolution(log, "2026-03-02T10:00");
        assertThat(deadline.elapsed()).isEqualTo(hours(3));
        assertThat(deadline.now()).isEqualTo(at("2026-03-02T12:00"));
        assertThat(deadline.stand()).isEqualTo(new Stand.Running());
    }

    @Test
    void aTicketIsOpenedOnce() {
        LogEvent.Opened opened = new LogEvent.Opened(at(NINE), Logs.incident(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TicketLog(opened, List.of(opened)));
    }

    private static Deadline resolution(TicketLog log, String now) {
        return DESK.latest(log, RESOLUTION, at(now)).orElseThrow();
    }

    private static Deadline response(TicketLog log, String now) {
        return DESK.latest(log, FIRST_RESPONSE, at(now)).orElseThrow();
    }
}
