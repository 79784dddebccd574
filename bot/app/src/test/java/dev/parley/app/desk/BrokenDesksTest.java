package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each of the three desks with one mistake in it: told once, where it is, and how to mend it. */
class BrokenDesksTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void copyTexts() throws IOException {
        DeskFileTest.copyTexts(folder);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/desk/broken-edits.csv", delimiter = '|', quoteCharacter = '\0')
    void aMistakeIsToldOnceWhereItIs(String desk, String right, String wrong, String expected) throws IOException {
        var text = Files.readString(ProSupportTest.FILE.resolveSibling(desk + ".yaml"));
        var from = unfolded(right);
        var to = unfolded(wrong);
        var at = text.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        var file = Files.writeString(
                folder.resolve("desk.yaml"), text.substring(0, at) + to + text.substring(at + from.length()));
        var first = (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        var last = first + (int) to.chars().filter(c -> c == '\n').count();
        if (!(DeskFile.load(file) instanceof DeskFile.Loaded.Bad(var problems))) {
            throw new AssertionError("the mistake went unnoticed");
        }
        var problem = problems.getFirst();
        assertThat(problem.key() + ": " + problem.what() + "; " + problem.right())
                .startsWith(expected);
        if (!problem.key().startsWith("languages")) {
            assertThat(problem.line()).isBetween(first, last);
            assertThat(problems).hasSize(1);
        }
    }

    private static String unfolded(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void aWishIsNeverPromisedForATimeInAnyText() throws IOException {
        var english = folder.resolve("texts/en.yaml");
        var text = Files.readString(english);
        Files.writeString(
                english, text.replace("Our product team reviews every one of them", "Our product team answers soon"));
        var file = Files.copy(ProSupportTest.FILE, folder.resolve("desk.yaml"));
        if (!(DeskFile.load(file) instanceof DeskFile.Loaded.Bad(var problems))) {
            throw new AssertionError("the promise went unnoticed");
        }
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.toString())
                    .contains(
                            "texts.feature-accepted.body: ‘soon’ could be read as a date; promise no time for a wish");
            assertThat(Files.readAllLines(english).get(problem.line() - 1).substring(problem.column() - 1))
                    .startsWith("soon");
        });
    }
}
