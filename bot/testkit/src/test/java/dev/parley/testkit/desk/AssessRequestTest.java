package dev.parley.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.AssessRequest.Asked;
import dev.parley.core.desk.AssessRequest.Kinds;
import dev.parley.core.desk.AssessRequest.Understood;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.UseCases;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Renderer;
import dev.parley.core.ticket.Assessment;
import dev.parley.testkit.Desks;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What staff may say of a request: only what their desk knows, at the price of its list. */
class AssessRequestTest {
    private static final Set<String> ALL = Set.of("work", "incident", "feature");

    private static AssessRequest desk(Set<String> types, Map<String, WorkKind> services) {
        Renderer words = (template, _, _) -> new Renderer.Rendered(template.name(), template.name(), null);
        DeskProfile profile = new DeskProfile(
                Desks.paidIn(Unit.MINUTE),
                Messages.SUPPORT,
                Messages.CHANNEL,
                List.of(Messages.SUPPORT.address()),
                List.of(),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), 40),
                words);
        DeskBook desks = new DeskBook(List.of(profile));
        var store = new InMemoryStore(InstantSource.system());
        var useCases = UseCases.over(desks, store, new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
        return new AssessRequest(desks, Map.of(Desks.SUPPORT, new Kinds(types, List.of("1", "2"), services)), useCases);
    }

    private static Asked as(String what, String severity, @Nullable Long amount) {
        return new Asked(what, amount, null, null, "", severity, "");
    }

    private static Ruling<Understood> read(Set<String> types, String what) {
        return desk(types, Map.of()).understand(Desks.SUPPORT, as(what, "1", null));
    }

    private static Ruling<Understood> settled(Assessment assessment) {
        return new Ruling.Allowed<>(new Understood.Settled(assessment, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "feature"})
    void aKindTheDeskDoesNotHaveIsRefusedInWords(String kind) {
        assertThat(read(Set.of("work"), kind))
                .isEqualTo(new Ruling.Refused<Understood>(
                        "This desk knows no ‘" + kind + "’ (its request-types do not name it)",
                        "give on-us, or one of question, consultation, modification, investigation, upgrade"));
    }

    @Test
    void aKindTheDeskHasIsTaken() {
        assertThat(read(ALL, "incident")).isEqualTo(settled(new Assessment.Incident("1")));
        assertThat(read(ALL, "feature")).isEqualTo(settled(new Assessment.Feature()));
        assertThat(read(Set.of(), "on-us")).isEqualTo(settled(new Assessment.OnUs()));
    }

    @Test
    void anIncidentNeedsASeverityTheDeskHas() {
        AssessRequest desk = desk(ALL, Map.of());
        assertThat(desk.understand(Desks.SUPPORT, as("incident", "", null)))
                .isEqualTo(new Ruling.Refused<Understood>("‘severity’ is missing", "give one of 1, 2"));
        assertThat(desk.understand(Desks.SUPPORT, as("incident", "9", null)))
                .isEqualTo(new Ruling.Refused<Understood>("There is no severity ‘9’", "give one of 1, 2"));
    }

    @Test
    void thePriceListPricesWorkAndNothingElse() {
        AssessRequest desk = desk(ALL, Map.of());
        assertThat(desk.understand(Desks.SUPPORT, as("consultation", "", null)))
                .isEqualTo(settled(new Assessment.Priced(Desks.CONSULTATION, 10, false, "Consultation")));
        assertThat(desk.understand(Desks.SUPPORT, as("consultation", "", 3L))).isInstanceOf(Ruling.Refused.class);
        assertThat(desk.understand(Desks.SUPPORT, as("modification", "", null))).isInstanceOf(Ruling.Refused.class);
        assertThat(desk.understand(Desks.SUPPORT, as("nonsense", "", null))).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void workThatPackagesIncludeIsAskedOfThemFirst() {
        AssessRequest desk = desk(ALL, Map.of("consultation", WorkKind.DEVELOPMENT));
        assertThat(desk.understand(Desks.SUPPORT, as("consultation", "", null)))
                .isInstanceOfSatisfying(
                        Ruling.Allowed.class,
                        allowed -> assertThat(allowed.value()).isInstanceOf(Understood.OfPackage.class));
        assertThat(desk.service(Desks.SUPPORT, "question")).isEmpty();
        assertThat(desk.kinds("other")).isEqualTo(new Kinds(Set.of(), List.of(), Map.of()));
    }
}
