package dev.parley.app.bench;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.mail.MailIntake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** How fast each step is alone, beside what it cannot be faster than: Mime4j, and the database's commits. */
final class Rates {
    /** Of the table. */
    static final String HEAD =
            "| cores | mail | parsed by Mime4j alone | understood | commits of one row, 8 connections | stored, one a"
                    + " commit, 8 senders | stored, 50 a commit, 2 senders | new tickets | replies | bot MB |\n"
                    + "|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|";

    private static final String CHANNEL = "mail:stored";
    private static final int SENDERS = 8;
    private static final int BATCH_SENDERS = 2;
    private static final int BATCH = 50;
    private static final int AHEAD = 16;

    private final MailIntake intake = new MailIntake("support@desk.example", List.of(), Set.of(BenchMail.AUTHSERV_ID));
    private final int cores = Cores.all();
    private final AtomicLong numbers = new AtomicLong();
    private final Inbox inbox;
    private final DataSource database;
    private final int seconds;

    Rates(Inbox inbox, DataSource database, int seconds) {
        this.inbox = inbox;
        this.database = database;
        this.seconds = seconds;
    }

    /** New tickets and replies a second; whoever works on what is stored must be running. */
    double[] tickets(BenchMail mail, Traffic traffic, int warmUp) throws InterruptedException {
        double[] rates = new double[2];
        for (int reply = 0; reply < 2; reply++) {
            Traffic.Load load = new Traffic.Load(reply == 1, mail, SENDERS, AHEAD);
            var _ = traffic.run(load, warmUp);
            Traffic.Done done = traffic.run(load, seconds);
            rates[reply] = done.mails() / done.seconds();
        }
        return rates;
    }

    /** The row of this mail; nobody may be working on what is stored meanwhile. */
    String row(BenchMail mail, double[] tickets) throws InterruptedException, SQLException {
        byte[] raw = mail.fresh("a@customer.example", "pat@customer.example");
        RawMessage message = raw(raw);
        double mime4j = perSecond(cores, () -> parse(raw));
        double understood = perSecond(
                cores, () -> intake.understand(message).content().text().length());
        double commits = commits();
        double alone = perSecond(SENDERS, () -> inbox.record(List.of(next(mail))));
        double batches = perSecond(BATCH_SENDERS, () -> inbox.record(batch(mail)));
        forget();
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %d |",
                cores,
                mail == BenchMail.TEXT ? "3 KB" : "100 KB",
                mime4j,
                understood,
                commits,
                alone,
                batches * BATCH,
                tickets[0],
                tickets[1],
                Usage.memory(ProcessHandle.current().pid(), "VmRSS"));
    }

    private static int parse(byte[] raw) {
        try {
            Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
            int fields = message.getHeader().getFields().size();
            message.dispose();
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RawMessage> batch(BenchMail mail) {
        return IntStream.range(0, BATCH).mapToObj(_ -> next(mail)).toList();
    }

    private RawMessage next(BenchMail mail) {
        return raw(mail.fresh("s" + numbers.getAndIncrement() + "@customer.example", "pat@customer.example"));
    }

    private RawMessage raw(byte[] mail) {
        return new RawMessage(
                Traffic.DESK,
                new MessageKey(CHANNEL, System.nanoTime() + "." + numbers.getAndIncrement()),
                Clock.systemUTC().instant(),
                List.of(),
                mail);
    }

    /** Calls a second of several threads together, after as long to warm up. */
    private double perSecond(int threads, Step step) throws InterruptedException {
        double ignored = measured(threads, step);
        return measured(threads, step);
    }

    private double measured(int threads, Step step) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        long calls = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Long>> counts = IntStream.range(0, threads)
                    .mapToObj(_ -> workers.submit(() -> repeat(step, end)))
                    .toList();
            for (Future<Long> count : counts) {
                calls += count.get();
            }
        } catch (ExecutionException problem) {
            throw new IllegalStateException(problem.getCause());
        }
        return calls / ((System.nanoTime() - start) / 1e9);
    }

    /** Something that gives a number above zero, so that nobody can leave it out. */
    private interface Step {
        int run();
    }

    private static long repeat(Step step, long end) {
        long calls = 0;
        for (; System.nanoTime() < end; calls++) {
            if (step.run() <= 0) {
                throw new IllegalStateException("nothing was done");
            }
        }
        return calls;
    }

    private double commits() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Machine.commits(connection.getMetaData().getURL(), SENDERS);
        }
    }

    private void forget() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int ignored = statement.executeUpdate("delete from inbox where channel = '" + CHANNEL + "'");
            connection.commit();
        }
    }
}
