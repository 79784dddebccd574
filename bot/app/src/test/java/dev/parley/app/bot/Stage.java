package dev.parley.app.bot;

import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoMailServer;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.desk.Desk;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.storage.PostgresSettings;
import dev.parley.storage.PostgresStorage;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What bots of a test share: a durable PostgreSQL, a mail server, a settings file, and a person at the desk. */
public final class Stage implements AutoCloseable {
    public static final String DESK = "pro-support";
    public static final Path DESK_FILE =
            Path.of("../../desks/pro-support.yaml").toAbsolutePath().normalize();
    private static final int CONNECTIONS = 4;

    private final DemoServers servers;
    private final PostgresStorage storage;
    private final JdbcTemplate sql;
    private final Path config;
    private final Customers.By by =
            new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
    private final String token;

    /** Starts the servers with all their data below {@code directory}. */
    public static Stage open(Path directory) throws IOException {
        return new Stage(directory, DemoServers.start(directory, new DemoServers.Ports(0, 0, 0), Clock.systemUTC()));
    }

    private Stage(Path directory, DemoServers servers) throws IOException {
        this.servers = servers;
        this.storage = PostgresStorage.open(
                PostgresSettings.of(servers.postgres().jdbcUrl(), "postgres", "")
                        .withConnections(CONNECTIONS),
                Clock.systemUTC());
        this.sql = new JdbcTemplate(storage.dataSource());
        this.config = directory.resolve("settings.yaml");
        Desk desk = Profiles.load(DESK_FILE);
        storage.register(desk.policy(), by.at());
        this.token = storage.staff()
                .enroll(new Staff.Person(DESK, "agent", "Agent", Set.of(Staff.Role.AGENT, Staff.Role.BILLING)), by);
        Files.writeString(config, settings());
    }

    /** Makes a customer whose one contact may agree to charges, with so many credits. */
    public CustomerId customer(DemoAccount account, long credits) {
        CustomerId customer = storage.customers().create(DESK, "Customer of " + account.address(), by);
        var linked = storage.customers()
                .link(customer, new Customers.Person(account.address(), account.password(), Locale.ENGLISH), by);
        if (linked instanceof Customers.Linked.Done done) {
            storage.customers().approver(done.contact().id(), true, by);
        }
        storage.store()
                .transact(tx -> tx.grant(new Grant(
                        WalletKey.of(customer, Unit.CREDIT), credits, account.address(), 0, by.actor(), by.at())));
        return customer;
    }

    public DemoServers servers() {
        return servers;
    }

    public PostgresStorage storage() {
        return storage;
    }

    public JdbcTemplate sql() {
        return sql;
    }

    /** The settings file of every bot here. */
    public Path config() {
        return config;
    }

    /** Of a person who is agent and billing. */
    public String token() {
        return token;
    }

    /** Who reads the desk's mailbox now, or "". */
    String reader() {
        return String.join("", sql.queryForList("select worker from lease where held_until > now()", String.class));
    }

    /** Message ids of everything in the account's INBOX, copies included. */
    List<String> received(DemoAccount account) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.store.protocol", "imap");
        try (Store mail = Session.getInstance(properties).getStore("imap")) {
            mail.connect("127.0.0.1", servers.mail().imapPort(), account.address(), account.password());
            Folder inbox = mail.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> ids = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                ids.add(message.getHeader("Message-ID")[0]);
            }
            return ids;
        }
    }

    @Override
    public void close() throws IOException {
        storage.close();
        servers.close();
    }

    private String settings() {
        return """
            parley:
              database: {url: "%s", user: postgres, pool: 6}
              signing-key: "c2lnbmluZy1rZXktb2YtdGhlLWNyYXNoLXRlc3RzLTAwMDE="
              work: {lease: 2s, send-lease: 3s}
              desks:
                - file: "%s"
                  mailbox:
                    name: support
                    authserv-id: %s
                    first-read: all
                    poll: 1s
                    lease: 2s
                    imap: {host: 127.0.0.1, port: %d, user: support@desk.example, security: none, password: desk}
                    smtp: {host: 127.0.0.1, port: %d, user: support@desk.example, security: none, password: desk}
            server:
              port: 0
            """.formatted(
                        servers.postgres().jdbcUrl(),
                        DESK_FILE,
                        DemoMailServer.AUTHSERV_ID,
                        servers.mail().imapPort(),
                        servers.mail().smtpPort());
    }
}
