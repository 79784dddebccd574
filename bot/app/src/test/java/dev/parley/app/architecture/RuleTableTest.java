package dev.parley.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every rule of the three policies has a test that names it, and {@code docs/rules.md} says which. */
class RuleTableTest {
    private static final Path PAGE = RuleTable.ROOT.resolve("docs/rules.md");

    /** Rules nobody has tested yet. This only ever becomes shorter. */
    private static final Set<String> NOT_YET = Set.of("C-12e", "C-26", "C-26a");

    private final RuleTable table = RuleTable.read();

    RuleTableTest() throws IOException {}

    @Test
    void everyRuleHasATestOrAPageThatSaysWhyNot() {
        assertThat(table.numbers())
                .filteredOn(rule -> !NOT_YET.contains(rule))
                .as("Name the rule at the beginning of a test's name, as c12b in c12bBeyondOneMinorVersion")
                .allMatch(table.named()::contains);
    }

    @Test
    void everyTestNamesARuleThatExists() {
        assertThat(table.numbers()).containsAll(table.named());
    }

    @Test
    void noRuleIsLeftOut() {
        assertThat(table.numbers())
                .containsAll(numbers("P", 25))
                .containsAll(numbers("C", 30))
                .containsAll(numbers("H", 18))
                .containsAll(numbers("X", 5))
                .contains("C-12a", "C-12b", "C-12c", "C-12d", "C-12e", "C-14a", "C-14b")
                .contains("C-21a", "C-21b", "C-21c", "C-21d", "C-26a")
                .hasSize(25 + 30 + 18 + 5 + 12);
    }

    @Test
    void thePageIsWhatTheTestsSay() throws IOException {
        String page = table.page();
        boolean current = Files.readString(PAGE).equals(page);
        if (!current) {
            Files.writeString(PAGE, page);
        }
        assertThat(current)
                .as("docs/rules.md was out of date and has been written anew: look at it and commit it")
                .isTrue();
    }

    private static List<String> numbers(String letter, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(n -> "%s-%02d".formatted(letter, n))
                .toList();
    }
}
