package dev.parley.app.bench;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Mails that are sent to Postfix, brought to Dovecot, read from there as it tells of them, stored and marked as seen:
 * beside a loop that only fetches them.
 */
final class ChainRun {
    private static final int ROUNDS = 3;
    private static final int SENDERS = 4;
    private static final long LOOK_MILLIS = 20;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final String DOMAIN = "desk.example";

    private final Bench bench;
    private final Dovecot dovecot;
    private final Postfix postfix;
    private final int mails;

    private ChainRun(Bench bench, Dovecot dovecot, Postfix postfix, int mails) {
        this.bench = bench;
        this.dovecot = dovecot;
        this.postfix = postfix;
        this.mails = mails;
    }

    static void run(Bench bench, int mails, PrintWriter out)
            throws IOException, InterruptedException, SQLException, MessagingException {
        Optional<String> missing = Dovecot.missing().or(Postfix::missing);
        if (missing.isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "This cannot be measured here: " + missing.get() + ".");
        }
        out.println("| SMTP to Postfix, LMTP to Dovecot, IDLE | mails | fetched and thrown away, mails/s | stored and"
                + " marked as seen, mails/s |");
        out.println("|---|---:|---:|---:|");
        try (Dovecot dovecot = Dovecot.start(bench.folder("dovecot"));
                Postfix postfix = Postfix.start(bench.folder("postfix"), Map.of(DOMAIN, dovecot.lmtpPort()))) {
            ChainRun chain = new ChainRun(bench, dovecot, postfix, mails);
            double[] bare = new double[ROUNDS];
            double[] whole = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                bare[round] = chain.bare("bare" + round);
                whole[round] = chain.whole("chain" + round);
                row(out, "round " + (round + 1), mails, bare[round], whole[round]);
            }
            row(out, "median", mails * ROUNDS, median(bare), median(whole));
        }
    }

    private static void row(PrintWriter out, String name, int mails, double bare, double whole) {
        out.println(String.format(Locale.ROOT, "| %s | %d | %.0f | %.0f |", name, mails, bare, whole));
        out.flush();
    }

    private static double median(double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double bare(String name) throws MessagingException, IOException {
        String mailbox = name + '@' + DOMAIN;
        deliver(mailbox, "first", 1).join();
        BareFetch.fetch(dovecot, mailbox, 1);
        long start = System.nanoTime();
        CompletableFuture<Void> delivery = deliver(mailbox, name, mails);
        BareFetch.fetch(dovecot, mailbox, mails + 1);
        double rate = rate(start);
        delivery.join();
        return rate;
    }

    private double whole(String name) throws IOException, InterruptedException, SQLException, MessagingException {
        String mailbox = name + '@' + DOMAIN;
        String[] settings = {
            "parley.work.inbox=0",
            "parley.work.outbox=0",
            "parley.desks[0].mailbox.name=" + name,
            "parley.desks[0].mailbox.imap.port=" + dovecot.imapPort(),
            "parley.desks[0].mailbox.imap.user=" + mailbox,
            "parley.desks[0].mailbox.imap.password=" + Dovecot.PASSWORD
        };
        try (StartRun.Started _ = StartRun.start(bench, settings);
                Connection database = DriverManager.getConnection(bench.jdbcUrl())) {
            deliver(mailbox, name + ".first", 1).join();
            awaitStored(database, name, 1);
            long start = System.nanoTime();
            CompletableFuture<Void> delivery = deliver(mailbox, name, mails);
            awaitStored(database, name, mails + 1);
            while (BareFetch.unseen(dovecot, mailbox) > 0) {
                Thread.sleep(LOOK_MILLIS);
            }
            double rate = rate(start);
            delivery.join();
            return rate;
        }
    }

    private double rate(long start) {
        return mails / ((System.nanoTime() - start) / 1e9);
    }

    private static void awaitStored(Connection database, String name, int enough)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try (var count = database.prepareStatement("select count(*) from inbox where channel = ?")) {
            count.setString(1, "mail:" + name);
            for (long stored = 0; stored < enough; ) {
                Thread.sleep(LOOK_MILLIS);
                try (var row = count.executeQuery()) {
                    row.next();
                    stored = row.getLong(1);
                }
                if (System.nanoTime() > end) {
                    throw new CommandFailure(ExitCode.TEMPORARY, "Only " + stored + " mails were stored.");
                }
            }
        }
    }

    /** By as many senders at a time, each by its own connection. */
    private CompletableFuture<Void> deliver(String mailbox, String run, int count) {
        Executor own = task -> Thread.ofVirtual().start(task);
        int senders = Math.min(SENDERS, count);
        Stream<CompletableFuture<Void>> all = IntStream.range(0, senders)
                .mapToObj(sender -> CompletableFuture.runAsync(
                        () -> send(
                                mailbox, run + '.' + sender, count * (sender + 1) / senders - count * sender / senders),
                        own));
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    }

    private void send(String mailbox, String run, int count) {
        Session session = Session.getInstance(new Properties());
        String sender = "pat@customer.example";
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", postfix.port(), null, null);
            for (int i = 0; i < count; i++) {
                byte[] raw = BenchMail.TEXT.fresh(run + '.' + i + "@customer.example", sender);
                MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(raw));
                transport.sendMessage(mail, InternetAddress.parse(mailbox));
            }
        } catch (MessagingException e) {
            throw new CompletionException(e);
        }
    }
}
