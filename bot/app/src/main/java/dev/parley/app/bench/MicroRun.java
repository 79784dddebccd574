package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link Microbenchmarks} by JMH in a JVM of its own with the launcher's options. */
final class MicroRun {
    private static final int FORKS = 1;

    private MicroRun() {}

    /** {@code seconds}: of measuring, for each benchmark; as long again to warm up. */
    static void run(int seconds, Path desk, PrintWriter out) {
        var options = new OptionsBuilder()
                .include(Microbenchmarks.class.getName())
                .forks(FORKS)
                .warmupIterations(seconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("-D" + Bench.DESK_FILE + "=" + desk.toAbsolutePath())
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            print(new Runner(options).run(), out);
        } catch (RunnerException problem) {
            throw new CommandFailure(ExitCode.TEMPORARY, "JMH did not run: " + problem.getMessage(), problem);
        }
    }

    private static void print(Collection<RunResult> results, PrintWriter out) {
        out.println("| benchmark (JMH) | µs per call | ± |");
        out.println("|---|---:|---:|");
        for (RunResult run : results) {
            Result<?> result = run.getPrimaryResult();
            out.println(String.format(
                    Locale.ROOT, "| %s | %.2f | %.2f |", result.getLabel(), result.getScore(), result.getScoreError()));
        }
    }
}
