package dev.parley.app.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own for the demo: its data survive a restart and a killed JVM, and it is as durable as a real
 * one.
 *
 * <p>The library that brings the binaries is made for tests and starts PostgreSQL with {@code -F} and
 * {@code synchronous_commit=off}; {@link #DURABLE} takes both back. Listens on loopback only, where every local user
 * may connect without a password.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    /** What makes a commit survive a power cut. Later on the server's command line than the library's own settings. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    /** The role that owns everything. */
    public static final String USER = "postgres";

    private static final String DATABASE = "parley";

    /** A first start on a slow disk takes 6 s, a recovery after kill -9 a few seconds more. */
    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    private EmbeddedPostgresServer(EmbeddedPostgres server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts PostgreSQL on the data in a directory, which is made where it is missing. A server left over by a killed
     * JVM is stopped first. The unpacked binaries lie beside the directory.
     *
     * @param port 1 to 65535, or 0 for any free one
     * @throws IOException when it cannot start, with a sentence that says why
     */
    public static EmbeddedPostgresServer start(Path directory, int port) throws IOException {
        Files.createDirectories(directory);
        var lock = lock(directory);
        try {
            var data = directory.resolve("data");
            LeftoverPostmaster.stop(data);
            var server = builder(directory, data, port).start();
            try {
                createDatabase(server);
            } catch (SQLException | RuntimeException problem) {
                server.close();
                throw problem;
            }
            return new EmbeddedPostgresServer(server, lock);
        } catch (IOException | SQLException | RuntimeException problem) {
            lock.close();
            throw new IOException(whyNot(directory, problem), problem);
        }
    }

    /** Connects as {@link #USER} to a database that begins empty. */
    public String jdbcUrl() {
        return jdbcUrl(server, DATABASE);
    }

    /** On 127.0.0.1. */
    public int port() {
        return server.getPort();
    }

    /** Stops the server cleanly: running transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    private static String jdbcUrl(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(server.getPort(), database, USER);
    }

    private static EmbeddedPostgres.Builder builder(Path directory, Path data, int port) {
        var log = ProcessBuilder.Redirect.appendTo(
                directory.resolve("postgres.log").toFile());
        var builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(
                        directory.resolveSibling("postgres-binaries").toFile())
                .setPGStartupWait(START_WITHIN)
                // A file, for a pipe would break with a killed JVM while the server lives on.
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setLocaleConfig("locale", "C")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100");
        DURABLE.forEach(builder::setServerConfig);
        return builder;
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl(server, "postgres"));
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    /** Held for as long as the server runs, and given back by the operating system when this JVM is killed. */
    private static FileChannel lock(Path directory) throws IOException {
        var channel =
                FileChannel.open(directory.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("Another Parley on this machine is using the database in " + directory
                    + "; stop it first, or give this one a directory of its own.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    private static String whyNot(Path directory, Exception problem) {
        var hint = "root".equals(System.getProperty("user.name"))
                ? " PostgreSQL refuses to run as root; where the machine does not allow 'unshare -U', run Parley as an"
                        + " ordinary user."
                : "";
        return "The embedded PostgreSQL did not start (" + problem.getMessage() + "); its own words are in "
                + directory.resolve("postgres.log") + "." + hint;
    }
}
