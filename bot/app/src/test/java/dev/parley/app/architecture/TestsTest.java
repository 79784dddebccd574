package dev.parley.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests of all modules, read as text: other modules' tests are on no class path here. */
class TestsTest {

    private static final int TEST_FILES_MIN = 20;

    /** Put together, so that this file does not find itself. */
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("@" + "Disabled\\b|" + "Thread\\." + "sleep\\(|org\\." + "mockito");

    @Test
    void noTestIsSwitchedOffOrSleepsOrMocks() throws IOException {
        var found = new ArrayList<String>();
        for (var file : testFiles()) {
            var matcher = SWITCHED_OFF.matcher(Files.readString(file));
            if (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> testFiles() throws IOException {
        var root = Path.of("../..").toAbsolutePath().normalize();
        var files = new ArrayList<Path>();
        for (var module : List.of("bot", "adapters", "storage")) {
            try (var found = Files.walk(root.resolve(module))) {
                found.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> file.toString().contains("/src/test/"))
                        .forEach(files::add);
            }
        }
        assertThat(files).as("test files looked at").hasSizeGreaterThan(TEST_FILES_MIN);
        return files;
    }
}
