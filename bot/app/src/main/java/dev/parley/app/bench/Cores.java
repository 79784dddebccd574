package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.util.stream.Stream;

/** On how many cores this process and all that it started may run; Linux's {@code taskset} says so. */
final class Cores {
    private Cores() {}

    static int all() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** From now on the first {@code cores}, also for what is started later. */
    static void limit(int cores) throws IOException, InterruptedException {
        ProcessHandle self = ProcessHandle.current();
        for (ProcessHandle process :
                Stream.concat(Stream.of(self), self.descendants()).toList()) {
            Process taskset = new ProcessBuilder("taskset", "-acp", "0-" + (cores - 1), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (taskset.waitFor() != 0 && process.isAlive()) {
                throw new CommandFailure(ExitCode.TEMPORARY, "taskset could not limit the cores of " + process.pid());
            }
        }
    }
}
