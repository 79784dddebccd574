package dev.parley.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.Stage;
import dev.parley.app.cli.Parley;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark that is asked to stop leaves no process and no file behind. */
class BenchStopTest {
    private static final int ENDED_BY_SIGTERM = 143;
    private static final int SECONDS_MAX = 60;

    @Test
    void aStoppedBenchmarkTakesItsServersAndFilesAway(@TempDir Path directory) throws Exception {
        Path data = Files.createDirectories(directory.resolve("bench"));
        Process bench = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dparley.home=" + directory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parley.class.getName(),
                        "bench",
                        "mails",
                        "--directory=" + data,
                        "--desk=" + Stage.DESK_FILE)
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        try (var said = bench.inputReader()) {
            assertThat(said.lines().anyMatch(line -> line.startsWith("| mail, acknowledgements")))
                    .as("it measures")
                    .isTrue();
            ProcessHandle postgres = postmaster(data);
            List<ProcessHandle> bots = bench.descendants().toList();
            bench.toHandle().destroy();
            assertThat(bench.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            assertThat(bench.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            Await.until("PostgreSQL has ended", () -> !postgres.isAlive());
            assertThat(bots).noneMatch(ProcessHandle::isAlive);
            assertThat(data).isEmptyDirectory();
        } finally {
            bench.destroyForcibly();
        }
    }

    /** Not a child of the benchmark: it was started by a command that has ended. */
    private static ProcessHandle postmaster(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            Path file = files.filter(found -> found.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        }
    }
}
