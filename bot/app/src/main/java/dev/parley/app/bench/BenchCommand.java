package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.command.StopSignal;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley bench}: measures this Parley on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure how many mails a second this machine takes, and at what cost.")
public final class BenchCommand implements Callable<Integer> {
    private static final Path HOME = Path.of(System.getProperty("parley.home", ".parley"));

    /** PostgreSQL is stopped, and what it wrote is deleted. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    /** Mails that go through IMAP for each second of {@code --seconds}. */
    private static final int MAILS_PER_SECOND = 50;

    /** The same through Postfix and Dovecot, each round. */
    private static final int CHAIN_PER_SECOND = 250;

    /** What can be measured. */
    enum Part {
        /** Parsing and deciding alone, by JMH. */
        MICRO,
        /** Mails handed to the inbox until tickets and acknowledgements are out. */
        MAILS,
        /** The same with acknowledgements handed to an SMTP server. */
        SMTP,
        /** Mails read from an IMAP server. */
        IMAP,
        /** From the start until ready. */
        START,
        /** Each step alone, on one core and on all. */
        RATES,
        /** Mails sent to Postfix and read from Dovecot; only when asked for. */
        CHAIN,
        /** Mails read from an IMAP server by a bot that is killed again and again; only when asked for. */
        KILLS
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "micro (parsing, reading, deciding), mails (mails in, tickets and acknowledgements out), smtp"
                    + " (the same, acknowledgements by SMTP), imap (mails in through IMAP), start (until ready),"
                    + " rates (parsed, stored, tickets, on one core and on all), chain (through Postfix and Dovecot),"
                    + " kills (each mail once, though the bot is killed). Default: all but chain and kills.")
    private @Nullable List<Part> parts;

    @Option(
            names = "--seconds",
            defaultValue = "4",
            paramLabel = "N",
            description = "How long each number is measured. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--at-once",
            split = ",",
            defaultValue = "1,2,4,8",
            paramLabel = "N",
            description = "How many senders hand in mails at a time. Default: ${DEFAULT-VALUE}.")
    private List<Integer> atOnce;

    @Option(
            names = "--ahead",
            split = ",",
            defaultValue = "1,16",
            paramLabel = "N",
            description = "How many mails of a sender may be under way: 1 waits for each to be done. Default:"
                    + " ${DEFAULT-VALUE}.")
    private List<Integer> ahead;

    @Option(
            names = "--together",
            defaultValue = "16",
            paramLabel = "N",
            description = "How many mails are decided in one transaction at most. Default: ${DEFAULT-VALUE}.")
    private int together;

    @Option(
            names = "--mails",
            defaultValue = "10000",
            paramLabel = "N",
            description = "How many mails come while the bot is killed. Default: ${DEFAULT-VALUE}.")
    private int mails;

    @Option(
            names = "--kills",
            defaultValue = "50",
            paramLabel = "N",
            description = "How often it is killed. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where the durable PostgreSQL keeps its data meanwhile; on the disk to be measured. Default:"
                    + " .parley/bench beside the launcher.")
    private Path directory = HOME.resolve("bench");

    @Option(names = "--desk", paramLabel = "FILE", description = "The desk. Default: desks/pro-support.yaml.")
    private Path desk = HOME.toAbsolutePath().resolveSibling("desks").resolve("pro-support.yaml");

    @Override
    public Integer call() {
        Set<Part> wanted =
                parts == null ? EnumSet.complementOf(EnumSet.of(Part.CHAIN, Part.KILLS)) : EnumSet.copyOf(parts);
        PrintWriter out = spec.commandLine().getOut();
        Machine.describe(out);
        try {
            if (wanted.remove(Part.MICRO)) {
                MicroRun.run(seconds, desk, out);
            }
            if (!wanted.isEmpty()) {
                endToEnd(wanted, out);
            }
        } catch (InterruptedException stopped) {
            throw new CommandFailure(ExitCode.TEMPORARY, "The benchmark was asked to stop.", stopped);
        } catch (IOException | SQLException | MessagingException problem) {
            throw new CommandFailure(ExitCode.TEMPORARY, "The benchmark stopped: " + problem.getMessage(), problem);
        }
        return ExitCode.OK.number();
    }

    private void endToEnd(Set<Part> wanted, PrintWriter out)
            throws IOException, InterruptedException, SQLException, MessagingException {
        try (StopSignal stop = StopSignal.listen(STOP_WITHIN)) {
            Path fresh = Files.createTempDirectory(Files.createDirectories(directory), "run");
            try (Bench bench = Bench.start(fresh, desk)) {
                stop.interrupt(Thread.currentThread());
                Machine.database(fresh, bench.jdbcUrl(), out);
                measure(wanted, bench, out);
            } finally {
                delete(fresh);
            }
        }
    }

    private void measure(Set<Part> wanted, Bench bench, PrintWriter out)
            throws IOException, InterruptedException, SQLException, MessagingException {
        try {
            for (Part part : wanted) {
                switch (part) {
                    case MICRO -> throw new IllegalStateException("done before");
                    case MAILS -> mails(bench, "forgotten", 0, out);
                    case SMTP -> mails(bench, "by SMTP", bench.sinkPort(), out);
                    case IMAP -> ImapRun.run(bench, seconds * MAILS_PER_SECOND, out);
                    case START -> StartRun.run(bench, out);
                    case RATES -> RatesRun.run(bench, seconds, out);
                    case CHAIN -> ChainRun.run(bench, seconds * CHAIN_PER_SECOND, out);
                    case KILLS -> kills(bench, out);
                }
                out.flush();
            }
        } finally {
            // Whoever was asked to stop has still to stop PostgreSQL, undisturbed.
            boolean ignored = Thread.interrupted();
        }
    }

    private void kills(Bench bench, PrintWriter out) throws IOException, InterruptedException, SQLException {
        KillRun.Counts counts = KillRun.run(bench, new KillRun.Plan(mails, kills), out);
        if (!counts.eachOnce(mails)) {
            throw new CommandFailure(ExitCode.FOUND, "Not every mail made one ticket: " + counts);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void mails(Bench bench, String way, int sink, PrintWriter out) throws IOException, InterruptedException {
        out.println("| mail, acknowledgements " + way
                + " | size | senders | under way each | mails/s | bot CPU ms/mail | PostgreSQL CPU ms/mail | bot MB |");
        out.println("|---|---|---:|---:|---:|---:|---:|---:|");
        out.flush();
        Path config = bench.settings("server.port=0", "parley.work.inbox=0", "parley.work.outbox=0");
        Bench.fork(
                "bench-bot",
                "--config=" + config,
                "--postmaster=" + bench.postmaster(),
                "--smtp=" + sink,
                "--together=" + together,
                "--seconds=" + seconds,
                "--warm-up=" + seconds * 2,
                "--at-once=" + joined(atOnce),
                "--ahead=" + joined(ahead));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
