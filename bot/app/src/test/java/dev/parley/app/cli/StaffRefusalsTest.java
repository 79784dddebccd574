package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./parley ticket}, {@code customer} and {@code credits} that fail: one plain sentence and an exit code. */
@ExtendWith(LiveDesk.Shared.class)
class StaffRefusalsTest {
    private static final String NOBODY = "http://127.0.0.1:1";

    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static long ticket;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aTicketThatIsAssessed(LiveDesk shared) {
        desk = shared;
        client = desk.client("refused", 10);
        ticket = desk.asked(client, "Order mails", "They are not sent.");
    }

    @Test
    void everyCommandSaysThatNoBotAnswersAndThatATokenIsNobodys() {
        assertThat(commands().keySet()).isEqualTo(everyCommand());
        commands().forEach((command, arguments) -> {
            List<String> line = new ArrayList<>(List.of(command.split(" ")));
            line.addAll(arguments);
            refused(ExitCode.UNREACHABLE, NOBODY, desk.token("billing"), line);
            assertThat(shell.err())
                    .as(command)
                    .isEqualTo(
                            "parley: No bot answers at " + NOBODY + ". Is it running? (./parley demo starts one.)\n");
            refused(ExitCode.REFUSED, desk.demo().url(), "wrong", line);
            assertThat(shell.err()).as(command).contains("somebody at the desk").contains("./parley staff add");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent   | ticket show 4711                        | 4 | There is no ticket 4711.",
                "agent   | ticket answer 4711 --text x             | 4 | There is no ticket 4711.",
                "agent   | customer show 4711                      | 4 | There is no customer 4711.",
                "billing | customer approver 1 --contact 4711      | 4 | There is no contact 4711 of customer 1.",
                "billing | customer link 1 --address CLI           | 4 | and stays there.",
                "agent   | credits grant 1 --amount 5 --order x    | 4 | agent does not have the role billing",
                "referee | ticket assess TICKET --as question      | 4 | referee does not have the role agent",
                "billing | ticket settle TICKET --reason x         | 4 | does not have the role dispute-approver",
                "agent   | ticket answer TICKET --text x           | 4 | before its price was agreed (C-18)",
                "agent   | ticket merge TICKET --into 4711         | 4 | There is no ticket 4711.",
                "agent   | ticket show 0                           | 2 | A ticket number is 1 or more, not 0.",
                "agent   | ticket assess TICKET --as nonsense      | 2 | nonsense",
                "agent   | ticket assess TICKET --as upgrade       | 2 | versions",
                "agent   | ticket list --max 0                     | 2 | 1 to 200",
                "agent   | ticket list --state NOWHERE             | 2 | ‘NOWHERE’ is no state",
                "agent   | ticket answer TICKET --text @/none/x    | 2 | Cannot read the file ‘/none/x’",
                "billing | credits grant 1 --amount 0 --order x    | 2 | ‘amount’ is 0; give 1 to 1000000000.",
                "billing | customer link 1 --address nobody        | 2 | ‘nobody’ is no mail address",
                "agent   | credits statement 1 --from yesterday    | 2 | ‘yesterday’ is no from",
            })
    void aRefusalIsOneSentenceAndItsExitCode(String login, String line, int code, String told) {
        String[] arguments = line.replace("TICKET", Long.toString(ticket))
                .replace("CLI", client.address())
                .split(" ");
        assertThat(shell.ask(desk.demo().url(), desk.token(login), arguments).number())
                .as(shell.err())
                .isEqualTo(code);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).startsWith("parley: ").contains(told);
        assertThat(shell.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket show",
                "ticket seen",
                "ticket show one",
                "ticket assess 1",
                "ticket assess 1 --as question --amount much",
                "ticket frobnicate 1",
                "ticket show 1 2",
                "credits grant 1 --amount 5",
                "credits grant 1 --amount 99999999999999999999 --order x",
                "customer add",
            })
    void aWrongLineIsAUsageErrorThatPointsToItsHelp(String line) {
        assertThat(shell.ask(NOBODY, "x", line.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).startsWith("parley: ").contains("See ./parley ").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://desk.example", "http:///x", "http://de sk.example", "127.0.0.1:8080"})
    void anAddressThatIsNoneIsAUsageError(String url) {
        refused(ExitCode.USAGE, url, "x", List.of("ticket", "list"));
        assertThat(shell.err())
                .isEqualTo("parley: ‘" + url + "’ is no address of a bot; give one like http://127.0.0.1:8080.\n");
    }

    @Test
    void aTokenThatCannotBeOneIsNotSent() {
        refused(ExitCode.USAGE, NOBODY, "two words", List.of("ticket", "list"));
        assertThat(shell.err()).contains("a character that no token has").doesNotContain("two words");
    }

    @Test
    void withoutAnAddressOrADemoItIsToldWhatToGive() {
        ExitCode code = shell.run("ticket", "list");
        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err())
                .isEqualTo(
                        "parley: Nothing says which bot to ask: give --url or PARLEY_URL, or start ./parley demo.\n");
    }

    @Test
    void whatAnswersButIsNoBotIsSaidToBeNone() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>Hello</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            String url = "http://127.0.0.1:" + other.getAddress().getPort();
            refused(ExitCode.UNREACHABLE, url, "x", List.of("ticket", "list"));
            assertThat(shell.err()).isEqualTo("parley: What answers at " + url + " is not a Parley bot.\n");
        } finally {
            other.stop(0);
        }
    }

    private void refused(ExitCode code, String url, String token, List<String> arguments) {
        assertThat(shell.ask(url, token, arguments.toArray(String[]::new)))
                .as(shell.err())
                .isEqualTo(code);
        assertThat(shell.out()).isEmpty();
    }

    /** Every command with arguments that are right. */
    private static Map<String, List<String>> commands() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        List.of(
                        "ticket list",
                        "ticket notices",
                        "customer list",
                        "customer packages",
                        "customer orders",
                        "customer demand-invoices",
                        "quarantine list")
                .forEach(command -> commands.put(command, List.of()));
        aboutOne().forEach(command -> commands.put(command, List.of("1")));
        List.of("ticket answer", "ticket reply", "ticket ask", "ticket note")
                .forEach(command -> commands.put(command, List.of("1", "--text", "x")));
        List.of(
                        "ticket take-back",
                        "ticket refuse",
                        "ticket dispute",
                        "ticket settle",
                        "customer charged-back",
                        "customer unblock")
                .forEach(command -> commands.put(command, List.of("1", "--reason", "x")));
        List.of("ticket assess", "ticket reassess")
                .forEach(command -> commands.put(command, List.of("1", "--as", "question")));
        commands.put("ticket overage", List.of("1", "--as", "x", "--minutes", "5", "--scope", "x"));
        commands.put("ticket split", List.of("1", "--subject", "x", "--text", "x"));
        commands.put("ticket assign", List.of("1", "--to", "x"));
        commands.put("ticket snooze", List.of("1", "--until", "2026-11-24T09:00:00Z"));
        commands.put("ticket merge", List.of("1", "--into", "2"));
        commands.put("quarantine raw", List.of("1", "--out", "x"));
        commands.put("message html", List.of("1", "1", "--out", "x"));
        commands.put("message file", List.of("1", "1", "0", "--out", "x"));
        commands.put("customer add", List.of("--name", "x"));
        commands.put("customer link", List.of("1", "--address", "x@y.example"));
        commands.put("customer approver", List.of("1", "--contact", "1"));
        commands.put("credits grant", List.of("1", "--amount", "5", "--order", "x"));
        commands.putAll(ofSitesAndOrders());
        return commands;
    }

    /** Those that take a number and nothing else. */
    private static List<String> aboutOne() {
        return List.of(
                "ticket claim",
                "ticket release",
                "ticket wake",
                "ticket seen",
                "ticket show",
                "ticket clock",
                "ticket start",
                "ticket cancel",
                "ticket close",
                "ticket reopen",
                "ticket raise",
                "ticket quote",
                "customer show",
                "customer calendar",
                "customer pre-agree",
                "customer show-order",
                "customer cancel-order",
                "credits balance",
                "credits statement",
                "credits auto",
                "quarantine retry",
                "quarantine release");
    }

    private static Map<String, List<String>> ofSitesAndOrders() {
        return Map.of(
                "ticket site", List.of("1", "--site", "1"),
                "ticket severity", List.of("1", "high"),
                "customer site", List.of("1", "--name", "x"),
                "customer order", List.of("1", "--units", "25"),
                "customer paid", List.of("1", "--reference", "x"),
                "customer refund", List.of("1", "--units", "1", "--reason", "x"));
    }

    private static Set<String> everyCommand() {
        var all = new HashSet<String>();
        var line = Parley.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        for (String menu : List.of("ticket", "message", "customer", "credits", "quarantine")) {
            CommandLine commands = Objects.requireNonNull(line.getSubcommands().get(menu));
            commands.getSubcommands().keySet().forEach(name -> all.add(menu + " " + name));
        }
        return all;
    }
}
