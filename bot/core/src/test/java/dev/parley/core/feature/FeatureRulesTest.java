package dev.parley.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.feature.FeatureRules.Ruling;
import dev.parley.core.ticket.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What staff may say of a wish. */
class FeatureRulesTest {
    private static final String WHY = "Several newspapers asked for it.";

    private static Ruling said(FeatureStatus now, FeatureStatus next, String reason) {
        return FeatureRules.decide(now, next, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "UNDER_REVIEW, FEATURE_UNDER_REVIEW",
        "PLANNED,      FEATURE_PLANNED",
        "NOT_PLANNED,  FEATURE_NOT_PLANNED",
        "DELIVERED,    FEATURE_DELIVERED"
    })
    void p08TheCustomerHearsHowItStands(FeatureStatus next, Template words) {
        assertThat(said(FeatureStatus.RECEIVED, next, WHY)).isEqualTo(new Ruling.Told(words));
    }

    @ParameterizedTest
    @EnumSource(FeatureStatus.class)
    void whatStandsSoAlreadyIsNotSaidAgain(FeatureStatus status) {
        assertThat(said(status, status, WHY)).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void whatIsNoWishAnyMoreHasNoStatus() {
        assertThat(said(FeatureStatus.WITHDRAWN, FeatureStatus.PLANNED, WHY)).isInstanceOf(Ruling.Refused.class);
        assertThat(said(FeatureStatus.PLANNED, FeatureStatus.WITHDRAWN, WHY)).isInstanceOf(Ruling.Refused.class);
        assertThat(said(FeatureStatus.PLANNED, FeatureStatus.RECEIVED, WHY)).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void aReasonIsNeeded() {
        assertThat(said(FeatureStatus.RECEIVED, FeatureStatus.PLANNED, " ")).isInstanceOf(Ruling.Refused.class);
        String longOne = "a".repeat(FeatureRules.REASON_CHARS_MAX + 1);
        assertThat(said(FeatureStatus.RECEIVED, FeatureStatus.PLANNED, longOne)).isInstanceOf(Ruling.Refused.class);
    }

    @Test
    void p08AReasonWithADateIsRefusedAndTheDateIsNamed() {
        assertThat(said(FeatureStatus.RECEIVED, FeatureStatus.PLANNED, "It comes next month."))
                .isInstanceOfSatisfying(
                        Ruling.Refused.class,
                        refused -> assertThat(refused.why()).contains("next month"));
    }
}
