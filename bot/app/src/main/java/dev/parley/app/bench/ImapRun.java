package dev.parley.app.bench;

import dev.parley.app.demo.DemoServers;
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
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** Mails that come through IMAP: from the demo's mail server, which is made for trying and slower than the bot. */
final class ImapRun {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long LOOK_MILLIS = 20;
    private static final String DONE = "select count(*) from inbox where status = 'DONE'";

    private ImapRun() {}

    static void run(Bench bench, int mails, PrintWriter out)
            throws IOException, InterruptedException, SQLException, MessagingException {
        out.println("| through IMAP | mails | mails/s | bot CPU ms per mail | MB |");
        out.println("|---|---:|---:|---:|---:|");
        try (StartRun.Started bot = StartRun.start(bench);
                Connection database = DriverManager.getConnection(bench.jdbcUrl())) {
            long pid = bot.process().pid();
            for (BenchMail mail : new BenchMail[] {BenchMail.TEXT, BenchMail.ATTACHED}) {
                long before = done(database);
                double cpu = Usage.cpuSeconds(pid);
                long start = System.nanoTime();
                deliver(bench.servers().mail().smtpPort(), mail, mails);
                await(database, before + mails);
                double seconds = (System.nanoTime() - start) / 1e9;
                out.println(String.format(
                        Locale.ROOT,
                        "| %s, delivered while it reads | %d | %.0f | %.2f | %d |",
                        mail == BenchMail.TEXT ? "3 KB" : "100 KB",
                        mails,
                        mails / seconds,
                        (Usage.cpuSeconds(pid) - cpu) * 1000 / mails,
                        Usage.memory(pid, "VmRSS")));
            }
        }
    }

    private static void deliver(int port, BenchMail mail, int mails) throws MessagingException {
        Session session = Session.getInstance(new Properties());
        String alice = DemoServers.ALICE.address();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, alice, DemoServers.ALICE.password());
            for (int i = 0; i < mails; i++) {
                byte[] raw = mail.fresh(System.nanoTime() + "." + i + "@customer.example", alice);
                transport.sendMessage(
                        new MimeMessage(session, new ByteArrayInputStream(raw)),
                        InternetAddress.parse(DemoServers.DESK.address()));
            }
        }
    }

    private static void await(Connection database, long enough) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (done(database) < enough && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static long done(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(DONE)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
