package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.core.ticket.StateName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./parley ticket}, {@code customer} and {@code credits} against a running bot: what they print. */
@ExtendWith(LiveDesk.Shared.class)
class StaffCommandsTest {
    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static int asked;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aCustomer(LiveDesk shared) {
        desk = shared;
        client = desk.client("cli", 1000);
    }

    // ---- tickets

    @Test
    void aTicketIsWorkedOnFromTheFirstPriceToTheDispute(@TempDir Path directory) throws IOException {
        long ticket = ticket();
        Path answer =
                Files.writeString(directory.resolve("answer.txt"), "The sender address was wrong – it is set now.");
        does("ticket 1: QUOTED (T13)", ticket, "assess", "--as", "settings");
        does("ticket 1: QUOTED (T35)", ticket, "reassess", "--as", "investigation", "--reason", "It is more.");
        does("ticket 1: QUOTED (T28)", ticket, "reply", "--text", "It includes the shop in Austria.");
        desk.decided(client, ticket, 2, true);
        does("ticket 1: WORKING (T66)", ticket, "start");
        does("ticket 1: WORKING (T73)", ticket, "ask", "--text", "Which shop?");
        does("ticket 1: WORKING (T61)", ticket, "reassess", "--as", "settings");
        does("ticket 1: ANSWERED (T60)", ticket, "answer", "--text", "@" + answer);
        does("ticket 1: ANSWERED (T96)", ticket, "dispute", "--reason", "Too dear.");
        assertThat(run("referee", "ticket", "settle", id(ticket), "--refund", "4", "--reason", "Agreed."))
                .isEqualTo("ticket " + ticket + ": ANSWERED (T97)\n");
        does("ticket 1: CLOSED (T90)", ticket, "close");
        does("ticket 1: WORKING (T94)", ticket, "reopen");
        does("ticket 1: agent has it", ticket, "claim");
        does("ticket 1: nobody has it", ticket, "release");
        does("ticket 1: referee has it", ticket, "assign", "--to", "referee");
        String tomorrow = Instant.now()
                .plus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        does("ticket 1: referee has it, asleep until " + tomorrow, ticket, "snooze", "--until", tomorrow);
        does("ticket 1: referee has it", ticket, "wake");
        does("ticket 1: referee has it, asleep until " + tomorrow, ticket, "snooze", "--until", tomorrow);
        does("ticket 1: noted", ticket, "note", "--text", "Has anybody seen this before?");
        String shown = run("agent", "ticket", "show", id(ticket));
        assertThat(shown)
                .startsWith("Ticket %d: From the shell %d\nCustomer: cli, asked by cli <%s>\n"
                        .formatted(ticket, asked, client.address()))
                .contains("\nStaff: referee has it, asleep until 20")
                .contains("\nReserved: 0, charged: 6\n")
                .contains("Has anybody seen this before?")
                .contains("\n\nQuotes\n  v1 10 for settings: SUPERSEDED\n  v2 20 for investigation: ACCEPTED by ")
                .contains(", in the words “yes”")
                .contains("\n\nMessages\n")
                .contains("    Where is it?\n")
                .contains("The sender address was wrong – it is set now.")
                .contains("\n\nHistory\n")
                .containsPattern("(?m)^  \\S+T\\d\\d:\\d\\d:\\d\\dZ T13 ASSESSING → QUOTED$")
                .containsPattern("(?m)^  \\S+Z T94 CLOSED → WORKING$");
    }

    @Test
    void aListIsOneLineATicketAndNewestFirst() {
        long older = ticket();
        long newer = ticket();
        does("ticket 1: CLOSED_UNPAID (T16)", newer, "cancel");
        String all = run("agent", "ticket", "list", "--max", "200");
        String closed = run("agent", "ticket", "list", "--state", "CLOSED_UNPAID");
        assertThat(all.lines())
                .containsSubsequence(
                        "%6d  CLOSED_UNPAID cli                  From the shell %d".formatted(newer, asked),
                        "%6d  ASSESSING     cli                  From the shell %d".formatted(older, asked - 1));
        assertThat(closed).contains("%6d  CLOSED_UNPAID".formatted(newer)).doesNotContain("ASSESSING");
        assertThat(run("agent", "ticket", "list", "--state", "NEW")).isEqualTo("No tickets.\n");
        assertThat(run("agent", "ticket", "list", "--max", "1").lines()).hasSize(1);
    }

    @Test
    void modificationsRaisesMergesAndEndsAreCommandsToo() {
        long modified = ticket();
        does("ticket 1: QUOTED (T13)", modified, "quote", "--amount", "50", "--scope", "A report");
        does("ticket 1: CLOSED_UNPAID (T70)", modified, "take-back", "--reason", "It cannot be done.");
        does("ticket 1: CLOSED_UNPAID (T15)", ticket(), "refuse", "--reason", "Not with this product.");
        does("ticket 1: MERGED (T74)", ticket(), "merge", "--into", id(ticket()));
        long raised = ticket();
        does("ticket 1: WORKING (T08)", raised, "assess", "--as", "question");
        does("ticket 1: WORKING (T66)", raised, "start");
        does("ticket 1: REQUOTED (T64)", raised, "reassess", "--as", "settings");
        does("ticket 1: WORKING (T83)", raised, "raise", "--finish", "--reason", "It is nearly done.");
        does("ticket 1: CANCEL_REVIEW (T68)", raised, "cancel");
        does("ticket 1: CLOSED (T69)", raised, "cancel", "--due", "2", "--reason", "Half was done.");
        long child = Long.parseLong(
                run("agent", "ticket", "split", id(ticket()), "--subject", "Key", "--text", "And where is the key?")
                        .strip());
        assertThat(desk.state(child)).isEqualTo(StateName.ASSESSING);
    }

    @Test
    void asJsonTheBotsAnswerIsPrintedAsItIs() {
        long ticket = ticket();
        assertThat(run("agent", "ticket", "assess", id(ticket), "--as", "question", "--json"))
                .isEqualTo("""
                    {
                      "ticket" : %d,
                      "rule" : "T08",
                      "state" : "WORKING"
                    }
                    """.formatted(ticket));
    }

    // ---- customers and credits

    @Test
    void aCustomerIsMadeLinkedAndAgreesInAdvance() {
        String number = run("billing", "customer", "add", "--name", "Gamma Ltd").strip();
        String link = run(
                "billing",
                "customer",
                "link",
                number,
                "--address",
                "Dora@Gamma.example",
                "--name",
                "Dora",
                "--language",
                "de",
                "--approver");
        assertThat(link).matches("\\d+  Dora <dora@gamma\\.example>, may agree to charges\n");
        String contact = link.replaceAll(" .*\n", "");
        String people = "\n\nPeople\n  " + contact + "  Dora <dora@gamma.example>";
        String nothing = "\nBalance 0, reserved 0, available 0";

        assertThat(run("billing", "customer", "approver", number, "--contact", contact, "--take"))
                .isEqualTo(contact + "  Dora <dora@gamma.example>\n");
        assertThat(run("billing", "customer", "pre-agree", number, "--up-to", "20"))
                .isEqualTo(number + "  Gamma Ltd\nAgreed in advance up to 20" + nothing + people + "\n");
        assertThat(run("billing", "customer", "pre-agree", number))
                .isEqualTo(number + "  Gamma Ltd" + nothing + people + "\n");
        assertThat(run("billing", "customer", "approver", number, "--contact", contact))
                .endsWith(", may agree to charges\n");
        assertThat(run("agent", "customer", "show", number))
                .isEqualTo(number + "  Gamma Ltd" + nothing + people + ", may agree to charges\n");
        long before = Long.parseLong(number) - 1;
        assertThat(run("agent", "customer", "list", "--after", Long.toString(before), "--max", "1"))
                .isEqualTo("%6s  Gamma Ltd\n".formatted(number));
        assertThat(run("agent", "customer", "list", "--after", "1000000")).isEqualTo("No customers.\n");
    }

    @Test
    void creditsAreGrantedOncePerOrderAndStated() {
        LiveDesk.Client buyer = desk.client("buyer", 0);
        String number = id(buyer.number());
        assertThat(run("billing", "credits", "grant", number, "--amount", "25", "--order", "A-1", "--cost", "2500"))
                .isEqualTo("Paid in. Balance 25, reserved 0, available 25\n");
        assertThat(run("billing", "credits", "grant", number, "--amount", "25", "--order", "A-1", "--cost", "2500"))
                .isEqualTo("This order was paid in before; nothing changed. Balance 25, reserved 0, available 25\n");
        long ticket = desk.asked(buyer, "Bought", "Where is it?");
        does("ticket 1: WORKING (T08)", ticket, "assess", "--as", "question");
        assertThat(run("agent", "credits", "balance", number)).isEqualTo("Balance 25, reserved 5, available 20\n");
        does("ticket 1: ANSWERED (T60)", ticket, "answer", "--text", "There.");
        String statement = run("agent", "credits", "statement", number);
        assertThat(statement)
                .startsWith("Opening 0\n")
                .containsPattern("(?m)^  \\S+Z  GRANT +\\+25  reserved +\\+0  A-1$")
                .containsPattern("(?m)^  \\S+Z  HOLD +\\+0  reserved +\\+5  Q-" + ticket + "-1$")
                .endsWith("\nClosing 20, of which reserved 0\n");
        assertThat(run("agent", "credits", "statement", number, "--until", "2020-01-01T00:00:00Z"))
                .isEqualTo("Opening 0\nClosing 0, of which reserved 0\n");
        assertThat(run(
                        "agent",
                        "credits",
                        "statement",
                        number,
                        "--from",
                        "9000-01-01T00:00:00Z",
                        "--until",
                        "9001-01-01T00:00:00Z"))
                .isEqualTo("Opening 20\nClosing 20, of which reserved 0\n");
    }

    // ---- how

    private static long ticket() {
        return desk.asked(client, "From the shell " + ++asked, "Where is it?");
    }

    /** {@code expected}: with 1 for the ticket's number. */
    private void does(String expected, long ticket, String command, String... options) {
        List<String> line = new ArrayList<>(List.of("ticket", command, id(ticket)));
        line.addAll(Arrays.asList(options));
        assertThat(run("agent", line.toArray(String[]::new)))
                .isEqualTo(expected.replace("ticket 1:", "ticket " + ticket + ":") + "\n");
    }

    /** What a line that succeeds prints. */
    private String run(String login, String... arguments) {
        ExitCode code = shell.ask(desk.demo().url(), desk.token(login), arguments);
        assertThat(code).as("%s: %s", String.join(" ", arguments), shell.err()).isEqualTo(ExitCode.OK);
        assertThat(shell.err()).isEmpty();
        return shell.out();
    }

    private static String id(long number) {
        return Long.toString(number);
    }
}
