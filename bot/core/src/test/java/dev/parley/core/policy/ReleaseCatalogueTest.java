package dev.parley.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.PriceRule.Upgrade;
import dev.parley.core.policy.Pricing.Priced;
import dev.parley.core.policy.Pricing.Refused;
import dev.parley.core.policy.UpgradePath.Patches;
import dev.parley.core.policy.UpgradePath.Releases;
import dev.parley.core.policy.UpgradePath.Same;
import dev.parley.core.policy.UpgradePath.Uncounted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C-12 to C-12d with a list of releases: what it counts, what it lowers, and what it cannot know. */
class ReleaseCatalogueTest {
    /** There never was a 4.3.7, and no 4.2.5 after 4.2.4. */
    private static final ReleaseCatalogue CATALOGUE = catalogue(
            "4.3.9", "4.2.3", "4.2.4", "4.3.0", "4.3.1", "4.3.2", "4.3.3", "4.3.4", "4.3.5", "4.3.6", "4.3.8", "5.0.0");

    private static final CategoryKey UPGRADE = new CategoryKey(3, "upgrade");
    private static final PriceList LIST = new PriceList(
            Unit.CREDIT,
            List.of(new Category(UPGRADE, "Upgrade", new Upgrade(20, 2, 5), true, false, true)),
            CATALOGUE);

    @ParameterizedTest
    @CsvSource({"4.2.4, 4.3.2, 3", "4.2.4, 4.3.0, 1", "4.2.3, 5.0.0, 11", "4.3.9, 5.0.0, 1"})
    void c12bBeyondOneMinorVersionThePublishedReleasesAreCounted(String from, String to, int releases) {
        assertThat(UpgradePath.between(from, to, CATALOGUE)).isEqualTo(new Releases(releases));
    }

    @Test
    void c12bThatCountOnlySuggestsAPrice() {
        refused(
                PriceInput.upgrade("4.2.4", "4.3.2", ""),
                "no automatic price: from 4.2.4 to 4.3.2 is more than patch versions; on the way there are 3 releases,"
                        + " for which 25 credits are suggested",
                "give a specialist's amount of at least 20 credits");
        refused(
                PriceInput.upgrade("4.3.9", "5.0.0", ""),
                "no automatic price: from 4.3.9 to 5.0.0 is more than patch versions; on the way there is 1 release,"
                        + " for which 20 credits are suggested",
                "give a specialist's amount of at least 20 credits");
        refused(
                new PriceInput(19L, "4.2.4", "4.3.2", ""),
                "category ‘upgrade’ costs at least 20 credits, not 19",
                "give an amount of at least 20 credits");
    }

    @Test
    void c12bTheSpecialistsPriceIsAgreedWithTheCustomer() {
        assertThat(LIST.price("upgrade", new PriceInput(25L, "4.2.4", "4.3.2", "")))
                .isEqualTo(new Priced(UPGRADE, 25, true, "Upgrade"));
        assertThat(LIST.price("upgrade", new PriceInput(20L, "4.3.1", "4.3.99", " To the last ")))
                .isEqualTo(new Priced(UPGRADE, 20, true, "To the last"));
    }

    @Test
    void c12cAListOfReleasesLowersWhatArithmeticCounts() {
        assertThat(UpgradePath.between("4.3.1", "4.3.9")).isEqualTo(new Patches(8));
        assertThat(UpgradePath.between("4.3.1", "4.3.9", CATALOGUE)).isEqualTo(new Patches(7));
        assertThat(LIST.price("upgrade", PriceInput.upgrade("4.3.1", "4.3.9", "")))
                .isEqualTo(new Priced(UPGRADE, 45, false, "Upgrade (4.3.1 → 4.3.9)"));
    }

    @Test
    void c12cAListOfReleasesNeverRaisesAPriceNorMakesItNothing() {
        var random = new Random(12);
        for (var i = 0; i < 2_000; i++) {
            var published = IntStream.range(0, 40)
                    .filter(_ -> random.nextInt(3) > 0)
                    .mapToObj(patch -> new ProductVersion(4, 3, patch))
                    .toList();
            var from = random.nextInt(40);
            var to = random.nextInt(40);
            var without = UpgradePath.between("4.3." + from, "4.3." + to);
            var with = UpgradePath.between("4.3." + from, "4.3." + to, ReleaseCatalogue.of(published));
            switch (with) {
                case Patches(var versions) -> assertThat(versions).isBetween(1, ((Patches) without).versions());
                case Releases releases -> throw new AssertionError(releases);
                case Same same -> assertThat(without).isEqualTo(same);
                case Uncounted _ ->
                    assertThat(from > to || !published.isEmpty()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4.3.1, 4.3.7, '4.3.7 is not in the list of releases; the last before it there is 4.3.6'",
        "4.3.1, 4.3.10, '4.3.10 is not in the list of releases; the last before it there is 4.3.9'",
        "4.3.1, 4.4.0, '4.4.0 is not in the list of releases; it has no release of 4.4 before it'",
        "4.3.7, 4.3.9, '4.3.7 is not in the list of releases; the last before it there is 4.3.6'",
        "4.1.0, 4.3.9, '4.1.0 is not in the list of releases; it has no release of 4.1 before it'",
        "4.3.9, 4.3.7, 4.3.7 is older than 4.3.9: that is a downgrade"
    })
    void c12dWhatIsNotInTheListIsForASpecialist(String from, String to, String why) {
        assertThat(UpgradePath.between(from, to, CATALOGUE)).isEqualTo(new Uncounted(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.4.0-rc1", "4.4.0.alpha", "4.4.0-SNAPSHOT", "4.4.0_dev", "4.4.0beta2"})
    void c12dAPreReleaseIsForASpecialist(String version) {
        refused(
                PriceInput.upgrade("4.3.9", version, ""),
                "no automatic price: the version to upgrade to: ‘" + version
                        + "’ is a pre-release; only published releases such as 4.3.9 are counted",
                "give a specialist's amount of at least 20 credits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.3.1, 4.3.2", "4.3.1 and 4.3.2", "shop 4.3.1; blog 4.3.2", "4.3.1/4.3.2"})
    void c12eAQuoteForAnUpgradeIsForOneInstallation(String two) {
        refused(
                PriceInput.upgrade(two, "4.3.9", ""),
                "‘" + two + "’ to ‘4.3.9’ are several installations",
                "one installation on each ticket: split the ticket, then price each (C-12e, C-24)");
    }

    @Test
    void c12aTheSameVersionIsNoUpgradeInTheListOrNot() {
        assertThat(UpgradePath.between("4.3.7", "4.3.7", CATALOGUE)).isEqualTo(new Same(new ProductVersion(4, 3, 7)));
        assertThat(UpgradePath.between("4.3.9", "4.3.9", CATALOGUE)).isEqualTo(new Same(new ProductVersion(4, 3, 9)));
    }

    @Test
    void aListHasALimitAndCannotBeChanged() {
        var versions = new ArrayList<ProductVersion>();
        for (var patch = 0; patch <= ReleaseCatalogue.RELEASES_MAX; patch++) {
            versions.add(new ProductVersion(1, 0, patch));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ReleaseCatalogue.of(versions));
        var made = ReleaseCatalogue.of(versions.subList(0, 2));
        versions.clear();
        assertThat(made.releases()).hasSize(2).isUnmodifiable();
    }

    private static void refused(PriceInput input, String wrong, String right) {
        assertThat(LIST.price("upgrade", input)).isEqualTo(new Refused(wrong, right));
    }

    private static ReleaseCatalogue catalogue(String... versions) {
        return ReleaseCatalogue.of(Arrays.stream(versions)
                .map(v -> ((ProductVersion.Parsed.Version) ProductVersion.parse(v)).version())
                .toList());
    }
}
