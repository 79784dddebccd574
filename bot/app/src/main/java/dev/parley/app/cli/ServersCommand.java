package dev.parley.app.cli;

import dev.parley.app.demo.EmbeddedPostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The demo's servers without the bot, for trying a bot with a configuration of one's own against them. */
@Command(
        name = "servers",
        mixinStandardHelpOptions = true,
        description = "Start only the demo's servers on this machine, for a bot of your own; Ctrl-C stops them.")
final class ServersCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where the servers keep their data. Default: .parley/demo beside the launcher.")
    private Path directory = Path.of(System.getProperty("parley.home", ".parley"), "demo");

    @Option(
            names = "--postgres-port",
            paramLabel = "PORT",
            defaultValue = "5440",
            description = "Port of PostgreSQL on 127.0.0.1; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int postgresPort;

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        try (var postgres = EmbeddedPostgresServer.start(directory.resolve("postgres"), postgresPort)) {
            out.println("PostgreSQL: " + postgres.jdbcUrl());
            out.println("Running; Ctrl-C stops it. Data: " + directory.toAbsolutePath());
            awaitInterrupt();
        } catch (IOException problem) {
            throw new CommandFailure(ExitCode.TEMPORARY, String.valueOf(problem.getMessage()), problem);
        }
        return ExitCode.OK.number();
    }

    /** Returns when the process is asked to end, which then waits until this thread has closed everything. */
    private static void awaitInterrupt() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            try {
                worker.join(Duration.ofSeconds(20));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
        asked.await();
    }
}
