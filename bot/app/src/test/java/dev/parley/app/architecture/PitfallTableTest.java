package dev.parley.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every pitfall of mail has a test that names it, and {@code docs/mail-pitfalls.md} says which. */
class PitfallTableTest {
    private static final Path PAGE = RuleTable.ROOT.resolve("docs/mail-pitfalls.md");
    private static final Pattern TEST = Pattern.compile(" void (\\w*[pP]itfall(\\d\\d)\\w*)\\(");

    /** Pitfalls nobody has tested yet. This only ever becomes shorter. */
    private static final Set<String> NOT_YET = Set.of();

    private final Map<String, String> pitfalls = new LinkedHashMap<>();
    private final NavigableMap<String, NavigableSet<String>> tests = new TreeMap<>();

    PitfallTableTest() throws IOException {
        try (InputStream file = PitfallTableTest.class.getResourceAsStream("pitfalls.txt")) {
            if (file == null) {
                throw new IllegalStateException("pitfalls.txt is not beside this class");
            }
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    pitfalls.put(line.substring(0, 2), line.substring(4));
                }
            }
        }
        for (String module : List.of("bot", "adapters", "storage")) {
            try (var files = Files.walk(RuleTable.ROOT.resolve(module))) {
                for (Path file : files.filter(PitfallTableTest::isTest).toList()) {
                    read(file);
                }
            }
        }
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith(".java")
                && !file.toString().contains("/target/")
                && !file.endsWith("PitfallTableTest.java");
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".java", "");
        String link = "[" + name + "](../" + RuleTable.ROOT.relativize(file) + ")";
        TEST.matcher(Files.readString(file))
                .results()
                .forEach(test -> tests.computeIfAbsent(test.group(2), _ -> new TreeSet<>())
                        .add(link + " `" + test.group(1) + "`"));
    }

    @Test
    void everyPitfallHasATestThatNamesIt() {
        assertThat(pitfalls.keySet())
                .filteredOn(number -> !NOT_YET.contains(number))
                .as("Name the pitfall in a test's name, as pitfall31 in pitfall31TenThousandPartsAreCut")
                .allMatch(tests::containsKey);
    }

    @Test
    void everyTestNamesAPitfallThatExists() {
        assertThat(pitfalls.keySet()).containsAll(tests.keySet());
        assertThat(pitfalls.keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 45).mapToObj("%02d"::formatted).toList());
    }

    @Test
    void thePageIsWhatTheTestsSay() throws IOException {
        String page = page();
        boolean current = Files.exists(PAGE) && Files.readString(PAGE).equals(page);
        if (!current) {
            Files.writeString(PAGE, page);
        }
        assertThat(current)
                .as("docs/mail-pitfalls.md was out of date and has been written anew: look at it and commit it")
                .isTrue();
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
            # What goes wrong with mail

            The pitfalls that help desks fall into, and the tests that keep Parley out of them. Search the tests for
            a number, e.g. `pitfall31`. A test stands for the part of the pitfall that its name says.

            This page is written by `PitfallTableTest`; the words are in `pitfalls.txt` beside it.

            | | pitfall | tests |
            |---|---|---|
            """);
        pitfalls.forEach((number, words) -> page.append("| %s | %s | %s |\n"
                .formatted(
                        number,
                        words,
                        String.join("<br>", tests.getOrDefault(number, new TreeSet<>(Set.of("*not yet*")))))));
        return page.toString();
    }
}
