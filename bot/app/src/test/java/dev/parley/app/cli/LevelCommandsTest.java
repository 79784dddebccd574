package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Severities, clocks and the queue on the command line, against a running bot. */
@ExtendWith(LiveDesk.Shared.class)
class LevelCommandsTest {
    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static int asked;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aCustomer(LiveDesk shared) {
        desk = shared;
        client = desk.client("levels", 100);
    }

    @Test
    void h02StaffSayHowUrgentATicketIsAndItIsAudited() {
        String ticket = ticket();
        assertThat(run("ticket", "severity", ticket, "minor")).isEqualTo("Severity: minor.\n");
        assertThat(run("ticket", "severity", ticket, "emergency", "--reason", "Orders fail."))
                .isEqualTo("Severity: emergency, before minor.\n");
        assertThat(run("ticket", "clock", ticket))
                .startsWith("Ticket " + ticket + ": unassessed, emergency, on demand; say what it is and takes\n");
        run("ticket", "assess", ticket, "--as", "incident", "--severity", "partial");
        assertThat(run("ticket", "clock", ticket))
                .startsWith("Ticket " + ticket + ": incident, partial, on demand; begin the work\n");
        assertThat(run("ticket", "show", ticket)).startsWith("Ticket " + ticket).contains("\nHistory\n");
    }

    @Test
    void whatCannotBeSetIsRefusedWithAReason() {
        String ticket = ticket();
        assertThat(refused("ticket", "severity", ticket, "dreadful"))
                .contains("there is no severity ‘dreadful’; give one of emergency, partial, annoying, minor");
        run("ticket", "assess", ticket, "--as", "feature");
        assertThat(refused("ticket", "severity", ticket, "minor")).contains("no date is promised for it (P-08)");
        run("ticket", "answer", ticket, "--text", "Noted.");
        run("ticket", "close", ticket);
        assertThat(refused("ticket", "severity", ticket, "minor")).contains("P-08");
        assertThat(refused("ticket", "clock", "4711")).contains("4711");
    }

    @Test
    void h06TheQueueHoldsWhatWaitsForStaffTheMostUrgentFirst() {
        String mild = ticket();
        run("ticket", "assess", mild, "--as", "incident", "--severity", "minor");
        String urgent = ticket();
        run("ticket", "assess", urgent, "--as", "incident", "--severity", "emergency");
        String quoted = ticket();
        run("ticket", "assess", quoted, "--as", "settings");
        String queue = run("ticket", "list", "--queue", "--max", "200");
        assertThat(queue.lines().map(line -> line.substring(0, 6).strip()))
                .containsSubsequence(urgent, mild)
                .doesNotContain(quoted);
        assertThat(queue)
                .containsPattern("(?m)^ *" + urgent + "  on demand  incident   emergency .*levels.* – begin the work");
    }

    private static String ticket() {
        return Long.toString(desk.asked(client, "Clock " + ++asked, "Where is it?"));
    }

    private String run(String... arguments) {
        ExitCode code = shell.ask(desk.demo().url(), desk.token("agent"), arguments);
        assertThat(code).as("%s: %s", String.join(" ", arguments), shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }

    private String refused(String... arguments) {
        ExitCode code = shell.ask(desk.demo().url(), desk.token("agent"), arguments);
        assertThat(code).isEqualTo(ExitCode.REFUSED);
        return shell.err();
    }
}
