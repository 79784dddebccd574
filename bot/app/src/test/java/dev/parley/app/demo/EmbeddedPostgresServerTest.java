package dev.parley.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's database keeps what it was told, whatever ends the process. */
class EmbeddedPostgresServerTest {

    private static final long SECONDS_FOR_A_JVM_MAX = 60;

    /** Shared, so that the binaries are unpacked once. */
    @TempDir
    private static Path shared;

    private Path directory;

    @BeforeEach
    void aDirectoryOfItsOwn() throws IOException {
        directory = Files.createTempDirectory(shared, "postgres");
    }

    @Test
    void theRunningServerIsDurable() throws Exception {
        try (var server = EmbeddedPostgresServer.start(directory, 0)) {
            for (var setting : EmbeddedPostgresServer.DURABLE.keySet()) {
                assertThat(ask(server, "SHOW " + setting)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void dataSurviveARestart() throws Exception {
        try (var server = EmbeddedPostgresServer.start(directory, 0)) {
            tell(server, "CREATE TABLE kept (n int)");
            tell(server, "INSERT INTO kept VALUES (7)");
        }
        try (var server = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(ask(server, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void dataSurviveAKilledJvmWhoseServerLivesOn() throws Exception {
        var port = startInAnotherJvmAndKillIt();
        assertThat(postmaster()).as("the server of the killed JVM").isPresent();
        try (var server = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(server.port()).isNotEqualTo(port);
            assertThat(ask(server, "SELECT n FROM kept")).isEqualTo("7");
        }
        assertThat(postmaster()).isEmpty();
    }

    @Test
    void dataSurviveAServerKilledTogetherWithItsJvm() throws Exception {
        startInAnotherJvmAndKillIt();
        var server = postmaster().orElseThrow();
        server.destroyForcibly();
        server.onExit().get(SECONDS_FOR_A_JVM_MAX, TimeUnit.SECONDS);
        try (var again = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(ask(again, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void aStaleFileThatNamesAForeignProcessDoesNotKeepItFromStarting() throws Exception {
        EmbeddedPostgresServer.start(directory, 0).close();
        var file = directory.resolve("data/postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + directory.resolve("data") + "\n");
        try (var server = EmbeddedPostgresServer.start(directory, 0)) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aSecondDemoOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = EmbeddedPostgresServer.start(directory, 0)) {
            assertThatThrownBy(() -> EmbeddedPostgresServer.start(directory, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Another Parley")
                    .hasMessageContaining(directory.toString());
            assertThat(ask(first, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void afterCloseNothingRuns() throws Exception {
        EmbeddedPostgresServer.start(directory, 0).close();
        assertThat(directory.resolve("data/postmaster.pid")).doesNotExist();
    }

    /** What the other JVM does. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            var server = EmbeddedPostgresServer.start(Path.of(arguments[0]), 0);
            tell(server, "CREATE TABLE kept (n int)");
            tell(server, "INSERT INTO kept VALUES (7)");
            System.out.println("port " + server.port());
            Thread.currentThread().join();
        }
    }

    private int startInAnotherJvmAndKillIt() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var victim = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        directory.toString())
                .redirectError(new File(directory.toFile(), "victim.log"))
                .start();
        try (var said = victim.inputReader()) {
            var port = said.lines()
                    .filter(line -> line.startsWith("port "))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the other JVM did not start PostgreSQL"));
            return Integer.parseInt(port.substring("port ".length()));
        } finally {
            victim.destroyForcibly().waitFor(SECONDS_FOR_A_JVM_MAX, TimeUnit.SECONDS);
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = directory.resolve("data/postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                Long.parseLong(Files.readAllLines(file).getFirst().strip()));
    }

    private static void tell(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
