package dev.parley.app.demo;

import dev.parley.app.bot.RunningBot;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Everything on this machine: PostgreSQL, a mail server, the bot, two customers and three people at the desk. */
public final class Demo implements AutoCloseable {
    /** The desk's short name in its file. */
    public static final String DESK = DemoDesk.PRO_SUPPORT.name();

    private final DemoServers servers;
    private final RunningBot bot;
    private final Map<DemoDesk, Map<String, String>> tokens = new HashMap<>();

    /**
     * What a demo is made of.
     *
     * @param directory where everything is kept between runs
     * @param desks the desk files, by desk
     * @param fixedPorts true for the ports people can note down, false for any free ones
     * @param more settings of the bot besides, named as in a settings file
     */
    public record Settings(Path directory, Map<DemoDesk, Path> desks, boolean fixedPorts, Map<String, String> more) {
        public Settings {
            desks = new LinkedHashMap<>(desks);
            more = Map.copyOf(more);
        }

        /** Nothing besides. */
        public Settings(Path directory, Map<DemoDesk, Path> desks, boolean fixedPorts) {
            this(directory, desks, fixedPorts, Map.of());
        }

        /** The desk that is paid in credits alone. */
        public Settings(Path directory, Path desk, boolean fixedPorts) {
            this(directory, Map.of(DemoDesk.PRO_SUPPORT, desk), fixedPorts);
        }

        /** All desks, each from the file in {@code folder} that is called like it. */
        public static Settings all(Path directory, Path folder, boolean fixedPorts) {
            Map<DemoDesk, Path> desks = new LinkedHashMap<>();
            for (DemoDesk desk : DemoDesk.ALL) {
                desks.put(desk, folder.resolve(desk.name() + ".yaml"));
            }
            return new Settings(directory, desks, fixedPorts);
        }

        /** The same with more settings of the bot. */
        public Settings with(Map<String, String> others) {
            return new Settings(directory, desks, fixedPorts, others);
        }

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
            demo.people(settings.desks().keySet());
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
        return tokens(DemoDesk.PRO_SUPPORT);
    }

    /** The same of one desk; none if the demo does not run it. */
    public Map<String, String> tokens(DemoDesk desk) {
        return Map.copyOf(tokens.getOrDefault(desk, Map.of()));
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

    /** The customer this account speaks for at the desk that is paid in credits. */
    public CustomerId customerOf(DemoAccount account) {
        return customerOf(DemoDesk.PRO_SUPPORT, account);
    }

    /** The customer this account speaks for at {@code desk}. */
    public CustomerId customerOf(DemoDesk desk, DemoAccount account) {
        Customers customers = bot.part(Customers.class);
        return customers.list(desk.name(), 0, Customers.PAGE_MAX).stream()
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

    private void people(Collection<DemoDesk> desks) {
        Customers.By by = new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
        for (DemoDesk desk : desks) {
            DemoPeople people = new DemoPeople(bot, desk, by);
            tokens.put(desk, people.staff());
            people.customers(bot.part(DeskBook.class).desk(desk.name()).policy().unit());
        }
    }

    private static Map<String, Object> values(Settings settings, DemoServers servers) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("server.port", settings.port(8090));
        values.put("parley.database.url", servers.postgres().jdbcUrl());
        values.put("parley.database.user", EmbeddedPostgresServer.USER);
        values.put("parley.signing-key", signingKey(settings.directory().resolve("signing.key")));
        int nth = 0;
        for (Map.Entry<DemoDesk, Path> desk : settings.desks().entrySet()) {
            desk(values, "parley.desks[" + nth++ + "].", desk, servers.mail());
        }
        values.putAll(settings.more());
        return values;
    }

    private static void desk(
            Map<String, Object> values, String prefix, Map.Entry<DemoDesk, Path> desk, DemoMailServer mail) {
        DemoAccount account = desk.getKey().mailbox();
        values.put(prefix + "file", desk.getValue());
        String mailbox = prefix + "mailbox.";
        values.put(
                mailbox + "name",
                account.address().substring(0, account.address().indexOf('@')));
        values.put(mailbox + "authserv-id", DemoMailServer.AUTHSERV_ID);
        values.put(mailbox + "first-read", "all");
        values.put(mailbox + "poll", "5s");
        server(values, mailbox + "imap.", mail.imapPort(), account);
        server(values, mailbox + "smtp.", mail.smtpPort(), account);
    }

    private static void server(Map<String, Object> values, String prefix, int port, DemoAccount account) {
        values.put(prefix + "host", "127.0.0.1");
        values.put(prefix + "port", port);
        values.put(prefix + "security", "none");
        values.put(prefix + "user", account.address());
        values.put(prefix + "password", account.password());
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
