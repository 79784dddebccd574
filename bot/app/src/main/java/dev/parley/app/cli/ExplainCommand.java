package dev.parley.app.cli;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.explain.Decisions;
import dev.parley.core.reading.OpenQuote;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.ObjectMapper;

/** Shows how Parley would read replies, without doing anything. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Show how Parley would read replies, without doing anything: one line of JSON each.")
final class ExplainCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--reply",
            required = true,
            paramLabel = "FILE",
            description =
                    "Read one reply text a line from FILE (- is standard input; \\n in a line is a line break) and"
                            + " show what each would decide.")
    private String replies;

    @Option(
            names = "--quote",
            paramLabel = "NUMBER",
            description = "Number of the quote that is answered, such as Q-12-1.")
    private @Nullable String quote;

    @Option(names = "--amount", paramLabel = "CREDITS", description = "Amount of the quote that is answered.")
    private @Nullable Long amount;

    @Override
    public Integer call() {
        var decisions = new Decisions(new OpenQuote(quote, amount));
        var out = spec.commandLine().getOut();
        explainReplies(replies, decisions, out);
        return ExitCode.OK.number();
    }

    private static void explainReplies(String file, Decisions decisions, PrintWriter out) {
        try (var lines = file.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines()
                : Files.readString(Path.of(file)).lines()) {
            lines.forEach(line -> print(out, decisions.ofLine(line)));
        } catch (IOException problem) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The file of replies cannot be read as UTF-8 text: " + problem.getMessage(),
                    problem);
        }
    }

    private static void print(PrintWriter out, Map<String, @Nullable Object> line) {
        out.println(JSON.writeValueAsString(line));
    }
}
