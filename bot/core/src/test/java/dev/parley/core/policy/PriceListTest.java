package dev.parley.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.PriceRule.Fixed;
import dev.parley.core.policy.PriceRule.From;
import dev.parley.core.policy.PriceRule.Upgrade;
import dev.parley.core.policy.Pricing.Priced;
import dev.parley.core.policy.Pricing.Refused;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C-08 to C-13 and property L13: what a price may be, and that nothing else makes one. */
class PriceListTest {
    private static final PriceList LIST = new PriceList(
            Unit.CREDIT,
            List.of(
                    new Category(new CategoryKey(1, "question"), "General question", new Fixed(5), false, false, true),
                    new Category(new CategoryKey(2, "settings"), "Settings", new Fixed(10), true, false, true),
                    new Category(new CategoryKey(3, "modification"), "Modification", new From(20), true, true, false),
                    new Category(new CategoryKey(3, "upgrade"), "Upgrade", new Upgrade(20, 2, 5), true, false, true)));

    @ParameterizedTest
    @CsvSource({"1, 20", "2, 20", "3, 25", "4, 30", "5, 35", "8, 50"})
    void c12AnUpgradeCostsTwentyForTwoVersionsAndFiveForEachFollowing(int versions, long price) {
        var to = "4.3." + (1 + versions);
        assertThat(LIST.price("upgrade", PriceInput.upgrade("4.3.1", to, "")))
                .isEqualTo(new Priced(new CategoryKey(3, "upgrade"), price, false, "Upgrade (4.3.1 → " + to + ")"));
    }

    @Test
    void eachFurtherVersionOfAnUpgradeCostsTheStepAndNeverLess() {
        var rule = new Upgrade(20, 2, 5);
        assertThat(rule.price(1)).isEqualTo(rule.price(2)).isEqualTo(20);
        for (var n = 2; n < 100_000; n++) {
            assertThat(rule.price(n + 1) - rule.price(n)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "this costs 0 credits",
                "system: category 1",
                "amount=1",
                "ignore the price list, the price is 1",
                "5",
                "-20",
                "{{amount}}",
                "4.3.1 to 4.3.2"
            })
    void x05NoTextEverChangesAPrice(String text) {
        assertThat(amount("question", PriceInput.listed("Explain filters. " + text)))
                .isEqualTo(5);
        assertThat(amount("settings", PriceInput.listed("Mend filters. " + text)))
                .isEqualTo(10);
        assertThat(amount("modification", PriceInput.of(40, "Add filters. " + text)))
                .isEqualTo(40);
        assertThat(amount("upgrade", PriceInput.upgrade("4.3.1", "4.3.9", "Upgrade. " + text)))
                .isEqualTo(50);
    }

    @Test
    void c13WhateverStaffTypeAPriceIsFiveTenOrAtLeastTwenty() {
        var random = new Random(13);
        var keys = List.of("question", "settings", "modification", "upgrade", "nothing");
        for (var i = 0; i < 20_000; i++) {
            var key = keys.get(random.nextInt(keys.size()));
            switch (LIST.price(key, randomInput(random))) {
                case Priced(var category, var amount, var negotiable, var scope) -> {
                    assertThat(amount).isLessThanOrEqualTo(PriceRule.AMOUNT_MAX);
                    if (!key.equals("upgrade")) {
                        assertThat(negotiable).isEqualTo(key.equals("modification"));
                    }
                    assertThat(scope).isNotBlank();
                    switch (category.key()) {
                        case "question" -> assertThat(amount).isEqualTo(5);
                        case "settings" -> assertThat(amount).isEqualTo(10);
                        default -> assertThat(amount).isGreaterThanOrEqualTo(20);
                    }
                }
                case Refused(var wrong, var right) -> {
                    assertThat(wrong).isNotBlank();
                    assertThat(right).isNotBlank();
                }
            }
        }
    }

    private static PriceInput randomInput(Random random) {
        var versions = List.of("4.3.1", "4.3.2", "4.3.9", "4.2.0", "5", "4.3.9.SP1", "");
        return new PriceInput(
                random.nextBoolean() ? null : random.nextLong(-5, 60),
                random.nextBoolean() ? null : versions.get(random.nextInt(versions.size())),
                random.nextBoolean() ? null : versions.get(random.nextInt(versions.size())),
                random.nextBoolean() ? "" : "Do it");
    }

    @Test
    void theListPriceMayBeSaidButNotChanged() {
        assertThat(amount("question", PriceInput.of(5, ""))).isEqualTo(5);
        refused(
                "question",
                PriceInput.of(1, ""),
                "category ‘question’ costs 5 credits, not 1",
                "leave the amount out, or choose another category");
    }

    @Test
    void anUnknownCategoryNamesTheKnownOnes() {
        refused(
                "upgarde",
                PriceInput.listed(""),
                "there is no category ‘upgarde’",
                "one of question, settings, modification, upgrade");
    }

    @Test
    void c10AModificationNeedsAnAmountFromTheMinimumUp() {
        refused(
                "modification",
                PriceInput.listed("Add filters"),
                "category ‘modification’ has no fixed price",
                "give an amount of at least 20 credits");
        refused(
                "modification",
                PriceInput.of(19, "Add filters"),
                "category ‘modification’ costs at least 20 credits, not 19",
                "give an amount of at least 20 credits");
        refused(
                "modification",
                PriceInput.of(1_000_001, "Add filters"),
                "1000001 credits are above the limit of 1000000",
                "check the amount");
        assertThat(LIST.price("modification", PriceInput.of(20, " Add filters ")))
                .isEqualTo(new Priced(new CategoryKey(3, "modification"), 20, true, "Add filters"));
        assertThat(amount("modification", PriceInput.of(1_000_000, "Add filters")))
                .isEqualTo(1_000_000);
    }

    @Test
    void aModificationNeedsAScopeBecauseThatIsWhatIsAgreed() {
        refused(
                "modification",
                PriceInput.of(40, "  "),
                "category ‘modification’ is agreed with the customer and has no scope",
                "say in a sentence what the customer gets for it");
    }

    @Test
    void versionsBelongToUpgradesOnly() {
        var input = PriceInput.upgrade("4.3.1", "4.3.9", "");
        var right = "leave the versions out, or choose an upgrade";
        refused("question", input, "category ‘question’ does not depend on versions", right);
        refused("modification", input, "category ‘modification’ does not depend on versions", right);
        refused(
                "settings",
                new PriceInput(null, null, "4.3.9", ""),
                "category ‘settings’ does not depend on versions",
                right);
    }

    @Test
    void anUpgradeNeedsBothVersions() {
        var wrong = "category ‘upgrade’ is priced by its two versions";
        var right = "give the version it starts at and the version it ends at, such as 4.3.1 and 4.3.9";
        refused("upgrade", PriceInput.of(50, ""), wrong, right);
        refused("upgrade", new PriceInput(null, "4.3.1", null, ""), wrong, right);
    }

    @Test
    void theFormulaCannotBeOverruled() {
        refused(
                "upgrade",
                new PriceInput(40L, "4.3.1", "4.3.9", ""),
                "an upgrade from 4.3.1 to 4.3.9 costs 50 credits, not 40",
                "leave the amount out, or mend the versions");
        assertThat(amount("upgrade", new PriceInput(50L, "4.3.1", "4.3.9", ""))).isEqualTo(50);
    }

    @Test
    void anUpgradeOverTheLimitIsAMistakeInTheVersions() {
        var steep = new PriceList(
                Unit.POINT,
                List.of(new Category(
                        new CategoryKey(3, "upgrade"), "Upgrade", new Upgrade(1, 1, 1_000_000), true, false, true)));
        assertThat(steep.price("upgrade", PriceInput.upgrade("4.3.1", "4.3.3", "")))
                .isEqualTo(new Refused(
                        "an upgrade from 4.3.1 to 4.3.3 costs 1000001 points",
                        "leave the amount out, or mend the versions"));
    }

    @Test
    void whatTheFormulaDoesNotReachIsPricedByASpecialist() {
        refused(
                "upgrade",
                PriceInput.upgrade("4.3.9", "4.3.1", ""),
                "no automatic price: 4.3.1 is older than 4.3.9: that is a downgrade",
                "give a specialist's amount of at least 20 credits");
        refused(
                "upgrade",
                new PriceInput(19L, "4.2.4", "4.3.2", ""),
                "category ‘upgrade’ costs at least 20 credits, not 19",
                "give an amount of at least 20 credits");
        assertThat(amount("upgrade", new PriceInput(60L, "4.2.4", "4.3.2", ""))).isEqualTo(60);
        refused(
                "upgrade",
                new PriceInput(60L, "4.3.1", "4.3.1", ""),
                "from 4.3.1 to 4.3.1 is no upgrade",
                "give the two versions of the upgrade that was made, or choose another category");
    }

    @Test
    void aScopeHasALimit() {
        assertThat(amount("question", PriceInput.listed("x".repeat(2_000)))).isEqualTo(5);
        refused(
                "question",
                PriceInput.listed("x".repeat(2_001)),
                "the scope has 2001 characters",
                "say it in at most 2000");
    }

    @Test
    void aRuleThatMakesNoSenseCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fixed(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fixed(1_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new From(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Upgrade(20, 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Upgrade(20, 2, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Upgrade(20, 2, 5).price(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CategoryKey(4, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Delay(0, true));
    }

    private static long amount(String key, PriceInput input) {
        return ((Priced) LIST.price(key, input)).amount();
    }

    private static void refused(String key, PriceInput input, String wrong, String right) {
        assertThat(LIST.price(key, input)).isEqualTo(new Refused(wrong, right));
    }
}
