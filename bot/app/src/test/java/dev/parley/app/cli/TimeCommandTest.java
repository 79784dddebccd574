package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoDesk;
import dev.parley.core.contract.ContractId;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.port.Plans;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.ticket.TicketId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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
    void h09TheAccountManagerPlansAMonthAndTheCustomersYesMakesTickets() {
        LiveDesk.Client planned = desk.client("planned", 0);
        String contract = "P-" + planned.number();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String month = YearMonth.from(today).toString();
        String create = "contract new-hours " + contract + " --customer " + planned.number() + " --from "
                + today.withDayOfMonth(1) + " --zone UTC --minutes 600 --fee 100000 --per-hour 12000 --currency USD"
                + " --work development";
        assertThat(failed(desk.token("billing"), create, ExitCode.REFUSED)).contains("has no account manager");
        assertThat(run(desk.token("billing"), create + " --manager worker")).contains(contract);
        String plan = "contract plan " + contract + " --month " + month;
        assertThat(failed(worker, plan, ExitCode.REFUSED)).contains("plan of contract " + contract);
        assertThat(failed(desk.token("agent"), plan + " --task development:120:Sitemap", ExitCode.REFUSED))
                .contains("is not the account manager");
        assertThat(failed(worker, plan + " --task nonsense", ExitCode.USAGE)).contains("is no task");
        assertThat(failed(worker, plan + " --task juggling:5:Balls", ExitCode.USAGE))
                .contains("no work ‘juggling’");
        assertThat(run(worker, plan + " --task development:120:Sitemap"))
                .contains("version 1, 120 minutes, not agreed to yet\n  Sitemap (development), 120 minutes\n");
        String yes = "contract plan-agreed " + contract + " --month " + month
                + " --by alice@customer.example --message mail-9 --plan-version ";
        assertThat(failed(worker, yes + 2, ExitCode.REFUSED)).contains("The newest version of that plan is 1");
        assertThat(run(worker, yes + 1)).contains("agreed to by alice@customer.example", "120 minutes, ticket ");
        assertThat(page(planned, contract, month)).contains("Agreed by alice@customer.example", "Sitemap: about 120");
        assertThat(failed(worker, yes + 1, ExitCode.REFUSED)).contains("was agreed to before");
        assertThat(run(worker, plan)).contains("agreed to by alice@customer.example");
    }

    @Test
    void h10TheInvoiceOfACycleIsAPaper(@TempDir Path folder) throws IOException {
        LiveDesk.Client billed = desk.client("billed", 0);
        String contract = "B-" + billed.number();
        YearMonth first =
                YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC)).minusMonths(2);
        run(
                desk.token("billing"),
                "contract new-hours " + contract + " --customer " + billed.number() + " --from " + first.atDay(1)
                        + " --zone UTC --minutes 600 --fee 100000 --per-hour 12000 --currency USD --months 12"
                        + " --work development --manager worker");
        run(worker, "contract discount " + contract + " --note agreed-by-phone");
        Await.until(
                "an invoice", () -> run(worker, "contract invoices " + contract).contains(contract + "-" + first));
        Path file = folder.resolve("invoice.pdf");
        run(worker, "paper invoice " + contract + " " + first + " --out " + file);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        assertThat(failed(worker, "paper invoice " + contract + " 2020-01 --out " + file, ExitCode.REFUSED))
                .contains("invoice " + contract + "-2020-01");
    }

    @Test
    void aCustomerHasACalendarOfTheDeskFile() {
        String calendar = "customer calendar " + client.number();
        assertThat(run(worker, calendar)).contains("the desk's open hours");
        assertThat(failed(worker, calendar + " --name office", ExitCode.REFUSED))
                .contains("role billing");
        assertThat(failed(desk.token("billing"), calendar + " --name moon", ExitCode.USAGE))
                .contains("There is no calendar ‘moon’; give one of office, or none.");
        assertThat(run(desk.token("billing"), calendar + " --name office")).contains("calendar office");
        assertThat(run(desk.token("billing"), calendar + " --name desk")).contains("the desk's open hours");
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

    /** What the link in the mail shows. */
    private static String page(LiveDesk.Client of, String contract, String month) {
        String name = DemoDesk.SUPPORT_PACKAGES.name();
        Plans.Kept plan = desk.demo()
                .bot()
                .part(Store.class)
                .transact(tx -> tx.plans()
                        .newest(new ContractId(name, contract), YearMonth.parse(month))
                        .orElseThrow());
        Pointer pointer =
                new Pointer(new TicketId(name, plan.number()), plan.plan().version(), of.contact());
        String token = desk.demo().bot().part(Marks.class).planToken(pointer);
        return desk.fetched("/plan/" + name + "/" + token);
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
