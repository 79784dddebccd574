package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports on the command line, held against the ticket list, the clocks and the statement of the same customer. */
@ExtendWith(LiveDesk.Shared.class)
class ReportCommandsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static String who;
    private static String incident;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aMonthOfWork(LiveDesk shared) {
        desk = shared;
        client = desk.client("=reports", 100);
        who = "=reports (" + client.number() + ")";
        ReportCommandsTest month = new ReportCommandsTest();
        String answered = month.ticket("One");
        month.run("ticket", "assess", answered, "--as", "question");
        month.run("ticket", "answer", answered, "--text", "There.");
        String held = month.ticket("Two");
        month.run("ticket", "assess", held, "--as", "question");
        String quoted = month.ticket("Three");
        month.run("ticket", "assess", quoted, "--as", "settings");
        incident = month.ticket("Four");
        month.run("ticket", "assess", incident, "--as", "incident", "--severity", "emergency");
        month.run("ticket", "answer", incident, "--text", "It runs again.");
    }

    @Test
    void theTicketsOfAMonthAreThoseOfTheList() {
        JsonNode report = json("report", "tickets", "--by-customer");
        assertThat(rows(report))
                .containsExactlyInAnyOrder(
                        List.of(who, "incident", "emergency", "ANSWERED", "1"),
                        List.of(who, "work", "none", "ANSWERED", "1"),
                        List.of(who, "work", "none", "QUOTED", "1"),
                        List.of(who, "work", "none", "WORKING", "1"));
        assertThat(json("ticket", "list", "--max", "200")
                        .valueStream()
                        .filter(line -> line.path("customer").asString().equals("=reports"))
                        .map(line -> line.path("state").asString()))
                .containsExactlyInAnyOrder("ANSWERED", "ANSWERED", "QUOTED", "WORKING");
        assertThat(tickets(json("report", "tickets"))).as("the whole desk").isEqualTo(tickets(report));
        assertThat(run("report", "tickets", "--month", "2020-01")).endsWith("\n\nNothing.\n");
    }

    private static long tickets(JsonNode report) {
        return report.path("rows")
                .valueStream()
                .mapToLong(row -> row.path("numbers").path(0).asLong())
                .sum();
    }

    @Test
    void theUnitsOfAMonthAreThoseOfTheStatement() {
        JsonNode statement = json("credits", "statement", Long.toString(client.number()));
        assertThat(rows(json("report", "units", "--by-customer")))
                .containsExactly(List.of(
                        who,
                        "credit",
                        "none",
                        statement.path("opening").asString(),
                        "100",
                        "5",
                        "0",
                        "0",
                        "0",
                        statement.path("closing").asString(),
                        statement.path("reserved").asString(),
                        "0"));
        assertThat(statement.path("closing").asLong()).isEqualTo(95);
        assertThat(statement.path("reserved").asLong()).isEqualTo(5);
    }

    @Test
    void h04TheLevelsOfAMonthAreThoseOfTheClocks() {
        JsonNode clocks = json("ticket", "clock", incident).path("clocks");
        assertThat(clocks)
                .hasSize(2)
                .allMatch(clock -> clock.path("verdict").asString().equals("MET"));
        List<List<String>> incidents = rows(json("report", "levels", "--by-customer")).stream()
                .filter(row -> row.get(2).equals("incident"))
                .toList();
        assertThat(incidents)
                .extracting(row -> row.get(1), row -> row.get(3), row -> row.get(5), row -> row.get(9))
                .containsExactly(
                        tuple("first response", "emergency", "1", "100"), tuple("resolution", "emergency", "1", "100"));
        assertThat(incidents.get(1).get(12))
                .isEqualTo(clocks.path(1).path("targetMinutes").asString());
        assertThat(run("ticket", "show", incident))
                .contains("\nresolution of incident, level 1, on demand: within ")
                .containsPattern("\n  answered ")
                .contains("counted, kept: it was due ");
    }

    @Test
    void aReportIsAlsoForSpreadsheetsAndAChart() {
        assertThat(run("report", "units", "--by-customer", "--csv"))
                .startsWith("\uFEFFcustomer,unit,")
                .contains("\"'" + who + "\",credit,none,");
        assertThat(run("report", "levels", "--svg")).startsWith("<svg ").contains("<title id=\"title\">Response");
        assertThat(shell.ask(desk.demo().url(), desk.token("agent"), "report", "tickets", "--csv", "--svg"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.ask(desk.demo().url(), desk.token("agent"), "report", "tickets", "--month", "May"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("‘month’ is ‘May’; give one such as 2026-11.");
        assertThat(shell.ask(desk.demo().url(), desk.token("agent"), "report", "units", "--month", "0000-01", "--csv"))
                .isEqualTo(ExitCode.USAGE);
    }

    private String ticket(String subject) {
        return Long.toString(desk.asked(client, "Report " + subject, "Where is it?"));
    }

    private JsonNode json(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add("--json");
        return JSON.readTree(run(line.toArray(String[]::new)));
    }

    /** Those of our customer, cell by cell. */
    private static List<List<String>> rows(JsonNode report) {
        return report.path("rows")
                .valueStream()
                .filter(row -> row.path("names").path(0).asString().equals(who))
                .map(row -> Stream.concat(
                                row.path("names").valueStream(),
                                row.path("numbers").valueStream())
                        .map(cell -> cell.asString(""))
                        .toList())
                .toList();
    }

    private String run(String... arguments) {
        ExitCode code = shell.ask(desk.demo().url(), desk.token("agent"), arguments);
        assertThat(code).as("%s: %s", String.join(" ", arguments), shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }
}
