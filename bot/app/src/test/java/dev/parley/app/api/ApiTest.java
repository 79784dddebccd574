package dev.parley.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.demo.Demo;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/** The staff API over real HTTP: who may, what is answered, and that nothing breaks it. */
@ExtendWith(LiveDesk.Shared.class)
class ApiTest {
    private static Demo demo;
    private static long ticket;

    @BeforeAll
    static void aTicketThatIsAssessed(LiveDesk desk) {
        demo = desk.demo();
        ticket = desk.asked(desk.client("api", 100), "Order mails", "They are not sent.");
    }

    @Test
    void withoutAValidTokenNothingIsTold() {
        for (String header : new String[] {"", "Bearer ", "Bearer wrong", "Basic " + token("agent")}) {
            HttpResponse<String> answer = send("GET", "/api/v1/tickets", header, null);
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(answer.body()).contains("Authorization: Bearer").contains("./parley staff add");
        }
    }

    @Test
    void aDismissedPersonsTokenOpensNothing() {
        Staff staff = demo.bot().part(Staff.class);
        var by = new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
        String token = staff.enroll(new Staff.Person(Demo.DESK, "leaver", "Leaver", Set.of(Staff.Role.AGENT)), by);
        assertThat(send("GET", "/api/v1/tickets", "Bearer " + token, null).statusCode())
                .isEqualTo(200);
        staff.dismiss(Demo.DESK, "leaver", by);
        assertThat(send("GET", "/api/v1/tickets", "Bearer " + token, null).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent   | /customers/1/credits                | {\"amount\": 5, \"reference\": \"x\"} | billing",
                "agent   | /customers                          | {\"name\": \"New\"}                  | billing",
                "agent   | /customers/1/contacts               | {\"address\": \"x@y.example\"}       | billing",
                "agent   | /customers/1/contacts/1/approver    | {\"approver\": true}               | billing",
                "agent   | /customers/1/pre-agreement          | {\"upTo\": 5}                      | billing",
                "billing | /tickets/TICKET/dispute/decision    | {\"amount\": 5}                    | dispute-approver",
            })
    void whoLacksTheRoleIsToldWhichOne(String login, String path, String body, String role) {
        HttpResponse<String> answer = post(login, path, body);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(login).contains(role);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "answer   | {\"text\": \"It is done.\"}",
                "reopen   | ",
                "start    | ",
                "raise    | {\"finish\": true}",
                "dispute  | {\"reason\": \"Too dear.\"}",
                "merge    | {\"into\": TICKET}",
            })
    void whatDoesNotFitTheStateIsRefusedWithItsRule(String action, @Nullable String body) {
        HttpResponse<String> answer = post("agent", "/tickets/TICKET/" + action, body == null ? "" : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).containsPattern("\\(T\\d+|UNLISTED");
    }

    @Test
    void whatNeedsAttentionIsListedUntilSomebodyHasSeenIt() {
        assertThat(post("agent", "/tickets/TICKET/dispute", "{\"reason\": \"Too dear.\"}")
                        .body())
                .contains("T101");
        assertThat(get("/tickets/attention"))
                .contains("STAFF_OBJECTION")
                .contains("objects")
                .contains("\"ticket\":" + ticket + ",");
        assertThat(get("/notices")).contains("STAFF_OBJECTION").contains("Too dear.");
        assertThat(post("agent", "/tickets/TICKET/seen", "").body()).containsPattern("\"notices\":[1-9]");
        assertThat(get("/tickets/attention")).doesNotContain("\"ticket\":" + ticket + ",");
        assertThat(get("/tickets")).contains("\"attention\":[]");
        assertThat(post("agent", "/tickets/0/seen", "").statusCode()).isEqualTo(200);
        assertThat(post("agent", "/tickets/999999/seen", "").statusCode()).isEqualTo(404);
    }

    private static String get(String path) {
        return send("GET", "/api/v1" + path, "Bearer " + token("agent"), null).body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tickets/TICKET/assess     | {}                            | as",
                "/tickets/TICKET/assess     | {\"as\": \"nonsense\"}          | nonsense",
                "/tickets/TICKET/assess     | {\"as\": \"upgrade\"}           | versions",
                "/tickets/TICKET/assess     | not json                      | openapi.yaml",
                "/tickets/TICKET/assess     | []                            | openapi.yaml",
                "/tickets/TICKET/answer     | {\"text\": \"  \"}              | text",
                "/tickets/TICKET/split      | {\"subject\": \"x\"}            | text",
                "/tickets/TICKET/merge      | {}                            | into",
                "/tickets/0/answer          | {\"text\": \"x\"}               | 1 or more",
                "/tickets/word/answer       | {\"text\": \"x\"}               | word",
                "/customers/1/credits       | {\"amount\": 0}               | amount",
                "/customers/1/credits       | {\"amount\": 5}               | reference",
                "/customers/1/pre-agreement | {\"upTo\": -1}                | 1 or more",
            })
    void aBadBodyIsToldWhatWouldBeRight(String path, String body, String told) {
        HttpResponse<String> answer = post("billing", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /tickets?max=0                                   | ",
                "GET    | /tickets?max=201                                 | ",
                "GET    | /tickets?max=x                                   | ",
                "GET    | /tickets?state=NOWHERE                           | ",
                "GET    | /tickets?customer=-9223372036854775808           | ",
                "GET    | /tickets/9223372036854775807                     | ",
                "GET    | /tickets/99999999999999999999                    | ",
                "GET    | /audit?max=-1                                    | ",
                "GET    | /audit?max=2000000000                            | ",
                "GET    | /audit?subject=%00                               | ",
                "GET    | /messages/unattached?max=0                       | ",
                "GET    | /customers?max=0                                 | ",
                "GET    | /customers?max=100000                            | ",
                "GET    | /customers/1/statement?from=x                    | ",
                "GET    | /customers/1/statement?until=%2B1000000000-12-31T23:59:59Z | ",
                "GET    | /customers/1/statement?from=-1000000000-01-01T00:00:00Z    | ",
                "POST   | /customers/1/credits   | {\"amount\": 9223372036854775807, \"reference\": \"big\"}",
                "POST   | /customers/1/credits   | {\"amount\": 5, \"reference\": \"neg\", \"costMinor\": -1}",
                "POST   | /customers/1/credits   | {\"amount\": 5, \"reference\": \"\\u0000\"}",
                "POST   | /customers             | {\"name\": \"\\u0000\"}",
                "POST   | /customers/1/contacts  | {\"address\": \"no address\"}",
                "POST   | /customers/1/contacts  | {\"address\": \"a@b.example\", \"language\": \"!!\"}",
                "POST   | /customers/1/pre-agreement | {\"upTo\": 9223372036854775807}",
                "POST   | /tickets/TICKET/reply  | {\"text\": \"\\u0000\"}",
                "POST   | /tickets/TICKET/split  | {\"subject\": \"\\u0000\", \"text\": \"\\ud800\"}",
                "POST   | /tickets/TICKET/assess | {\"as\": \"modification\", \"amount\": 9223372036854775807}",
                "POST   | /tickets/TICKET/assess | {\"as\": \"modification\", \"amount\": -5}",
                "POST   | /tickets/TICKET/assess | {\"as\": \"upgrade\", \"from\": \"9.9.9\", \"to\": \"1.1.1\"}",
                "POST   | /tickets/TICKET/assess | {\"as\": \"incident\", \"severity\": \"nonsense\"}",
                "POST   | /tickets/TICKET/raise  | {\"finish\": null}",
                "POST   | /desks/nowhere/decisions | {\"token\": \"x\", \"decision\": \"yes\"}",
                "POST   | /desks/pro-support/decisions | {\"token\": \"x\", \"decision\": \"maybe\"}",
                "DELETE | /tickets                                         | ",
                "PUT    | /tickets/TICKET/assess                           | {}",
                "GET    | /nothing/here                                    | ",
            })
    void nothingHostileIsMoreThanARefusal(String method, String path, @Nullable String body) {
        HttpResponse<String> answer = send(method, "/api/v1" + path, "Bearer " + token("billing"), body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.body())
                .doesNotContain("Exception")
                .doesNotContain("\\tat ")
                .doesNotContain("\tat ");
    }

    @Test
    void anUnknownTicketIsNotFound() {
        assertThat(send("GET", "/api/v1/tickets/4711", "Bearer " + token("agent"), null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("agent", "/tickets/4711/answer", "{\"text\": \"x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyEndpointIsDescribedAndEveryDescriptionIsAnEndpoint() throws IOException {
        Set<String> mapped = new TreeSet<>();
        for (HandlerMapping mapping : handlerMappings()) {
            if (mapping instanceof RequestMappingHandlerMapping ours) {
                ours.getHandlerMethods().keySet().forEach(info -> add(mapped, info));
            }
        }
        mapped.removeIf(endpoint -> !endpoint.contains(" /api/"));
        Set<String> described = new TreeSet<>();
        try (InputStream yaml = ApiTest.class.getResourceAsStream("/openapi.yaml")) {
            Map<String, Object> description = new Yaml().load(yaml);
            if (description.get("paths") instanceof Map<?, ?> paths) {
                paths.forEach((path, methods) ->
                        ((Map<?, ?>) methods).keySet().forEach(method -> described.add(method + " " + path)));
            }
        }
        assertThat(mapped).hasSizeGreaterThan(25);
        assertThat(described).isEqualTo(mapped);
    }

    private static List<HandlerMapping> handlerMappings() {
        return Objects.requireNonNull(demo.bot().part(DispatcherServlet.class).getHandlerMappings());
    }

    private static void add(Set<String> mapped, RequestMappingInfo info) {
        for (String path : info.getPatternValues()) {
            info.getMethodsCondition()
                    .getMethods()
                    .forEach(method -> mapped.add(method.name().toLowerCase(Locale.ROOT) + " " + path));
        }
    }

    @Test
    void healthAndMetricsAnswer() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            assertThat(send("GET", path, "", null).body()).as(path).contains("\"status\":\"UP\"");
        }
        assertThat(send("GET", "/actuator/prometheus", "", null).body())
                .contains("parley_messages_accepted_total")
                .contains("parley_messages_sent_total")
                .contains("parley_outbox_backlog_seconds")
                .contains("jvm_memory_used_bytes")
                .contains("process_cpu_usage");
    }

    private static HttpResponse<String> post(String login, String path, String body) {
        return send("POST", "/api/v1" + path, "Bearer " + token(login), body);
    }

    private static HttpResponse<String> send(String method, String path, String authorization, @Nullable String body) {
        String number = Long.toString(ticket);
        String content = body == null ? "" : body.replace("TICKET", number);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(demo.url() + path.replace("TICKET", number)))
                .method(method, HttpRequest.BodyPublishers.ofString(content));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (!authorization.isBlank()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String token(String login) {
        return demo.tokens().getOrDefault(login, "");
    }
}
