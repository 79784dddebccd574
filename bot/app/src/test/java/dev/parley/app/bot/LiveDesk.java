package dev.parley.app.bot;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoDesk;
import dev.parley.app.demo.DemoMailServer;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.demo.EmbeddedPostgresServer;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Staff;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import dev.parley.mail.wire.Arriving;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running bot with staff and real HTTP, one for all test classes that bring customers of their own: started before
 * the first of them, closed after the last.
 */
public final class LiveDesk implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger MESSAGES = new AtomicInteger();

    private final Path directory;
    private final Demo demo;
    private final DemoDesk desk;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Hands the one desk to test classes that ask for it as a parameter. */
    public static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == LiveDesk.class;
        }

        @Override
        public LiveDesk resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(asked(parameter.getParameter()), LiveDesk::open, LiveDesk.class);
        }

        private static DemoDesk asked(AnnotatedElement parameter) {
            if (parameter.isAnnotationPresent(Points.class)) {
                return DemoDesk.RAYOS;
            }
            return parameter.isAnnotationPresent(Hours.class) ? DemoDesk.SUPPORT_PACKAGES : DemoDesk.PRO_SUPPORT;
        }
    }

    /** Asks for the desk that works by the hour. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Hours {}

    /** Asks for the desk that works by points. */
    @Target(ElementType.PARAMETER)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Points {}

    /** A customer with one contact, who may agree to charges. */
    public record Client(long number, long contact, String address) {}

    private static LiveDesk open(DemoDesk desk) {
        try {
            Path directory = Files.createTempDirectory("parley-live");
            Path file = Stage.DESK_FILE.resolveSibling(desk.name() + ".yaml");
            Demo.Settings settings = new Demo.Settings(directory, Map.of(desk, file), false);
            return new LiveDesk(directory, desk, Demo.start(settings, _ -> {}));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private LiveDesk(Path directory, DemoDesk desk, Demo demo) {
        this.directory = directory;
        this.desk = desk;
        this.demo = demo;
    }

    public Demo demo() {
        return demo;
    }

    /** The token of the demo's {@code agent}, {@code billing} or {@code referee}. */
    public String token(String login) {
        return demo.tokens(desk).getOrDefault(login, "");
    }

    /** The token of somebody new. */
    public String enroll(String login, Staff.Role... roles) {
        var by = new Customers.By(new Actor.Desk(), now());
        return demo.bot().part(Staff.class).enroll(new Staff.Person(desk.name(), login, login, Set.of(roles)), by);
    }

    /** Somebody who has {@code credits} to spend; their mail goes to Carol's mailbox. */
    public Client client(String name, long credits) {
        String address = DemoServers.CAROL.address().replace("@", "+" + name + "@");
        long number = done("/customers", "{\"name\": \"" + name + "\"}")
                .path("number")
                .asLong();
        long contact = done(
                        "/customers/" + number + "/contacts",
                        "{\"address\": \"%s\", \"name\": \"%s\", \"approver\": true}".formatted(address, name))
                .path("id")
                .path("number")
                .asLong();
        if (credits > 0) {
            done(
                    "/customers/" + number + "/credits",
                    "{\"amount\": %d, \"reference\": \"%s\"}".formatted(credits, name));
        }
        return new Client(number, contact, address);
    }

    /** The ticket that a mail of {@code client} makes. */
    public long asked(Client client, String subject, String text) {
        record(client.address(), desk.mailbox().address(), subject, text);
        return ticketOf(client, subject);
    }

    /** Where mail for the desk goes. */
    public String address() {
        return desk.mailbox().address();
    }

    /** A mail as it comes over the wire, from its first header field on; its sender is proven. */
    public void brought(String mail) {
        String result = "Authentication-Results: " + DemoMailServer.AUTHSERV_ID + "; dmarc=pass\n";
        try (Arriving arriving = new Arriving(Integer.MAX_VALUE)) {
            byte[] raw = (result + mail).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            arriving.write(raw, 0, raw.length);
            RawMessage message = arriving.message(desk.name(), "mail:support", now(), List.of());
            int ignored = demo.bot().part(BotLifecycle.class).bot().inbox().record(List.of(message));
        }
    }

    /** The ticket of the client's with this subject, once it was looked at. */
    public long ticketOf(Client client, String subject) {
        TicketReads reads = demo.bot().part(TicketReads.class);
        var filter = new TicketReads.Filter(
                desk.name(),
                Set.of(),
                new CustomerId(desk.name(), client.number()),
                false,
                Long.MAX_VALUE,
                TicketReads.PAGE_MAX);
        Await.until(
                "a ticket about " + subject,
                () -> reads.list(filter).stream()
                        .anyMatch(line -> line.subject().equals(subject) && line.state() != StateName.NEW));
        return reads.list(filter).stream()
                .filter(line -> line.subject().equals(subject))
                .findFirst()
                .orElseThrow()
                .id()
                .number();
    }

    /** A mail in reply to a quote's. */
    public void replied(Client client, long ticket, int version, String text) {
        String to =
                demo.bot().part(Marks.class).replyAddress(desk.mailbox().address(), pointer(client, ticket, version));
        record(client.address(), to, "Re: your request", text);
    }

    /** The client's yes or no to a version of the quote. */
    public void decided(Client client, long ticket, int version, boolean yes) {
        String token = demo.bot().part(Marks.class).decisionToken(pointer(client, ticket, version));
        done(
                "/desks/" + desk.name() + "/decisions",
                "{\"token\": \"%s\", \"decision\": \"%s\"}".formatted(token, yes ? "yes" : "no"));
    }

    /** Where a ticket stands. */
    public StateName state(long ticket) {
        return StateName.of(demo.bot()
                .part(TicketReads.class)
                .find(new TicketId(desk.name(), ticket))
                .orElseThrow()
                .ticket()
                .state());
    }

    /** A new database without tables on the desk's server. */
    public JdbcTemplate database(String name) {
        sql("postgres").execute("create database " + name);
        return sql(name);
    }

    /** Statements on a database of the desk's server, as the superuser. */
    public JdbcTemplate sql(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(url(database), EmbeddedPostgresServer.USER, ""));
    }

    /** Makes a role that needs a password, which nobody else here does. */
    public void lock(String role, String password) throws IOException {
        Path access = directory.resolve("postgres/data/pg_hba.conf");
        Files.writeString(access, "host all " + role + " 127.0.0.1/32 scram-sha-256\n" + Files.readString(access));
        sql("postgres").execute("create role " + role + " login password '" + password + "'");
        sql("postgres").execute("select pg_reload_conf()");
        var noPassword = new JdbcTemplate(new DriverManagerDataSource(url("postgres"), role, ""));
        Await.until("a password is asked for", () -> {
            try {
                noPassword.execute("select 1");
                return false;
            } catch (CannotGetJdbcConnectionException e) {
                return true;
            }
        });
    }

    /** Where a database of the desk's server answers. The desk's own is {@code parley}. */
    public String url(String database) {
        return demo.jdbcUrl().replaceAll("/parley\\?.*", "/" + database);
    }

    /** What billing, who is an agent as well, gets done; fails if it is not done. */
    public JsonNode done(String path, String body) {
        HttpResponse<String> answer = post(token("billing"), path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " " + body + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** What the agent reads below the API's root; fails if it is not there. */
    public String got(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token("agent"))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A page customers see; fails if it is not there. */
    public String fetched(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(demo.url() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What a browser gets that sends {@code form}, or asks by another method without one, at a page of customers'. */
    public HttpResponse<String> browsed(String method, String path, String form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Posts below the API's root. */
    public HttpResponse<String> post(String token, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        demo.close();
        boolean ignored = FileSystemUtils.deleteRecursively(directory.toFile());
    }

    private Pointer pointer(Client client, long ticket, int version) {
        return new Pointer(new TicketId(desk.name(), ticket), version, client.contact());
    }

    private void record(String from, String to, String subject, String text) {
        RawMessage message = new DemoMail(from, to, subject, text)
                .as(desk.name(), "live-" + MESSAGES.incrementAndGet() + "@customer.example");
        int ignored = demo.bot().part(BotLifecycle.class).bot().inbox().record(List.of(message));
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
