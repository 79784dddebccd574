package dev.parley.app.cli;

import dev.parley.app.bench.BenchBotCommand;
import dev.parley.app.bench.BenchCommand;
import dev.parley.app.bot.CheckCommand;
import dev.parley.app.bot.RunCommand;
import dev.parley.app.bot.StaffMenu;
import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.desk.DeskCommand;
import dev.parley.app.intake.DeliverCommand;
import dev.parley.app.mailbox.MailboxCommand;
import dev.parley.app.slack.SlackCommand;
import dev.parley.app.staff.ContractCommand;
import dev.parley.app.staff.CreditsCommand;
import dev.parley.app.staff.CustomerCommand;
import dev.parley.app.staff.FeatureCommand;
import dev.parley.app.staff.LedgerCommand;
import dev.parley.app.staff.MessageCommand;
import dev.parley.app.staff.PaperCommand;
import dev.parley.app.staff.QuarantineCommand;
import dev.parley.app.staff.ReportCommand;
import dev.parley.app.staff.ReviewCommand;
import dev.parley.app.staff.TicketCommand;
import dev.parley.app.staff.TimeCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Parley. Starts no framework: only the commands that run the bot itself do. */
@Command(
        name = "./parley",
        mixinStandardHelpOptions = true,
        versionProvider = Parley.Version.class,
        header = "A support desk bot that agrees the price before the work.",
        synopsisHeading = "%nUsage: ",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands (./parley COMMAND --help tells more):%n",
        footerHeading = "%nAlso, done by the launcher without the bot:%n",
        footer = {
            "  build    Build what is missing or older than its sources; every command does so by itself.",
            "  test     Run all tests and gates.",
            "  simulate Random walks over whole desks in memory, with every invariant checked after every step.",
            "  quality  Score the reading of replies and mails on the shared corpora; writes docs/quality.md.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        usageHelpWidth = 100,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            MailboxCommand.class,
            SlackCommand.class,
            ExplainCommand.class,
            DeskCommand.class,
            TicketCommand.class,
            MessageCommand.class,
            FeatureCommand.class,
            ReviewCommand.class,
            CustomerCommand.class,
            CreditsCommand.class,
            ContractCommand.class,
            ReportCommand.class,
            TimeCommand.class,
            PaperCommand.class,
            LedgerCommand.class,
            QuarantineCommand.class,
            DeliverCommand.class,
            StaffMenu.class,
            ServersCommand.class,
            BenchCommand.class,
            BenchBotCommand.class
        })
public final class Parley implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace behind an error, for a report.")
    private boolean debug;

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments).number());
    }

    /** Carries out one command line and tells how it ended; never throws. */
    static ExitCode run(PrintWriter out, PrintWriter err, String... arguments) {
        var code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        return Arrays.stream(ExitCode.values())
                .filter(known -> known.number() == code)
                .findFirst()
                .orElse(ExitCode.DEFECT);
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        var line = new CommandLine(new Parley());
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                // "--text @FILE" is ours; else the words of the file would be read as arguments.
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(Parley::refuse)
                .setExecutionExceptionHandler(Parley::fail);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        var line = wrong.getCommandLine();
        line.getErr().println("parley: " + wrong.getMessage());
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int fail(Exception problem, CommandLine line, ParseResult parsed) {
        var failure = problem instanceof CommandFailure known
                ? known
                : new CommandFailure(ExitCode.DEFECT, "Something went wrong inside Parley: " + problem + ".", problem);
        line.getErr().println("parley: " + failure.getMessage());
        if (debugAsked(line)) {
            failure.printStackTrace(line.getErr());
        } else if (failure.exitCode() == ExitCode.DEFECT) {
            line.getErr().println("The same command with --debug shows where.");
        }
        return failure.exitCode().number();
    }

    private static boolean debugAsked(CommandLine line) {
        return line.getCommandSpec().root().userObject() instanceof Parley parley && parley.debug;
    }

    private static Map<String, String> exitCodes() {
        return Arrays.stream(ExitCode.values())
                .collect(Collectors.toMap(
                        code -> "  " + code.number(), ExitCode::meaning, (one, _) -> one, LinkedHashMap::new));
    }

    /** The version the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Parley.class.getPackage().getImplementationVersion();
            return new String[] {"Parley " + (version == null ? "(not packaged)" : version)};
        }
    }
}
