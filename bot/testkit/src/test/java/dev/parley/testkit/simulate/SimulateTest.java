package dev.parley.testkit.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code ./parley simulate}, by what it prints and how it ends. */
class SimulateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    /** Each look at the clock takes seven seconds. */
    private int run(String... arguments) {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Simulate(printed, () -> now.addAndGet(Duration.ofSeconds(7).toNanos())).run(List.of(arguments));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void walksThatFindNothingEndWith0AndSayWhatTheyCameBy() {
        assertThat(run("--seeds", "3", "--steps", "40", "--from", "5")).isZero();
        assertThat(printed())
                .contains("3 walks from seed 5 in ", ", 0 broke\n", "123 steps, ", " sentences found true, ")
                .contains("rows that decided: ", "rows never reached: ")
                .contains(" of 3 walks, ", " steps/s, ", " left");
    }

    @Test
    void oneDeskAloneCanBeWalked() {
        assertThat(run("--seeds", "1", "--steps", "60", "--desk", "pro-support", "--tell"))
                .isZero();
        assertThat(printed()).contains("pro-support").doesNotContain("rayos", "support-packages");
    }

    @Test
    void theHelpNamesEveryOptionAndExitCode() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).contains("--seeds", "--steps", "--from", "--desk", "--tell", "Exit codes: 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --seeds 0      | --seeds is a number from 1 to 1000000000, not 0
        --steps many   | --steps is a number from 1 to 100000, not many
        --seeds        | --seeds needs a value
        --speed 3      | there is no option --speed
        --desk sales   | there is no desk sales; there are pro-support, rayos, support-packages
        """)
    void aWrongCommandLineEndsWith2AndSaysWhatIsRight(String arguments, String why) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(printed()).isEqualTo("parley simulate: " + why + ". See ./parley simulate --help.\n");
    }
}
