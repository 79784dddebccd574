package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.policy.Pricing;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.Promise;
import dev.parley.core.servicelevel.ServiceLevel;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code desks/rayos.yaml} is all of the vendor's policy on points. */
class RayosTest {
    static final Desk DESK = ProSupportTest.load(ProSupportTest.FILE.resolveSibling("rayos.yaml"));

    @Test
    void p03p07IncidentsAndWishesAreKnownAndFree() {
        assertThat(DESK.requests().types())
                .containsExactlyInAnyOrder(RequestType.INCIDENT, RequestType.FEATURE, RequestType.WORK);
        assertThat(DESK.policy().categories()).extracting(c -> c.key().key()).doesNotContain("incident", "feature");
    }

    @Test
    void p01p02TheComponentsOfTheCoreTechnologyAreNamedForCustomers() {
        assertThat(DESK.requests().components())
                .extracting(component -> component.titles().get(Locale.ENGLISH))
                .containsExactly("The website", "The content management system", "Core Rayos for WordPress technology");
    }

    @Test
    void p09p10ProductionRequestsAreOfSixKindsAndFixingACustomizationIsOne() {
        assertThat(DESK.policy().categories())
                .extracting(c -> c.key().key())
                .containsExactly("advertising", "build", "customize", "advice", "training", "fix-customization");
    }

    @Test
    void p12p13PointsAreAttachedBySupportBeforeTheWork() {
        assertThat(DESK.policy().unit()).isEqualTo(Unit.POINT);
        assertThat(DESK.policy().categories())
                .allSatisfy(category -> assertThat(category.price()).isEqualTo(new PriceRule.From(1)));
        var prices = DESK.policy().prices();
        assertThat(prices.price("build", PriceInput.of(3, "A page for the summer sale")))
                .isInstanceOfSatisfying(
                        Pricing.Priced.class,
                        priced -> assertThat(priced.amount()).isEqualTo(3));
        assertThat(prices.price("build", PriceInput.listed("A page"))).isInstanceOf(Pricing.Refused.class);
    }

    @Test
    void p20NoPointsAreChargedWithoutAgreementUnlessTheContractAcceptsSome() {
        assertThat(DESK.policy().categories()).allMatch(Category::confirm).allMatch(Category::preAgreeable);
        assertThat(DESK.points().orElseThrow().acceptedUpTo()).isZero();
    }

    @Test
    void p19AnExtraPointHasNoPriceUnlessTheContractHasOne() {
        assertThat(DESK.points().orElseThrow().extraPoint()).isNull();
    }

    @Test
    void p22SupportNegotiatesNoPrices() {
        assertThat(DESK.policy().categories()).noneMatch(Category::negotiable);
        assertThat(DESK.offers()).isEmpty();
        assertThat(DESK.lowBalance()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"critical, PT30M, PT4H", "high, PT2H, PT8H", "normal, PT4H, PT24H", "low, PT8H, PT80H"})
    void p04HowFastAnIncidentIsFixedDependsOnItsSeverity(String severity, Duration response, Duration resolution) {
        var matter = new Matter("incident", DESK.requests().levelOf(severity).orElseThrow(), Plan.PACKAGE);
        assertThat(target(matter, Promise.FIRST_RESPONSE)).isEqualTo(response);
        assertThat(target(matter, Promise.RESOLUTION)).isEqualTo(resolution);
    }

    private static Duration target(Matter matter, Promise promise) {
        return DESK.promises()
                .levels()
                .terms(matter, promise, DESK.promises().calendar())
                .orElseThrow()
                .target();
    }

    @Test
    void p08NoWishHasATarget() {
        assertThat(DESK.promises().levels().levels())
                .extracting(ServiceLevel::matter)
                .noneMatch(matter -> matter.type().equals(Matter.FEATURE));
    }

    @Test
    void p21QuestionsAboutPricesAndPointsGoToCustomerSupport() {
        assertThat(DESK.policy().customerSupport()).isEqualTo("rayos-customers@desk.example");
    }
}
