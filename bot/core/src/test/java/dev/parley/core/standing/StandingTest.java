package dev.parley.core.standing;

import static dev.parley.core.standing.Stories.answered;
import static dev.parley.core.standing.Stories.asked;
import static dev.parley.core.standing.Stories.at;
import static dev.parley.core.standing.Stories.closed;
import static dev.parley.core.standing.Stories.funding;
import static dev.parley.core.standing.Stories.opened;
import static dev.parley.core.standing.Stories.quoted;
import static dev.parley.core.standing.Stories.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.core.servicelevel.Deadline;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.Promise;
import dev.parley.core.servicelevel.QueueEntry;
import dev.parley.core.servicelevel.Verdict;
import dev.parley.core.ticket.RequestType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a ticket's stored history to its deadlines. */
class StandingTest {
    private static final String NINE = "2026-03-02T09:00";

    private static Deadline resolution(Stories story, String now) {
        return story.standing(now).deadlines().stream()
                .filter(deadline -> deadline.terms().promise() == Promise.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void c19PricingConfirmationMoneyAndDataAreNotCountedAndEachIsNamed() {
        Stories story = opened(NINE)
                .to("2026-03-02T10:00", quoted("2026-03-02T10:00"))
                .found("2026-03-02T10:00", RequestType.PRICED, null, "")
                .to("2026-03-02T12:00", funding("2026-03-02T12:00"))
                .to("2026-03-02T13:00", working("2026-03-02T13:00"))
                .to("2026-03-02T14:00", asked("2026-03-02T14:00"))
                .to("2026-03-02T16:00", working("2026-03-02T16:00"));
        Deadline deadline = resolution(story, "2026-03-02T16:30");
        assertThat(deadline.elapsed()).isEqualTo(Duration.ofMinutes(90));
        assertThat(deadline.explain())
                .containsExactly(
                        "resolution of work, on demand: within 24 h of open hours; times in Europe/Berlin",
                        "paused 2026-03-02 09:00–10:00 while the price is worked out",
                        "changed 2026-03-02 10:00 from unassessed, on demand to work, on demand: assessed; counted from"
                                + " the beginning",
                        "paused 2026-03-02 10:00–12:00 while waiting for your yes",
                        "paused 2026-03-02 12:00–13:00 while waiting for your account to be topped up",
                        "running 2026-03-02 13:00–14:00: 1 h counted",
                        "paused 2026-03-02 14:00–16:00 while waiting for your answer to our question",
                        "running 2026-03-02 16:00–16:30: 30 min counted",
                        "1 h 30 min of 24 h counted, due 2026-03-05 15:00 if nothing pauses it");
    }

    @Test
    void c19TheFirstResponseRunsWhateverWeWaitFor() {
        Deadline first = opened(NINE)
                .to("2026-03-02T09:30", asked("2026-03-02T09:30"))
                .standing("2026-03-02T10:30")
                .deadlines()
                .getFirst();
        assertThat(first.terms().promise()).isEqualTo(Promise.FIRST_RESPONSE);
        assertThat(first.verdict()).isEqualTo(Verdict.WARNED);
        assertThat(first.dueAt()).isEqualTo(at("2026-03-02T11:00"));
    }

    @Test
    void p04WhatNobodyHasLookedAtMayBeTheMostUrgentOfAll() {
        Standing onDemand = opened(NINE).standing(NINE);
        assertThat(onDemand.deadlines())
                .extracting(deadline -> deadline.terms().promise(), Deadline::dueAt)
                .containsExactly(tuple(Promise.FIRST_RESPONSE, at("2026-03-02T11:00")));
        assertThat(onDemand.queueEntry().level()).isEqualTo(1);
        assertThat(opened(NINE).packaged(NINE, null).standing(NINE).dueAt()).isEqualTo(at("2026-03-02T10:00"));
        Promises without = Promises.none(Stories.BERLIN, List.of());
        assertThat(without.any()).isFalse();
        Standing none = Standing.of(opened(NINE).told(), without, at(NINE));
        assertThat(none.deadlines()).isEmpty();
        assertThat(none.queueEntry().level()).isEqualTo(Matter.NO_LEVEL);
    }

    @Test
    void p04AnIncidentHasNoPriceSoItCountsFromTheFirstMomentByItsSeverity() {
        Stories story = opened(NINE)
                .to("2026-03-02T11:00", working("2026-03-02T11:00"))
                .found("2026-03-02T11:00", RequestType.INCIDENT, "urgent", "orders fail");
        assertThat(resolution(story, "2026-03-02T12:00").elapsed()).isEqualTo(Duration.ofHours(3));
        assertThat(resolution(story, "2026-03-02T12:00").dueAt()).isEqualTo(at("2026-03-02T17:00"));
        Stories milder = story.found("2026-03-02T12:00", RequestType.INCIDENT, "normal", "one page only");
        assertThat(resolution(milder, "2026-03-02T13:00").dueAt()).isEqualTo(at("2026-03-03T17:00"));
    }

    @Test
    void whatIsAgreedInAdvanceIsOnItsWayWhileItIsLookedAt() {
        Stories story = opened(NINE)
                .preAgreed()
                .to("2026-03-02T11:00", working("2026-03-02T11:00"))
                .found("2026-03-02T11:00", RequestType.PRICED, null, "");
        assertThat(resolution(story, "2026-03-02T12:00").elapsed()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void p08AFeatureRequestHasNoDeadline() {
        Stories story = opened(NINE)
                .to("2026-03-02T11:00", working("2026-03-02T11:00"))
                .found("2026-03-02T11:00", RequestType.FEATURE, null, "");
        assertThat(story.standing("2026-03-20T12:00").deadlines()).isEmpty();
        assertThat(story.standing("2026-03-20T12:00").dueAt()).isNull();
    }

    @Test
    void c22AFollowUpLetsItRunOnAndAReopeningIsANewRound() {
        Stories story = opened(NINE)
                .to(NINE, working(NINE))
                .found(NINE, RequestType.INCIDENT, "urgent", "")
                .to("2026-03-02T11:00", answered("2026-03-02T11:00"))
                .to("2026-03-02T13:00", working("2026-03-02T13:00"));
        assertThat(resolution(story, "2026-03-02T14:00").elapsed()).isEqualTo(Duration.ofHours(3));
        story.to("2026-03-02T14:00", answered("2026-03-02T14:00"))
                .to("2026-03-03T09:00", closed("2026-03-03T09:00"))
                .to("2026-03-04T09:00", working("2026-03-04T09:00"));
        Deadline second = resolution(story, "2026-03-04T10:00");
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.elapsed()).isEqualTo(Duration.ofHours(1));
        assertThat(Standing.all(story.told(), Stories.DESK, at("2026-03-04T10:00")))
                .extracting(deadline -> deadline.terms().promise(), Deadline::round, Deadline::verdict)
                .containsExactly(
                        tuple(Promise.FIRST_RESPONSE, 1, Verdict.MET),
                        tuple(Promise.RESOLUTION, 1, Verdict.MET),
                        tuple(Promise.RESOLUTION, 2, Verdict.ON_TRACK));
    }

    @Test
    void h06APackageThatBeginsOrEndsMeanwhileChangesWhatIsPromised() {
        Stories story = opened(NINE)
                .packaged("2026-03-02T10:00", "2026-03-03T09:00")
                .to(NINE, working(NINE))
                .found(NINE, RequestType.INCIDENT, "urgent", "");
        assertThat(story.standing("2026-03-02T09:30").matter().plan()).isEqualTo(Plan.ON_DEMAND);
        Deadline packaged = resolution(story, "2026-03-02T10:30");
        assertThat(packaged.terms().target())
                .as("that the package ends is not yet")
                .isEqualTo(Duration.ofHours(4));
        assertThat(resolution(story, "2026-03-03T09:30").terms().target()).isEqualTo(Duration.ofHours(8));
        assertThat(story.standing("2026-03-02T10:30").queueEntry())
                .isEqualTo(new QueueEntry(Plan.PACKAGE, 1, at("2026-03-02T13:00"), 1001));
    }

    @Test
    void h01h06WhatAPackageCoversComesUnderItsPlanAndWhatHasAPriceIsOnDemand() {
        Stories covered = opened(NINE)
                .to("2026-03-02T10:00", working("2026-03-02T10:00"))
                .found("2026-03-02T10:00", RequestType.COVERED, null, "");
        assertThat(covered.standing("2026-03-02T11:00").matter())
                .isEqualTo(new Matter("work", Matter.NO_LEVEL, Plan.PACKAGE));
        Stories priced = opened(NINE).packaged(NINE, null).found(NINE, RequestType.PRICED, null, "");
        assertThat(priced.standing("2026-03-02T11:00").matter().plan()).isEqualTo(Plan.ON_DEMAND);
    }

    @Test
    void withoutAServiceLevelByLevelTheSeverityStillOrdersTheQueue() {
        Stories story = opened(NINE)
                .to(NINE, working(NINE))
                .found(NINE, RequestType.PRICED, null, "")
                .found(NINE, RequestType.PRICED, "normal", "");
        Standing standing = story.standing("2026-03-02T10:00");
        assertThat(standing.matter()).isEqualTo(new Matter("work", Matter.NO_LEVEL, Plan.ON_DEMAND));
        assertThat(standing.queueEntry().level()).isEqualTo(2);
        assertThat(standing.deadlines()).hasSize(2);
    }

    @Test
    void aSeverityTheDeskNoLongerKnowsIsNone() {
        assertThat(Stories.DESK.level("gone")).isEqualTo(Matter.NO_LEVEL);
        assertThat(Stories.DESK.level("")).isEqualTo(Matter.NO_LEVEL);
        assertThat(List.of(Stories.DESK.level("urgent"), Stories.DESK.level("normal")))
                .containsExactly(1, 2);
    }
}
