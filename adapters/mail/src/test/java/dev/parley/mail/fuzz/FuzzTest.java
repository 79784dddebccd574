package dev.parley.mail.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer looks for inputs that make the reader throw, hang for long or take more than 256 MB, for some seconds in each
 * run of the tests. {@code -Dparley.fuzz.seconds=3600} makes it an hour; what it finds is kept beside this class.
 */
class FuzzTest {
    private static final long SECONDS = Long.getLong("parley.fuzz.seconds", 5);

    /** An input that takes this long hangs; instrumented code and other builds on the machine are allowed for. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    private static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(FuzzTest.class.getResource("found")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> found() throws IOException {
        try (var files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("found")
    void whatWasFoundOnceIsReadWell(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        assertTimeoutPreemptively(HANGS, () -> FuzzTarget.fuzzerTestOneInput(bytes));
    }

    @Test
    void nothingIsFoundInAShortRun(@TempDir Path corpus) throws Exception {
        for (Path seed : found()) {
            Files.copy(seed, corpus.resolve(seed.getFileName()));
        }
        Process jazzer = new ProcessBuilder(command(corpus))
                .directory(corpus.toFile())
                .redirectErrorStream(true)
                .redirectOutput(corpus.resolveSibling("jazzer.log").toFile())
                .start();
        boolean ended = jazzer.waitFor(SECONDS + 120, TimeUnit.SECONDS);
        jazzer.destroyForcibly();
        assertThat(ended).as("Jazzer ends in time").isTrue();
        assertThat(jazzer.exitValue())
                .as(() -> "Jazzer found an input: " + log(corpus.resolveSibling("jazzer.log")))
                .isZero();
    }

    private static List<String> command(Path corpus) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=dev.parley.mail.**"));
        command.addAll(List.of(
                "-max_total_time=" + SECONDS,
                "-timeout=" + HANGS.toSeconds(),
                "-max_len=20000",
                "-print_final_stats=1",
                corpus.toString()));
        return command;
    }

    private static String log(Path file) {
        try {
            String all = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            return all.substring(Math.max(0, all.length() - 4_000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
