package dev.parley.core.servicelevel;

import static dev.parley.core.servicelevel.Logs.hours;
import static dev.parley.core.servicelevel.Logs.incident;
import static dev.parley.core.servicelevel.Logs.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.calendar.Mistake;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsTest {
    private static final String SLOWER = "a more severe level is never slower (H-04)";

    @Test
    void h04EqualTargetsAreOrderedAndSoAreFourLevelsInAnyOrderOfLines() {
        assertThat(mistakes(level(4, 2, 8, false), level(1, 1, 8, true), level(3, 2, 8, false), level(2, 1, 8, true)))
                .isEmpty();
    }

    @Test
    void h04AMoreSevereLevelIsNeverSlower() {
        assertThat(mistakes(level(1, 1, 4, false), level(2, 1, 9, false), level(3, 1, 8, false)))
                .containsExactly(
                        new Mistake("levels", 2, "level 2 has 9 h for the resolution, level 3 only 8 h", SLOWER));
        assertThat(mistakes(level(1, 2, 4, false), level(3, 1, 4, false)))
                .as("level 2 is missing")
                .containsExactly(
                        new Mistake("levels", 1, "level 1 has 2 h for the first response, level 3 only 1 h", SLOWER));
    }

    @Test
    void h04ALevelWithoutATargetIsSlowerThanOneThatHasOne() {
        ServiceLevel open = new ServiceLevel(incident(1), hours(1), null, false);
        assertThat(mistakes(open, level(2, 1, 4, false)))
                .containsExactly(
                        new Mistake("levels", 1, "level 1 has any time for the resolution, level 2 only 4 h", SLOWER));
        assertThat(mistakes(level(1, 1, 4, false), new ServiceLevel(incident(2), hours(1), null, false)))
                .isEmpty();
    }

    @Test
    void h04OpenHoursAreSlowerThanAllHours() {
        assertThat(mistakes(level(1, 1, 4, false), level(2, 1, 4, true)))
                .containsExactly(
                        new Mistake("levels", 1, "level 2 counts around the clock, level 1 only open hours", SLOWER));
        assertThat(mistakes(level(1, 1, 4, true), level(2, 1, 4, true))).isEmpty();
    }

    @Test
    void h04LevelsOfOtherTypesAndPlansAreNotCompared() {
        assertThat(mistakes(
                        level(1, 4, 8, false),
                        new ServiceLevel(new Matter("incident", 2, Plan.ON_DEMAND), hours(1), hours(2), false),
                        new ServiceLevel(new Matter("production", 2, Plan.PACKAGE), hours(1), hours(2), false),
                        new ServiceLevel(new Matter("incident", 0, Plan.PACKAGE), hours(1), hours(2), false)))
                .isEmpty();
    }

    @Test
    void p08AFeatureRequestMayHaveNoTarget() {
        Matter feature = new Matter(Matter.FEATURE, Matter.NO_LEVEL, Plan.ON_DEMAND);
        assertThat(mistakes(new ServiceLevel(feature, hours(1), null, false)))
                .containsExactly(new Mistake(
                        "levels",
                        0,
                        "a feature request has a target",
                        "no date is promised for it; leave it out (P-08)"));
    }

    @Test
    void h05OnDemandAndPackageHaveTargetsOfTheirOwn() {
        ServiceLevel demand = new ServiceLevel(new Matter("incident", 1, Plan.ON_DEMAND), hours(8), null, false);
        ServiceLevels levels = new ServiceLevels(List.of(level(1, 1, 4, true), demand), Watch.NONE);
        assertThat(levels.terms(demand.matter(), Promise.FIRST_RESPONSE, Logs.OFFICE))
                .hasValue(new Terms(demand.matter(), Promise.FIRST_RESPONSE, hours(8), false, Logs.OFFICE, Watch.NONE));
        assertThat(levels.terms(demand.matter(), Promise.RESOLUTION, Logs.OFFICE))
                .isEmpty();
        assertThat(levels.terms(incident(1), Promise.RESOLUTION, Logs.OFFICE))
                .hasValueSatisfying(terms -> assertThat(terms.calendar()).isNotEqualTo(Logs.OFFICE));
    }

    @Test
    void aLineThatCannotBeMeantSaysWhy() {
        assertThat(mistakes(level(1, 1, 4, false), level(1, 1, 4, false)))
                .containsExactly(new Mistake(
                        "levels", 1, "incident, level 1, package is here twice", "give each its targets once"));
        assertThat(mistakes(new ServiceLevel(incident(1), null, null, false)))
                .extracting(Mistake::wrong)
                .containsExactly("incident, level 1, package promises nothing");
        assertThat(mistakes(level(1, 5, 4, false)))
                .extracting(Mistake::wrong)
                .containsExactly("the first response may take 5 h, the resolution 4 h");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, false", "PT-1S, false", "PT2160H, true", "PT2160H0.000000001S, false", "PT0.000000001S, true"})
    void targetsHaveLimits(Duration target, boolean right) {
        assertThat(mistakes(new ServiceLevel(incident(1), null, target, false)).isEmpty())
                .isEqualTo(right);
        assertThat(mistakes(new ServiceLevel(incident(1), target, null, false)).isEmpty())
                .isEqualTo(right);
    }

    @Test
    void warningsAscendBelowTheTarget() {
        assertThat(watch(new Watch(List.of(1, 75, 99), List.of()))).isEmpty();
        assertThat(watch(new Watch(List.of(0, 100, 75, 75), List.of())))
                .containsExactly(
                        new Mistake("warnings", 0, "0 percent warns of nothing", "1 to 99 percent"),
                        new Mistake("warnings", 1, "100 percent warns of nothing", "1 to 99 percent"),
                        new Mistake("warnings", 2, "75 comes after 100", "the earliest warning first"),
                        new Mistake("warnings", 3, "75 comes after 75", "the earliest warning first"));
    }

    @Test
    void escalationsGoToSomebodyEachLaterThanTheOneBefore() {
        assertThat(watch(Logs.WATCH)).isEmpty();
        assertThat(watch(new Watch(
                        List.of(),
                        List.of(
                                new Escalation(hours(2), " "),
                                new Escalation(hours(2), "lead"),
                                new Escalation(hours(2161), "chief")))))
                .containsExactly(
                        new Mistake("escalations", 0, "nobody is named", "say who is told"),
                        new Mistake("escalations", 1, "2 h comes after 2 h", "each step later than the one before"),
                        new Mistake(
                                "escalations", 2, "a time is not within the limits", "at least 0, at most 2160 hours"));
    }

    @Test
    void tooManyLinesAreRefused() {
        assertThat(watch(new Watch(Collections.nCopies(201, 1), List.of())))
                .contains(Mistake.of("warnings", "there are 201 lines", "at most 200"));
    }

    @Test
    void whatIsWrongCannotBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceLevels(List.of(level(1, 5, 4, false)), Watch.NONE));
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "incident, -1", "incident, 10"})
    void aMatterHasATypeAndALevel(String type, int level) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Matter(type, level, Plan.PACKAGE));
    }

    @Test
    void aMatterWithoutALevelSaysNone() {
        assertThat(new Matter("unsorted", Matter.NO_LEVEL, Plan.ON_DEMAND)).hasToString("unsorted, on demand");
    }

    private static List<Mistake> mistakes(ServiceLevel... levels) {
        return ServiceLevels.mistakes(List.of(levels), Watch.NONE);
    }

    private static List<Mistake> watch(Watch watch) {
        return ServiceLevels.mistakes(List.of(), watch);
    }
}
