package dev.parley.app.bot;

import dev.parley.app.cli.Parley;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./parley run} in a JVM of its own, so that it can be killed at any moment. */
final class BotProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on port (\\d+)");
    private static final long EXIT_SECONDS_MAX = 60;

    private final String worker;
    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();

    private BotProcess(String worker, Process process) {
        this.worker = worker;
        this.process = process;
        Thread ignored = Thread.ofVirtual().start(this::listen);
    }

    /** Begins to start; {@link #url} waits until it is there. */
    static BotProcess start(Path config, String worker, Map<String, String> environment) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parley.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectErrorStream(true);
        builder.environment().put("PARLEY_WORKER", worker);
        builder.environment().putAll(environment);
        try {
            return new BotProcess(worker, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String worker() {
        return worker;
    }

    /** Where its staff API answers, as soon as it does. */
    URI url() {
        Await.until(worker + " starts; it says " + String.join("\n", log), () -> port() > 0 || !process.isAlive());
        if (port() == 0) {
            throw new AssertionError(worker + " ended: " + String.join("\n", log));
        }
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Everything it said. */
    List<String> log() {
        return log;
    }

    /** SIGKILL: no goodbye. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** SIGTERM; its exit code. */
    int terminate() {
        process.destroy();
        awaitExit();
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }

    private void listen() {
        try {
            process.inputReader().lines().forEach(log::add);
        } catch (UncheckedIOException e) {
            // It was killed in the middle of a line.
            return;
        }
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(EXIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new AssertionError(worker + " did not end: " + String.join("\n", log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int port() {
        return log.stream()
                .map(LISTENING::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
    }
}
