package dev.parley.app.bot;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.command.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./parley run}: the bot in production. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run the bot with your PostgreSQL and mailboxes; Ctrl-C stops it cleanly.")
public final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    /** What is under way is finished first. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "The settings (docs/operating.md). Secrets may come from the environment.")
    private @Nullable Path config;

    @Override
    public Integer call() throws InterruptedException {
        Path file = config;
        if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Cannot read the settings file " + file + ": "
                            + (file != null && Files.exists(file) ? "it may not be read." : "there is no such file."));
        }
        try (StopSignal stop = StopSignal.listen(STOP_WITHIN);
                RunningBot bot = RunningBot.startFrom(file)) {
            LOG.info("Listening on port {}", bot.port());
            stop.await();
        }
        return ExitCode.OK.number();
    }
}
