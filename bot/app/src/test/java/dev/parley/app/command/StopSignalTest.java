package dev.parley.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A command that is asked to stop closes what it holds, and then does not linger. */
class StopSignalTest {

    private static final Duration STOP_WITHIN = Duration.ofMinutes(2);
    private static final int SECONDS_MAX = 30;

    @Test
    void aStoppedCommandClosesWhatItHoldsAndEndsAtOnce() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Command.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("running");
            process.toHandle().destroy();
            assertThat(said.readLine()).isEqualTo("closed");
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Ends as commands do: by System.exit after everything is closed. */
    static final class Command {
        public static void main(String[] arguments) throws InterruptedException {
            try (var stop = StopSignal.listen(STOP_WITHIN);
                    var _ = new Held()) {
                System.out.println("running");
                stop.await();
            }
            System.exit(0);
        }
    }

    /** Says when it is closed. */
    private static final class Held implements AutoCloseable {
        @Override
        public void close() {
            System.out.println("closed");
        }
    }
}
