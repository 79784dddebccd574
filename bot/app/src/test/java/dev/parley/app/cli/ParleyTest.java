package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line as a whole: help, exit codes, and how errors are told. */
class ParleyTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The launcher shows this file, so that help needs neither a build nor a JVM. */
    @Test
    void theHelpTheLauncherShowsIsTheHelpOfTheseCommands() throws IOException {
        run("--help");
        var shown = Files.readString(Path.of("../../docs/commands.txt"));
        assertThat(out.toString())
                .as("Write it anew: ./parley --debug --help > docs/commands.txt")
                .isEqualTo(shown);
    }

    @Test
    void everyCommandExplainsItselfAndItsExitCodes() {
        var commands = commandLine().getSubcommands();
        assertThat(commands).isNotEmpty();
        commands.forEach((name, command) -> {
            assertThat(run(name, "--help")).as(name).isEqualTo(ExitCode.OK);
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
        });
    }

    @Test
    void withoutACommandItShowsTheHelp() {
        assertThat(run()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Usage: ./parley [").contains("COMMAND");
    }

    @Test
    void theHelpListsEveryExitCode() {
        run("--help");
        for (var code : ExitCode.values()) {
            assertThat(out.toString()).containsPattern("(?m)^ +" + code.number() + " +");
        }
    }

    @Test
    void anUnknownCommandIsNamedAndIsAUsageError() {
        assertThat(run("frobnicate")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("frobnicate").contains("--help").doesNotContain("\tat ");
    }

    @Test
    void anExpectedFailureIsOneSentenceAndItsExitCode() {
        assertThat(execute(new Unreachable(), "unreachable")).isEqualTo(ExitCode.UNREACHABLE.number());
        assertThat(err.toString()).isEqualTo("parley: Nobody answers on port 1.%n".formatted());
    }

    @Test
    void aDefectIsOneSentenceAndItsTraceIsShownOnRequestOnly() {
        assertThat(execute(new Defective(), "defective")).isEqualTo(ExitCode.DEFECT.number());
        assertThat(err.toString()).contains("--debug").doesNotContain("\tat ");
        assertThat(execute(new Defective(), "defective", "--debug")).isEqualTo(ExitCode.DEFECT.number());
        assertThat(err.toString()).contains("\tat ");
    }

    private ExitCode run(String... arguments) {
        return Parley.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int execute(Object command, String... arguments) {
        return commandLine()
                .addSubcommand(command)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private CommandLine commandLine() {
        return Parley.commandLine(new PrintWriter(out), new PrintWriter(err, true));
    }

    @Command(name = "unreachable")
    private static final class Unreachable implements Runnable {
        @Override
        public void run() {
            throw new CommandFailure(ExitCode.UNREACHABLE, "Nobody answers on port 1.");
        }
    }

    @Command(name = "defective")
    private static final class Defective implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("seven is not eight");
        }
    }
}
