package dev.parley.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL whose JVM was killed lives on and keeps its data directory; it has to go before a new one starts. */
final class LeftoverPostmaster {

    /** A fast shutdown writes a checkpoint; a slow disk needs seconds for it. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private LeftoverPostmaster() {}

    /** Stops the server that runs on the data directory, if one does. The caller holds the lock on the directory. */
    static void stop(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        var alive = pid(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
        if (alive.isEmpty()) {
            return; // PostgreSQL itself clears away the file of a dead server.
        }
        if (isPostgres(alive.get())) {
            shutDownFast(alive.get());
        } else {
            // The number was given to another process since, and PostgreSQL would take that for a running server.
            Files.delete(file);
        }
    }

    private static Optional<Long> pid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.endsWith("postgres") || command.endsWith("postgres.exe"))
                .isPresent();
    }

    /** SIGINT is PostgreSQL's "fast" shutdown; the SIGTERM Java can send would wait for every client to leave. */
    private static void shutDownFast(ProcessHandle server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                .inheritIO()
                .start();
        try {
            server.onExit().get(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping a leftover server", stopped);
        } catch (TimeoutException | ExecutionException problem) {
            throw new IOException("a leftover server, process " + server.pid() + ", does not stop", problem);
        }
    }
}
