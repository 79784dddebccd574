package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long the bot needs from its start until it says that it is ready. */
final class StartRun {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 20;
    private static final int TIMES = 5;

    private StartRun() {}

    static void run(Bench bench, PrintWriter out) throws IOException, InterruptedException {
        out.println("| start | seconds until ready | MB when ready | CPU seconds |");
        out.println("|---:|---:|---:|---:|");
        for (int i = 1; i <= TIMES; i++) {
            try (Started bot = start(bench)) {
                out.println(String.format(
                        Locale.ROOT,
                        "| %d | %.2f | %d | %.2f |",
                        i,
                        bot.seconds(),
                        Usage.memory(bot.process().pid(), "VmRSS"),
                        Usage.cpuSeconds(bot.process().pid())));
            }
        }
    }

    /** A bot in production clothes that is ready; closing stops it. */
    record Started(Process process, double seconds) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            process.onExit()
                    .orTimeout(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    static Started start(Bench bench, String... settings) throws IOException, InterruptedException {
        int port = freePort();
        String[] all = new String[settings.length + 1];
        all[0] = "server.port=" + port;
        System.arraycopy(settings, 0, all, 1, settings.length);
        Path config = bench.settings(all);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(Bench.command("run", "--config", config.toString()))
                .inheritIO()
                .start();
        try {
            awaitReady(process, port, start);
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            throw stopped;
        }
        return new Started(process, (System.nanoTime() - start) / 1e9);
    }

    private static void awaitReady(Process process, int port, long start) throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client, readiness)) {
                if (!process.isAlive() || System.nanoTime() - start > READY_WITHIN.toNanos()) {
                    process.destroy();
                    throw new CommandFailure(ExitCode.TEMPORARY, "The bot did not become ready.");
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private static boolean ready(HttpClient client, URI readiness) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** One on loopback that nobody listens at. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
