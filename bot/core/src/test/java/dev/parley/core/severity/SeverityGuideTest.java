package dev.parley.core.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.severity.Level.Sign;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** H-02 and H-03: the vendor's four levels and its own examples of them. */
class SeverityGuideTest {
    private static final SeverityGuide GUIDE = guide();

    @ParameterizedTest
    @CsvFileSource(resources = "support-levels.csv", useHeadersInDisplayName = true)
    void h02EachExampleOfTheVendorHasItsLevel(String level, String sign, String words) {
        var found = ((Allowed<Level>) GUIDE.level(Set.of(sign))).value();
        assertThat(found.key()).isEqualTo(level);
        assertThat(found.signs()).contains(new Sign(sign, words));
    }

    @Test
    void h02ThereAreFourLevelsTheMostUrgentFirst() {
        assertThat(GUIDE.levels()).extracting(Level::key).containsExactly("level-1", "level-2", "level-3", "level-4");
        assertThat(GUIDE.levels()).extracting(l -> l.signs().size()).containsExactly(4, 3, 2, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "logic-disrupted, level-2",
        "logic-disrupted orders-impossible, level-1",
        "logic-disrupted new-feature, level-2",
        "payments-impossible mails-missing, level-1",
        "search-empty configuration, level-3"
    })
    void h03WhetherCustomersCanStillOrderTellsTheFirstLevelFromTheSecond(String signs, String level) {
        assertThat(((Allowed<Level>) GUIDE.level(Set.of(signs.split(" "))))
                        .value()
                        .key())
                .isEqualTo(level);
    }

    @Test
    void h02ANewFactNeverMakesARequestLessUrgent() {
        var all = GUIDE.levels().stream().flatMap(l -> l.signs().stream()).toList();
        var random = new Random(2);
        for (var i = 0; i < 2_000; i++) {
            var signs = new HashSet<String>();
            var before = GUIDE.levels().size();
            for (var step = 0; step < 5; step++) {
                signs.add(all.get(random.nextInt(all.size())).key());
                var now = GUIDE.levels().indexOf(((Allowed<Level>) GUIDE.level(signs)).value());
                assertThat(now).isLessThanOrEqualTo(before);
                before = now;
            }
        }
    }

    @Test
    void withoutASignThereIsNoLevel() {
        assertThat(GUIDE.level(Set.of()))
                .isEqualTo(new Refused<Level>("nothing was chosen", "choose what can be seen of the request"));
        assertThat(GUIDE.level(Set.of("site-down", "site-dwon")))
                .isEqualTo(new Refused<Level>("there is no sign ‘site-dwon’", "choose from the list of signs"));
    }

    @Test
    void aGuideThatMakesNoSenseCannotBeMade() {
        var sign = new Sign("a", "A");
        var level = new Level("one", List.of(sign));
        assertThatIllegalArgumentException().isThrownBy(() -> new Level("one", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Level("one", Collections.nCopies(21, sign)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SeverityGuide(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SeverityGuide(Collections.nCopies(10, level)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeverityGuide(List.of(level, level)))
                .withMessage("there are two levels ‘one’");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeverityGuide(List.of(level, new Level("two", List.of(sign)))))
                .withMessage("there are two signs ‘a’");
    }

    private static SeverityGuide guide() {
        var signs = new LinkedHashMap<String, List<Sign>>();
        for (var line : lines()) {
            var cells = line.split(",", 3);
            signs.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(new Sign(cells[1], cells[2].replace("\"", "")));
        }
        return new SeverityGuide(signs.entrySet().stream()
                .map(e -> new Level(e.getKey(), e.getValue()))
                .toList());
    }

    private static List<String> lines() {
        try (var in = SeverityGuideTest.class.getResourceAsStream("support-levels.csv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
