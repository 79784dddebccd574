package dev.parley.app.demo;

import dev.parley.app.bot.RunningBot;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Transaction.Grant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Everything on this machine: PostgreSQL, a mail server, the bot, two customers and three people at the desk. */
public final class Demo implements AutoCloseable {
    /** The desk's short name in its file. */
    public static final String DESK = "pro-support";

    private static final long CREDITS_OF_ALICE = 200;
    private static final long CREDITS_OF_CAROL = 5;

    private final DemoServers servers;
    private final RunningBot bot;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /**
     * What a demo is made of.
     *
     * @param directory where everything is kept between runs
     * @param desk the desk file
     * @param fixedPorts true for the ports people can note down, false for any free ones
     */
    public record Settings(Path directory, Path desk, boolean fixedPorts) {
        int port(int fixed) {
            return fixedPorts ? fixed : 0;
        }
    }

    /** Starts everything and says each step to {@code progress}. */
    public static Demo start(Settings settings, Consumer<String> progress) throws IOException {
        progress.accept("Starting PostgreSQL and the mail server …");
        DemoServers.Ports ports = new DemoServers.Ports(settings.port(5440), settings.port(3025), settings.port(3143));
        DemoServers servers = DemoServers.start(settings.directory(), ports, Clock.systemUTC());
        try {
            progress.accept("Starting the bot …");
            Demo demo = new Demo(servers, RunningBot.start(values(settings, servers)));
            demo.people();
            return demo;
        } catch (IOException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private Demo(DemoServers servers, RunningBot bot) {
        this.servers = servers;
        this.bot = bot;
    }

    /** Address of the staff API. */
    public String url() {
        return "http://127.0.0.1:" + bot.port();
    }

    /** Staff tokens by log-in: {@code agent}, {@code billing} and {@code referee}, who decides disputes. */
    public Map<String, String> tokens() {
        return Map.copyOf(tokens);
    }

    /** Where mail is handed in. */
    public int smtpPort() {
        return servers.mail().smtpPort();
    }

    /** Where mailboxes are read. */
    public int imapPort() {
        return servers.mail().imapPort();
    }

    /** Where the database answers. */
    public String jdbcUrl() {
        return servers.postgres().jdbcUrl();
    }

    /** The running bot. */
    public RunningBot bot() {
        return bot;
    }

    /** The number of the customer this account speaks for. */
    public CustomerId customerOf(DemoAccount account) {
        Customers customers = bot.part(Customers.class);
        return customers.list(DESK, 0, Customers.PAGE_MAX).stream()
                .map(customer -> customer.id())
                .filter(id ->
                        customers.contacts(id).stream().map(Contact::address).anyMatch(account.address()::equals))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        bot.close();
        servers.close();
    }

    private void people() {
        Instant now = Clock.systemUTC().instant();
        Customers.By by = new Customers.By(new Actor.Desk(), now);
        enroll(new Staff.Person(DESK, "agent", "Agent", Set.of(Role.AGENT)), by);
        enroll(new Staff.Person(DESK, "billing", "Billing", Set.of(Role.AGENT, Role.BILLING)), by);
        enroll(new Staff.Person(DESK, "referee", "Referee", Set.of(Role.DISPUTE_APPROVER)), by);
        if (bot.part(Customers.class).list(DESK, 0, 1).isEmpty()) {
            customer("Alpha Ltd", DemoServers.ALICE, "Alice", CREDITS_OF_ALICE, by);
            Customers.Linked ignored = bot.part(Customers.class)
                    .link(
                            customerOf(DemoServers.ALICE),
                            new Customers.Person(DemoServers.BOB.address(), "Bob", Locale.ENGLISH),
                            by);
            customer("Beta GmbH", DemoServers.CAROL, "Carol", CREDITS_OF_CAROL, by);
        }
    }

    private void enroll(Staff.Person person, Customers.By by) {
        tokens.put(person.login(), bot.part(Staff.class).enroll(person, by));
    }

    private void customer(String name, DemoAccount account, String person, long credits, Customers.By by) {
        Customers customers = bot.part(Customers.class);
        CustomerId customer = customers.create(DESK, name, by);
        var linked = customers.link(customer, new Customers.Person(account.address(), person, Locale.ENGLISH), by);
        if (linked instanceof Customers.Linked.Done done) {
            customers.approver(done.contact().id(), true, by);
        }
        boolean ignored = bot.part(UseCases.class)
                .payIn()
                .payIn(new Grant(
                        WalletKey.of(customer, Unit.CREDIT),
                        credits,
                        "demo:" + customer.number(),
                        0,
                        by.actor(),
                        by.at()));
    }

    private static Map<String, Object> values(Settings settings, DemoServers servers) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("server.port", settings.port(8090));
        values.put("parley.database.url", servers.postgres().jdbcUrl());
        values.put("parley.database.user", EmbeddedPostgresServer.USER);
        values.put("parley.signing-key", signingKey(settings.directory().resolve("signing.key")));
        values.put("parley.desks[0].file", settings.desk());
        String mailbox = "parley.desks[0].mailbox.";
        values.put(mailbox + "name", "support");
        values.put(mailbox + "authserv-id", DemoMailServer.AUTHSERV_ID);
        values.put(mailbox + "first-read", "all");
        values.put(mailbox + "poll", "5s");
        server(values, mailbox + "imap.", servers.mail().imapPort());
        server(values, mailbox + "smtp.", servers.mail().smtpPort());
        return values;
    }

    private static void server(Map<String, Object> values, String prefix, int port) {
        values.put(prefix + "host", "127.0.0.1");
        values.put(prefix + "port", port);
        values.put(prefix + "security", "none");
        values.put(prefix + "user", DemoServers.DESK.address());
        values.put(prefix + "password", DemoServers.DESK.password());
    }

    /** Kept with the data, so that mails of an earlier run still find their tickets. */
    private static String signingKey(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardCharsets.US_ASCII);
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
