package dev.parley.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's kept builds, with a JDK and a Maven that only say what they were asked. */
class LauncherTest {
    private static final long WAIT_MAX_SECONDS = 30;

    /** Says how it was started; {@code run} goes on until a file tells it to stop. */
    private static final String JAVA = """
        #!/bin/sh
        case "$*" in
            *warm-up*|*AOTCacheOutput*) exit 0 ;;
        esac
        echo "java $*"
        case "$*" in
            *" run") touch "$HERE/running"; while [ ! -e "$HERE/stop" ]; do sleep 0.05; done ;;
        esac
        """;

    private static final String MAVEN = """
        #!/bin/sh
        mkdir -p bot/app/target/parley/lib bot/testkit/target
        echo bot > bot/app/target/parley/parley.jar
        echo testkit > bot/testkit/target/parley-testkit-1.jar
        """;

    @TempDir
    Path here;

    private final List<Process> all = new ArrayList<>();

    @BeforeEach
    void aProject() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(root.resolve("parley"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        Files.copy(root.resolve("parley"), here.resolve("parley"));
        executable("jdk/bin/java", JAVA);
        executable("jdk/bin/javac", "#!/bin/sh\n");
        executable("maven/mvn", MAVEN);
        Files.writeString(here.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.createDirectories(here.resolve("bot/app/src/main/java"));
        source();
    }

    @AfterEach
    void nothingGoesOn() {
        all.forEach(Process::destroyForcibly);
    }

    private void executable(String name, String script) throws IOException {
        Path file = here.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A source that is newer than whatever was built. */
    private void source() throws IOException {
        Path source = here.resolve("bot/app/src/main/java/Bot.java");
        Files.writeString(source, "class Bot {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private void builtAfterTheSource() throws IOException {
        Files.setLastModifiedTime(
                here.resolve("bot/app/src/main/java/Bot.java"),
                FileTime.from(Instant.now().minusSeconds(60)));
    }

    private Process started(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("bash", here.resolve("parley").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(here.resolve("out").toFile());
        builder.environment().put("PATH", here.resolve("maven") + ":" + System.getenv("PATH"));
        builder.environment().put("PARLEY_JAVA_HOME", here.resolve("jdk").toString());
        builder.environment().put("HERE", here.toString());
        Process process = builder.start();
        all.add(process);
        return process;
    }

    private String parley(String... arguments) throws IOException, InterruptedException {
        Process process = started(arguments);
        assertThat(process.waitFor(WAIT_MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(here.resolve("out")))
                .isZero();
        return Files.readString(here.resolve("out"), UTF_8);
    }

    private List<String> builds() throws IOException {
        try (Stream<Path> all = Files.list(here.resolve(".parley/app"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsBuiltIsNotBuiltAgainUntilASourceIsNewer() throws Exception {
        assertThat(parley("demo")).contains("Building Parley", "/app/1/parley.jar demo");
        builtAfterTheSource();
        assertThat(parley("demo")).doesNotContain("Building").contains("/app/1/parley.jar demo");
        source();
        assertThat(parley("demo")).contains("Building Parley", "/app/2/parley.jar demo");
    }

    @Test
    void onlyTheLastTwoBuildsAreKept() throws Exception {
        for (int i = 0; i < 4; i++) {
            source();
            assertThat(parley("build")).contains("Built.");
        }
        assertThat(builds()).containsExactly("3", "4");
    }

    @Test
    void aBuildThatStillRunsIsKeptUntilItEnds() throws Exception {
        Process bot = started("run");
        await("running");
        for (int i = 0; i < 3; i++) {
            source();
            assertThat(parley("build")).contains("Built.");
        }
        assertThat(builds()).containsExactly("1", "3", "4");
        Files.createFile(here.resolve("stop"));
        assertThat(bot.waitFor(WAIT_MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        source();
        assertThat(parley("build")).contains("Built.");
        assertThat(builds()).containsExactly("4", "5");
    }

    @Test
    void theSimulationRunsBesideTheBotAndIsNoPartOfIt() throws Exception {
        assertThat(parley("simulate", "--seeds", "3"))
                .contains("/app/1/testkit.jar:", "/app/1/lib/* dev.parley.testkit.simulate.Simulate --seeds 3");
        assertThat(here.resolve(".parley/app/1/lib")).isEmptyDirectory();
    }

    private void await(String file) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_MAX_SECONDS);
        while (!Files.exists(here.resolve(file))) {
            assertThat(System.nanoTime()).as(file + " never came").isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }
}
