package dev.parley.app.bench;

import dev.parley.app.bot.Bot;
import dev.parley.app.bot.RunningBot;
import dev.parley.app.command.ExitCode;
import dev.parley.core.conversation.Marks;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.ChannelSender;
import dev.parley.mail.MailIntake;
import dev.parley.mail.wire.Server;
import dev.parley.mail.wire.SmtpSender;
import dev.parley.storage.PostgresStorage;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bot under test, in a JVM of its own: the whole bot, and loops whose ports are watched. */
@Command(
        name = "bench-bot",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Used by bench: the bot under test.")
public final class BenchBotCommand implements Callable<Integer> {
    /** Nobody takes over here; long, so that nothing is done twice on a slow disk. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final String CHANNEL = "mail:bench";
    private static final int INBOX_LOOPS = 2;
    private static final int OUTBOX_LOOPS = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true)
    private Path config;

    @Option(names = "--postmaster", required = true)
    private long postmaster;

    @Option(names = "--smtp", description = "Port of an SMTP server; 0 forgets what is sent.")
    private int smtp;

    @Option(names = "--rates", description = "Measure each step alone, see Rates.")
    private boolean rates;

    @Option(names = "--together", required = true)
    private int together;

    @Option(names = "--seconds", required = true)
    private int seconds;

    @Option(names = "--warm-up", required = true)
    private int warmUp;

    @Option(names = "--at-once", split = ",", required = true)
    private List<Integer> atOnce;

    @Option(names = "--ahead", split = ",", required = true)
    private List<Integer> ahead;

    @Override
    public Integer call() throws InterruptedException, SQLException {
        Watched watched = new Watched();
        try (RunningBot whole = RunningBot.startFrom(config)) {
            if (rates) {
                rates(whole, watched);
            } else {
                loads(whole, watched);
            }
        }
        return ExitCode.OK.number();
    }

    private void rates(RunningBot whole, Watched watched) throws InterruptedException, SQLException {
        PostgresStorage storage = whole.part(PostgresStorage.class);
        Rates each = new Rates(storage.inbox(), storage.dataSource(), seconds);
        for (BenchMail mail : List.of(BenchMail.TEXT, BenchMail.ATTACHED)) {
            double[] tickets;
            try (Bot bot = start(whole, watched)) {
                Traffic traffic = new Traffic(bot.inbox(), watched);
                var _ = traffic.run(new Traffic.Load(false, mail, 4, 4), seconds);
                analyze(storage.dataSource());
                tickets = each.tickets(mail, traffic, warmUp);
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(each.row(mail, tickets));
            out.flush();
        }
    }

    private void loads(RunningBot whole, Watched watched) throws InterruptedException, SQLException {
        try (Bot bot = start(whole, watched)) {
            Traffic traffic = new Traffic(bot.inbox(), watched);
            for (boolean reply : List.of(false, true)) {
                for (BenchMail mail : List.of(BenchMail.TEXT, BenchMail.ATTACHED)) {
                    var _ = traffic.run(new Traffic.Load(reply, mail, 4, 4), warmUp);
                    analyze(whole.part(PostgresStorage.class).dataSource());
                    measure(traffic, reply, mail);
                }
            }
        }
    }

    /** What autovacuum does within a minute: until then PostgreSQL plans for the empty tables it knew. */
    private static void analyze(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
            connection.commit();
        }
    }

    private void measure(Traffic traffic, boolean reply, BenchMail mail) throws InterruptedException {
        for (int waiting : ahead) {
            for (int senders : atOnce) {
                Traffic.Load load = new Traffic.Load(reply, mail, senders, waiting);
                double bot = botCpu();
                double postgres = Usage.cpuSecondsOfAll(postmaster);
                Traffic.Done done = traffic.run(load, seconds);
                print(load, done, botCpu() - bot, Usage.cpuSecondsOfAll(postmaster) - postgres);
            }
        }
    }

    private void print(Traffic.Load load, Traffic.Done done, double bot, double postgres) {
        PrintWriter out = spec.commandLine().getOut();
        long self = ProcessHandle.current().pid();
        out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.0f | %.2f | %.2f | %d |",
                load.reply() ? "reply" : "new ticket",
                load.mail() == BenchMail.TEXT ? "3 KB" : "100 KB",
                load.atOnce(),
                load.ahead(),
                done.mails() / done.seconds(),
                bot * 1000 / done.mails(),
                postgres * 1000 / done.mails(),
                Usage.memory(self, "VmRSS")));
    }

    private static double botCpu() {
        return Usage.cpuSeconds(ProcessHandle.current().pid());
    }

    private Bot start(RunningBot whole, Watched watched) {
        PostgresStorage storage = whole.part(PostgresStorage.class);
        Bot.Ports ports = new Bot.Ports(
                storage.inbox(),
                storage.missedMail(),
                watched.outbox(storage.outbox()),
                storage.dueWork(),
                storage.leases(),
                storage.checkpoints());
        MailIntake intake = new MailIntake("support@desk.example", List.of(), Set.of(BenchMail.AUTHSERV_ID));
        UseCases useCases =
                UseCases.over(whole.part(DeskBook.class), watched.store(storage.store()), whole.part(Marks.class));
        Bot.Parts parts = new Bot.Parts(
                useCases, watched.parser(intake::understand), Map.of(CHANNEL, sender()), List.of(), List.of());
        Bot.Pace pace = new Bot.Pace("bench", INBOX_LOOPS, OUTBOX_LOOPS, together, LEASE, LEASE);
        return Bot.start(ports, parts, pace, Clock.systemUTC(), whole.part(MeterRegistry.class));
    }

    private ChannelSender sender() {
        if (smtp == 0) {
            return _ -> new ChannelSender.Result.Sent("");
        }
        Server server = new Server("127.0.0.1", smtp, Server.Security.NONE, "", "", Duration.ofSeconds(10));
        return new SmtpSender(server, Clock.systemUTC());
    }
}
