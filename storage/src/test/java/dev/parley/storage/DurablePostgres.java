package dev.parley.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An embedded PostgreSQL that keeps what it acknowledged, as one in production does. The library starts it with
 * {@code -F} (no fsync at all), so every setting that durability rests on is said here.
 */
public final class DurablePostgres {
    private static final Duration STARTUP_MAX = Duration.ofSeconds(60);

    private DurablePostgres() {}

    /** A new server with a directory of its own, removed when the JVM ends. */
    public static EmbeddedPostgres start() throws IOException {
        return settings().start();
    }

    /** A server on this directory; what is in it stays when the server stops. */
    public static EmbeddedPostgres startOn(Path dataDirectory) throws IOException {
        return settings()
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .start();
    }

    private static EmbeddedPostgres.Builder settings() {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP_MAX)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "300");
    }
}
