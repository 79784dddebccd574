package dev.parley.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.app.api.StaffActions.AssessmentAsked;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.ticket.Assessment;
import dev.parley.testkit.Desks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff may say of a request: only what their desk knows. */
class StaffActionsTest {
    private static final DeskPolicy HOURS = Desks.paidIn(Unit.MINUTE);
    private static final RequestKinds.Kinds WORK = new RequestKinds.Kinds(Set.of("work"), List.of("1"), Map.of());
    private static final RequestKinds.Kinds ALL =
            new RequestKinds.Kinds(Set.of("work", "incident", "feature"), List.of("1"), Map.of());

    private static AssessmentAsked as(String what) {
        return new AssessmentAsked(what, null, null, null, null, "1", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "feature"})
    void aKindTheDeskDoesNotHaveIsRefusedInWords(String kind) {
        assertThatThrownBy(() -> StaffActions.assessment(HOURS, WORK, as(kind)))
                .isInstanceOf(ApiProblem.class)
                .hasMessageContaining("This desk knows no ‘" + kind + "’")
                .hasMessageContaining("on-us, or one of question, ");
    }

    @Test
    void aKindTheDeskHasIsTaken() {
        assertThat(StaffActions.assessment(HOURS, ALL, as("incident"))).isInstanceOf(Assessment.Incident.class);
        assertThat(StaffActions.assessment(HOURS, ALL, as("feature"))).isInstanceOf(Assessment.Feature.class);
        assertThat(StaffActions.assessment(HOURS, WORK, as("on-us"))).isInstanceOf(Assessment.OnUs.class);
    }
}
