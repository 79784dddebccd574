package dev.parley.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every mistake in a desk file is told with its place, what is wrong and what would be right. */
class DeskFileTest {
    private static final String EXPECTED = "# expected: ";
    private static final int BROKEN_FILES_MIN = 30;

    @TempDir
    private Path folder = Path.of("");

    private static Stream<Path> brokenFiles() throws IOException, URISyntaxException {
        var place = Objects.requireNonNull(DeskFileTest.class.getResource("/desk/broken"));
        try (var files = Files.list(Path.of(place.toURI()))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void thereAreManyBrokenFiles() throws IOException, URISyntaxException {
        assertThat(brokenFiles().count()).isGreaterThanOrEqualTo(BROKEN_FILES_MIN);
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void everyMistakeIsToldAsTheFileItselfExpects(Path broken) throws IOException {
        copyTexts();
        var text = Files.readString(broken);
        var file = Files.writeString(folder.resolve("desk.yaml"), text);
        var expected = text.lines()
                .filter(line -> line.startsWith(EXPECTED))
                .map(line -> line.substring(EXPECTED.length()))
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(problems(file)).isEqualTo(expected);
    }

    @Test
    void staffGetNoticesByMailOnlyIfTheFileNamesAMailbox() throws IOException {
        copyTexts();
        var text = Files.readString(ProSupportTest.FILE);
        assertThat(desk(text).staffMailbox()).isNull();
        assertThat(desk(text + "\nstaff:\n  notices: Team@vendor.example\n").staffMailbox())
                .isEqualTo("team@vendor.example");
    }

    private Desk desk(String text) throws IOException {
        if (DeskFile.load(Files.writeString(folder.resolve("desk.yaml"), text)) instanceof DeskFile.Loaded.Good good) {
            return good.desk();
        }
        throw new AssertionError("the file is right");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/desk/broken-texts.csv", delimiter = '|')
    void aMistakeInATextIsToldToo(String right, String wrong, String expected) throws IOException {
        copyTexts();
        var english = folder.resolve("texts/en.yaml");
        var text = Files.readString(english);
        assertThat(text).contains(right);
        Files.writeString(english, text.replaceFirst(Pattern.quote(right), wrong));
        var problems = problems(Files.copy(ProSupportTest.FILE, folder.resolve("desk.yaml")));
        assertThat(problems)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("texts/en.yaml:").contains(expected));
    }

    @Test
    void aWrongFieldIsShownWhereItStands() throws IOException {
        copyTexts();
        var english = folder.resolve("texts/en.yaml");
        var lines = Files.readAllLines(english);
        var line = lines.indexOf("      {{question}}");
        lines.set(line, "      So: {{qestion}}");
        Files.write(english, lines);
        assertThat(problems(Files.copy(ProSupportTest.FILE, folder.resolve("desk.yaml"))))
                .singleElement()
                .asString()
                .startsWith("texts/en.yaml:" + (line + 1) + ":13: texts.information-asked.body: there is no field");
    }

    @Test
    void aFileThatIsMissingTooLargeOrNotUtf8IsAProblemAndNoException() throws IOException {
        assertThat(problems(folder.resolve("desk.yaml"))).containsExactly("1:1: there is no such file; check the path");
        var file = Files.writeString(folder.resolve("desk.yaml"), "#".repeat(1_000_001));
        assertThat(problems(file)).containsExactly("1:1: the file is too large; at most 1000000 bytes");
        Files.write(file, "name: Bücher".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(file)).containsExactly("1:1: the file is not UTF-8; save it as UTF-8");
    }

    @Test
    void noCutAnywhereInTheFileEverThrows() throws IOException {
        copyTexts();
        var text = Files.readString(ProSupportTest.FILE);
        var file = folder.resolve("desk.yaml");
        for (var end = 0; end < text.length(); end += 97) {
            Files.writeString(file, text.substring(0, end));
            assertThat(problems(file)).allMatch(problem -> problem.matches("\\d+:\\d+: .+; .+"));
        }
    }

    @Test
    void theCommandSaysOkOrListsTheProblems() throws IOException {
        var out = new StringWriter();
        var line = new CommandLine(new DeskCommand()).setOut(new PrintWriter(out));
        assertThat(line.execute("check", ProSupportTest.FILE.toString())).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        ProSupportTest.FILE + ": ok: 5 categories, 7 packages (prices provisional), languages [en, de]"
                                + System.lineSeparator());
        var file = Files.writeString(folder.resolve("desk.yaml"), "- a list\n");
        assertThat(line.execute("check", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(file + ":1:1: the file holds no keys")
                .contains("1 problem");
    }

    private void copyTexts() throws IOException {
        copyTexts(folder);
    }

    /** Puts the texts of all desks beside a desk file in {@code folder}. */
    static void copyTexts(Path folder) throws IOException {
        for (var texts : List.of("texts", "texts/points", "texts/hours")) {
            Files.createDirectories(folder.resolve(texts));
            for (var name : List.of("en.yaml", "de.yaml")) {
                Files.copy(
                        ProSupportTest.FILE.resolveSibling(texts).resolve(name),
                        folder.resolve(texts).resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private List<String> problems(Path file) {
        return switch (DeskFile.load(file)) {
            case DeskFile.Loaded.Good _ -> List.of();
            case DeskFile.Loaded.Bad(var problems) ->
                problems.stream()
                        .map(Problem::toString)
                        .map(line -> line.replace(folder + "/", "").replaceFirst("^desk.yaml:", ""))
                        .toList();
        };
    }
}
