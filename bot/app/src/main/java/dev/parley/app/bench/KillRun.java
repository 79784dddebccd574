package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoServers;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Mails come through IMAP while the bot is killed ({@code kill -9}) at random moments and started again: each of them
 * must make one ticket.
 */
final class KillRun {
    private static final long SEED = 20_261_122;
    private static final long LOOK_MILLIS = 100;
    private static final int LIFE_MILLIS_MAX = 3_000;
    private static final long START_SECONDS_MAX = 60;

    /** Of so many kills one comes while the bot starts, the others while it works. */
    private static final int AT_WORK = 5;

    /** Two minutes to get going, and a second for each mail. */
    private static final long PATIENCE_SECONDS = 120;

    private static final String COUNTS = """
        select (select count(*) from inbox) as recorded,
               (select count(*) from inbox where status = 'DONE') as done,
               (select count(*) from ticket) as tickets,
               (select count(*) - count(distinct evidence) from message where direction = 'IN') as twice,
               (select count(*) from ledger.violations) as violations
        """;

    private KillRun() {}

    /** What is to happen. */
    record Plan(int mails, int kills) {}

    /** What the database says. */
    record Counts(long recorded, long done, long tickets, long twice, long violations) {
        boolean eachOnce(int mails) {
            return recorded == mails && done == mails && tickets == mails && twice == 0 && violations == 0;
        }
    }

    static Counts run(Bench bench, Plan plan, PrintWriter out) throws IOException, InterruptedException, SQLException {
        out.println("| kill -9 under load | mails | kills | seconds | tickets | lost | twice |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        out.flush();
        long start = System.nanoTime();
        StartRun.start(bench).close();
        Path config = bench.settings(
                "server.port=0",
                "parley.work.lease=1s",
                "parley.work.send-lease=5s",
                "parley.desks[0].mailbox.lease=1s");
        Random random = new Random(SEED);
        try (var one = Executors.newVirtualThreadPerTaskExecutor();
                Connection database = DriverManager.getConnection(bench.jdbcUrl())) {
            CompletableFuture<Void> delivery = CompletableFuture.runAsync(() -> deliver(bench, plan.mails), one);
            for (int i = 0; i < plan.kills; i++) {
                long from = recorded(database);
                boolean working = i % AT_WORK > 0 && from < plan.mails;
                kill(bot(config), working ? from : 0, random, database);
            }
            Counts counts = finished(bench, plan, config, delivery);
            out.println(String.format(
                    Locale.ROOT,
                    "| 3 KB, delivered while it reads | %d | %d | %.0f | %d | %d | %d |",
                    plan.mails,
                    plan.kills,
                    (System.nanoTime() - start) / 1e9,
                    counts.tickets,
                    plan.mails - counts.done,
                    counts.twice + Math.max(0, counts.tickets - plan.mails)));
            return counts;
        }
    }

    /** At any moment: while it starts if {@code from} is 0, else after it took more mails than there were. */
    private static void kill(Process bot, long from, Random random, Connection database)
            throws InterruptedException, SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        boolean ended;
        try {
            while (from > 0 && recorded(database) == from && bot.isAlive() && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLIS);
            }
            ended = bot.waitFor(random.nextLong(LIFE_MILLIS_MAX), TimeUnit.MILLISECONDS);
        } finally {
            bot.destroyForcibly();
        }
        int code = bot.waitFor();
        if (ended) {
            throw new CommandFailure(ExitCode.TEMPORARY, "The bot ended with " + code + ".");
        }
    }

    private static long recorded(Connection database) throws SQLException {
        return Math.max(1, counts(database).recorded);
    }

    private static Process bot(Path config) throws IOException {
        return new ProcessBuilder(Bench.command("run", "--config", config.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The last bot lives until everything is done. */
    private static Counts finished(Bench bench, Plan plan, Path config, CompletableFuture<Void> delivery)
            throws IOException, InterruptedException, SQLException {
        Process last = bot(config);
        try (Connection database = DriverManager.getConnection(bench.jdbcUrl())) {
            delivery.join();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS + plan.mails);
            Counts counts = counts(database);
            while (counts.done < plan.mails && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLIS);
                counts = counts(database);
            }
            return counts;
        } finally {
            last.destroyForcibly();
            int ignored = last.waitFor();
        }
    }

    private static Counts counts(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(COUNTS)) {
            boolean ignored = row.next();
            return new Counts(
                    row.getLong("recorded"),
                    row.getLong("done"),
                    row.getLong("tickets"),
                    row.getLong("twice"),
                    row.getLong("violations"));
        }
    }

    private static void deliver(Bench bench, int mails) {
        Session session = Session.getInstance(new Properties());
        String alice = DemoServers.ALICE.address();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", bench.servers().mail().smtpPort(), alice, DemoServers.ALICE.password());
            for (int i = 0; i < mails; i++) {
                byte[] raw = BenchMail.TEXT.fresh("kill." + i + "@customer.example", alice);
                transport.sendMessage(
                        new MimeMessage(session, new ByteArrayInputStream(raw)),
                        InternetAddress.parse(DemoServers.DESK.address()));
            }
        } catch (MessagingException e) {
            throw new CompletionException(e);
        }
    }
}
