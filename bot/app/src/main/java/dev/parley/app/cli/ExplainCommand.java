package dev.parley.app.cli;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.explain.MailsExplained;
import dev.parley.app.explain.RepliesExplained;
import dev.parley.core.reading.OpenQuote;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.read.MailReadSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how Parley would read mails or replies, without doing anything. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Show how Parley would read mails or replies, without doing anything.",
        footerHeading = "%n",
        footer = {
            "A file that is broken, or not there, is shown with a warning, and the rest goes on.",
            "Exit codes: 0 all files were read, 1 some could not be, 2 the command line or the --reply file is wrong."
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Raw mails (RFC 5322). - is standard input, a directory stands for all files below it, @LIST for"
                            + " the names in the file LIST.")
    private List<String> files = List.of();

    @Option(
            names = "--json",
            description =
                    "One line of JSON for each file, in the order of the files: file, class, from, to, cc, subject,"
                            + " date, messageId, inReplyTo, references, text, reply, elided, signature, attachments,"
                            + " forward, bounce, auth, decision, warnings.")
    private boolean json;

    @Option(
            names = "--reply",
            paramLabel = "FILE",
            description =
                    "Instead of mails read one reply text a line from FILE (- is standard input; \\n in a line is a"
                            + " line break) and show in one line of JSON what each would decide. A first line with tabs"
                            + " and a column reply makes it a table; its columns id, quote and amount are used.")
    private @Nullable String replies;

    @Option(
            names = "--quote",
            paramLabel = "NUMBER",
            description = "Number of the quote that is answered, such as Q-12-1.")
    private @Nullable String quote;

    @Option(
            names = "--amount",
            paramLabel = "CREDITS",
            description = "Amount of the quote that is answered. A yes that names an amount needs it.")
    private @Nullable Long amount;

    @Option(
            names = "--trust",
            paramLabel = "SERVER",
            description = "Believe the Authentication-Results of this server (its authserv-id); may be given again.")
    private Set<String> trusted = Set.of();

    @Option(
            names = "--own",
            paramLabel = "ADDRESS",
            description = "A mail address of the desk: mail from it is our own; may be given again.")
    private Set<String> own = Set.of();

    @Override
    public Integer call() throws InterruptedException {
        if ((replies == null) == files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Name either mails (FILE, a directory, - for standard input) or --reply FILE.");
        }
        var asked = new OpenQuote(quote, amount);
        var code = replies == null ? explainMails(asked) : explainReplies(replies, asked);
        return code.number();
    }

    private ExitCode explainMails(OpenQuote asked) throws InterruptedException {
        var out = spec.commandLine().getOut();
        var settings = new MailReadSettings(own, Set.of(), Set.of(), trusted, Limits.DEFAULT);
        var view = json ? MailsExplained.View.json(asked) : MailsExplained.View.readable(asked);
        var allRead = new AtomicBoolean(true);
        new MailsExplained(settings, view, System.in).explain(files, one -> {
            out.println(one.text());
            allRead.compareAndSet(true, one.read());
            return !out.checkError();
        });
        return allRead.get() ? ExitCode.OK : ExitCode.FOUND;
    }

    private ExitCode explainReplies(String file, OpenQuote asked) {
        PrintWriter out = spec.commandLine().getOut();
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            new RepliesExplained(asked).explain(lines, out::println);
            return ExitCode.OK;
        } catch (IOException problem) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The file of replies cannot be read: " + problem.getMessage(), problem);
        }
    }

    private static InputStream open(String file) throws IOException {
        return file.equals(MailsExplained.STDIN) ? System.in : Files.newInputStream(Path.of(file));
    }
}
