package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.hours.Discount;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.servicelevel.Escalation;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.Promise;
import dev.parley.core.servicelevel.ServiceLevel;
import dev.parley.core.severity.Level;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code desks/support-packages.yaml} is all of the vendor's policy on hours. */
class SupportPackagesTest {
    static final Desk DESK = ProSupportTest.load(ProSupportTest.FILE.resolveSibling("support-packages.yaml"));
    private final HourDefaults hours = DESK.hours().orElseThrow();

    @Test
    void h01ThePackagesMayIncludeTheEightServices() {
        assertThat(DESK.requests().services().values()).containsExactlyInAnyOrder(WorkKind.values());
        assertThat(hours.packages())
                .allSatisfy(each -> assertThat(each.terms().work()).containsExactlyInAnyOrder(WorkKind.values()));
        assertThat(DESK.policy().categories())
                .extracting(category -> category.key().key())
                .containsExactlyInAnyOrderElementsOf(DESK.requests().services().keySet());
    }

    /** The vendor's own examples of each level. */
    @ParameterizedTest
    @CsvSource({
        "site-down, level-1",
        "no-orders, level-1",
        "no-payments, level-1",
        "critical-impact, level-1",
        "security-breach, level-1",
        "products-missing, level-2",
        "logic-disrupted, level-2",
        "emails-not-sent, level-2",
        "pages-corrupted, level-3",
        "search-empty, level-3",
        "small-bug, level-4",
        "design-change, level-4",
        "configuration, level-4",
        "extension, level-4",
        "new-feature, level-4"
    })
    void h02EachOfTheVendorsExamplesIsOfItsLevel(String sign, String level) {
        assertThat(DESK.severityGuide().orElseThrow().level(Set.of(sign)))
                .isInstanceOfSatisfying(
                        Ruling.Allowed.class,
                        allowed -> assertThat(((Level) allowed.value()).key()).isEqualTo(level));
    }

    @Test
    void h03OrdersStillPossiblePartsLevelTwoFromLevelOne() {
        var guide = DESK.severityGuide().orElseThrow();
        assertThat(guide.levels().get(1).signs())
                .extracting(Level.Sign::words)
                .anyMatch(words -> words.contains("customers are still able to place orders"));
        assertThat(guide.level(Set.of("logic-disrupted", "no-orders")))
                .isInstanceOfSatisfying(
                        Ruling.Allowed.class,
                        allowed -> assertThat(((Level) allowed.value()).key()).isEqualTo("level-1"));
    }

    @Test
    void h04NoMoreSevereLevelIsSlower() {
        for (var plan : Plan.values()) {
            var levels = DESK.promises().levels().levels().stream()
                    .filter(level -> level.matter().plan() == plan)
                    .toList();
            assertThat(levels).extracting(level -> level.matter().level()).containsExactly(1, 2, 3, 4);
            assertThat(levels).extracting(ServiceLevel::firstResponse).isSorted();
        }
    }

    @Test
    void h05WorkIsPossibleWithoutAPackageAtAPriceOfItsOwn() {
        assertThat(hours.onDemand().perHour()).hasToString("75.00 USD");
        assertThat(DESK.policy().categories()).allMatch(category -> category.confirm() && category.preAgreeable());
    }

    @Test
    void h06LiterallyPackagesComeFirst() {
        assertThat(hours.onDemandLevel1Preempts()).isFalse();
    }

    @Test
    void h07TenPercentForAYear() {
        assertThat(hours.discount()).isEqualTo(new Discount(12, 10));
    }

    @Test
    void h09EscalationsBeginWithTheAccountManager() {
        assertThat(DESK.promises()
                        .levels()
                        .terms(
                                DESK.promises().levels().levels().getFirst().matter(),
                                Promise.RESOLUTION,
                                DESK.promises().calendar())
                        .orElseThrow()
                        .watch()
                        .escalations())
                .extracting(Escalation::to)
                .startsWith("account manager");
    }

    @Test
    void h10h12OverageIsPossibleWithoutACapAndWithoutAskingUnlessTheContractSaysOtherwise() {
        assertThat(hours.overage().rate().perHour()).hasToString("60.00 USD");
        assertThat(hours.overage().capMinutes()).isNull();
        assertThat(hours.overage().askFirst()).isFalse();
    }

    @Test
    void h11BillsAreRoundedUpToAQuarterOfAnHour() {
        assertThat(hours.overage().rate().billed(61)).isEqualTo(75);
        assertThat(hours.onDemand().billed(1)).isEqualTo(15);
    }

    @Test
    void h18TimeIsKeptInMinutesAndPackagesAreOursToBeginWith() {
        assertThat(DESK.policy().unit()).isEqualTo(Unit.MINUTE);
        assertThat(hours.provisional()).isTrue();
        assertThat(hours.named("medium").orElseThrow().terms().minutes()).isEqualTo(1_200);
        assertThat(hours.named("medium").orElseThrow().titles()).containsEntry(Locale.ENGLISH, "20 hours a month");
    }

    @Test
    void everythingIsWork() {
        assertThat(DESK.requests().types()).containsExactly(RequestType.WORK);
        assertThat(DESK.requests().components()).isEmpty();
    }
}
