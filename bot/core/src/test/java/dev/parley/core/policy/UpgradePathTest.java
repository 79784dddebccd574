package dev.parley.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.policy.UpgradePath.Patches;
import dev.parley.core.policy.UpgradePath.Same;
import dev.parley.core.policy.UpgradePath.Uncounted;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C-12 to C-12d: what can be counted, and what is left to a specialist. */
class UpgradePathTest {
    @ParameterizedTest
    @CsvSource({
        "4.3.1, 4.3.9, 8",
        "4.3.1, 4.3.2, 1",
        "' 4.3.1 ', 4.3.3, 2",
        "4.3.0, 4.3.10, 10",
        "0.0.0, 0.0.99999, 99999"
    })
    void withinOneMinorVersionPatchesAreCountedByArithmetic(String from, String to, int versions) {
        assertThat(UpgradePath.between(from, to)).isEqualTo(new Patches(versions));
    }

    @Test
    void c12aTheSameVersionIsNoUpgrade() {
        assertThat(UpgradePath.between("4.3.1", "4.3.1")).isEqualTo(new Same(new ProductVersion(4, 3, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "4.2.4, 4.3.2, from 4.2.4 to 4.3.2 is more than patch versions: the formula counts only patch versions of 4.2",
        "4.3.9, 5.3.9, from 4.3.9 to 5.3.9 is more than patch versions: the formula counts only patch versions of 4.3",
        "4.3.9, 4.3.1, 4.3.1 is older than 4.3.9: that is a downgrade",
        "4.3.1, 4.2.9, 4.2.9 is older than 4.3.1: that is a downgrade",
        "5.0.0, 4.9.9, 4.9.9 is older than 5.0.0: that is a downgrade",
        "4.3.1, 4.3.9.SP1, the version to upgrade to: ‘4.3.9.SP1’ has a suffix; only plain releases such as 4.3.9 are"
                + " counted",
        "4.3.1-rc1, 4.3.9, the version to upgrade from: ‘4.3.1-rc1’ is a pre-release; only published releases such as"
                + " 4.3.9 are counted",
        "4.3.1, 4.4.0.BETA, the version to upgrade to: ‘4.4.0.BETA’ is a pre-release; only published releases such as"
                + " 4.3.9 are counted",
        "4.3.1, 4.4.0m2, the version to upgrade to: ‘4.4.0m2’ is a pre-release; only published releases such as 4.3.9"
                + " are counted",
        "4.3, 4.3.9, 'the version to upgrade from: ‘4.3’ is not exact; a version has three numbers, such as 4.3.9'",
        "4.3.1, latest, the version to upgrade to: ‘latest’ is not a version such as 4.3.9",
        "4.3.1, v4.3.9, the version to upgrade to: ‘v4.3.9’ is not a version such as 4.3.9",
        "4.3.1, 4.3.999999, the version to upgrade to: ‘4.3.999999’ is not a version such as 4.3.9"
    })
    void c12dWhatTheFormulaDoesNotReachSaysWhy(String from, String to, String why) {
        assertThat(UpgradePath.between(from, to)).isEqualTo(new Uncounted(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4..3", "4.3.-1", "4.3.1.", "...", "٤.٣.١", "4.3.1\n4.3.2"})
    void noOtherTextIsEverAVersion(String text) {
        assertThat(ProductVersion.parse(text)).isInstanceOf(ProductVersion.Parsed.Unreadable.class);
    }

    @Test
    void aVeryLongTextIsShownShortened() {
        assertThat(ProductVersion.parse("x".repeat(5_000)))
                .isEqualTo(new ProductVersion.Parsed.Unreadable(
                        "‘" + "x".repeat(40) + "…’ is not a version such as 4.3.9"));
    }

    @Test
    void aVersionIsWrittenAsItIsRead() {
        var random = new Random(12);
        for (var i = 0; i < 1_000; i++) {
            var version = new ProductVersion(random.nextInt(100_000), random.nextInt(100_000), random.nextInt(100_000));
            assertThat(ProductVersion.parse(version.toString())).isEqualTo(new ProductVersion.Parsed.Version(version));
        }
    }

    @Test
    void versionsAreOrderedByMajorThenMinorThenPatch() {
        var random = new Random(12);
        for (var i = 0; i < 1_000; i++) {
            var a = new ProductVersion(random.nextInt(3), random.nextInt(3), random.nextInt(3));
            var b = new ProductVersion(random.nextInt(3), random.nextInt(3), random.nextInt(3));
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(Integer.compare(weight(a), weight(b))));
        }
    }

    private static int weight(ProductVersion version) {
        return version.major() * 9 + version.minor() * 3 + version.patch();
    }
}
