package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.core.port.Staff.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./parley time} against a running bot: what it prints, and what it refuses. */
@ExtendWith(LiveDesk.Shared.class)
class TimeCommandTest {
    private static LiveDesk desk;
    private static String worker;
    private static LiveDesk.Client client;
    private static Instant now;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aPackage(@LiveDesk.Hours LiveDesk shared) {
        desk = shared;
        worker = desk.enroll("worker", Role.AGENT);
        client = desk.client("timed", 0);
        now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void h11TimeIsEnteredByHandAndPaidByThePackageThenOverIt() {
        long ticket = desk.asked(client, "Timed", "Where is it?");
        String early = "time add " + ticket + " --work development --minutes 50 --from " + now.minusSeconds(7200);
        assertThat(failed(worker, early, ExitCode.REFUSED)).contains("assess it first");
        String contract = "T-" + ticket;
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String made = run(
                desk.token("billing"),
                "contract new-hours " + contract + " --customer " + client.number() + " --from " + today.minusDays(9)
                        + " --anchor " + today.minusDays(9).getDayOfMonth()
                        + " --zone UTC --minutes 60 --fee 100000 --per-hour 12000 --currency USD --ask-first"
                        + " --work development --manager worker");
        assertThat(made).contains("60 minutes for 1000.00 USD");
        desk.done("/tickets/" + ticket + "/assess", "{\"as\": \"development\"}");
        String line = "time add " + ticket + " --work development --minutes 50 --from " + now.minusSeconds(7200);
        assertThat(run(worker, line))
                .matches("entry \\d+\n  \\S+ 50 minutes: 50 in package, 0 over, 0 open \\(" + contract
                        + ", \\d{4}-\\d\\d\\)\n  told: USED_80\n");
        assertThat(failed(worker, line, ExitCode.REFUSED)).contains("was entered before; enter only what is new.");
        String month = run(worker, "time list " + ticket).replaceAll("(?s).*, (\\d{4}-\\d\\d)\\).*", "$1");
        assertThat(run(
                        worker,
                        "contract overage " + contract + " --month " + month
                                + " --minutes 5 --by alice@customer.example --message mail-1"))
                .contains("after asking");
        assertThat(run(
                        worker,
                        "time add " + ticket + " --work development --minutes 20 --from " + now.minusSeconds(3600)))
                .contains("20 minutes: 10 in package, 5 over, 5 open")
                .contains("told: USED_95, USED_100, OVERAGE_ASKED");
        assertThat(failed(
                        worker,
                        "time add " + ticket + " --work training --minutes 5 --from " + now.minusSeconds(1800),
                        ExitCode.REFUSED))
                .contains("No package covers this");
        assertThat(run(worker, "contract invoices " + contract)).isEqualTo("No invoices.\n");
        assertThat(run(desk.token("agent"), "time list " + ticket).lines().filter(l -> l.startsWith("entry ")))
                .hasSize(2);
    }

    @Test
    void h11AWrongEntryIsTakenBackWithItsReason() {
        long ticket = desk.asked(client, "Corrected", "Where was it?");
        desk.done("/tickets/" + ticket + "/assess", "{\"as\": \"training\", \"amount\": 30, \"scope\": \"A lesson\"}");
        desk.decided(client, ticket, 1, true);
        String line = "time add " + ticket + " --work training --minutes 20 --from " + now.minusSeconds(9000);
        String entry = run(worker, line).replaceAll("(?s)entry (\\d+).*", "$1");
        String correct = "time correct " + entry + " --reason wrong-day";
        assertThat(run(worker, correct)).contains("20 minutes: on demand\n  taken back by worker at ", ": wrong-day\n");
        assertThat(failed(worker, correct, ExitCode.REFUSED)).contains("was taken back before, because wrong-day");
        assertThat(run(worker, "time list " + ticket)).contains("taken back by worker");
        assertThat(failed(worker, "time correct 999999 --reason x", ExitCode.REFUSED))
                .contains("There is no entry 999999");
        assertThat(run(worker, line)).contains("20 minutes: on demand");
    }

    @Test
    void aStopwatchIsOneAPersonAndWhatIsWrongIsSaid() {
        long ticket = desk.asked(client, "Watched", "Where is it?");
        desk.done("/tickets/" + ticket + "/assess", "{\"as\": \"training\", \"amount\": 30, \"scope\": \"A lesson\"}");
        assertThat(failed(worker, "time start " + ticket + " --work development", ExitCode.REFUSED))
                .contains("wait for the yes");
        desk.decided(client, ticket, 1, true);
        assertThat(failed(worker, "time stop", ExitCode.REFUSED)).contains("No stopwatch of worker runs");
        assertThat(run(worker, "time start " + ticket + " --work development"))
                .startsWith("Your stopwatch runs on ticket " + ticket + " since ");
        assertThat(failed(worker, "time start " + ticket + " --work development", ExitCode.REFUSED))
                .contains("The stopwatch of worker runs on ticket " + ticket);
        assertThat(failed(
                        worker,
                        "time add 999999 --work development --minutes 5 --from 2026-01-01T00:00:00Z",
                        ExitCode.REFUSED))
                .contains("There is no ticket 999999");
        assertThat(failed(
                        worker,
                        "time add " + ticket + " --work juggling --minutes 5 --from 2026-01-01T00:00:00Z",
                        ExitCode.USAGE))
                .contains("There is no kind of work ‘juggling’");
        assertThat(failed(
                        worker,
                        "time add " + ticket + " --work development --minutes 5 --from 2999-01-01T00:00:00Z",
                        ExitCode.REFUSED))
                .contains("The work would end after now; enter time once it was worked.");
        assertThat(failed(
                        desk.enroll("seller", Role.BILLING),
                        "time start " + ticket + " --work training",
                        ExitCode.REFUSED))
                .contains("role agent");
    }

    private String run(String token, String line) {
        ExitCode code = shell.ask(desk.demo().url(), token, line.split(" "));
        assertThat(code).as("%s: %s", line, shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }

    private String failed(String token, String line, ExitCode expected) {
        ExitCode code = shell.ask(desk.demo().url(), token, line.split(" "));
        assertThat(code).as("%s: %s", line, shell.out()).isEqualTo(expected);
        return shell.err();
    }
}
