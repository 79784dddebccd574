package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.Demo;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.AuditLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./parley contract} against a running bot: what it prints, and what it refuses. */
@ExtendWith(LiveDesk.Shared.class)
class ContractCommandTest {
    private static LiveDesk desk;
    private static String manager;
    private static int made;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aManager(LiveDesk shared) {
        desk = shared;
        manager = desk.enroll("morgan", Role.AGENT);
    }

    @Test
    void p15AContractOnPointsIsMadeAmendedAndEnded() {
        String number = "P-" + ++made;
        String customer = customer();
        String one = site(customer, "shop.example");
        String two = site(customer, "blog.example");
        String head = number + "  POINTS of customer " + customer + ", from 2090-01-15 (Europe/Berlin)";
        String first = "\n  v1 from 2090-01: site " + one + " 40, site " + two + " 10; an extra point 25.00 USD; "
                + "charged without asking up to 0\n";
        assertThat(billing("new-points " + number + " --customer " + customer
                        + " --from 2090-01-15 --zone Europe/Berlin --site " + one + "=40 --site " + two
                        + "=10 --extra-point 2500"
                        + " --currency USD"))
                .isEqualTo(head + first);
        assertThat(billing("amend " + number + " --from 2090-05 --accepted-up-to 3"))
                .isEqualTo(head + first
                        + "  v2 from 2090-05: site " + one + " 40, site " + two + " 10; an extra point 25.00 USD; "
                        + "charged without asking up to 3\n");
        assertThat(billing("amend " + number + " --from 2090-05 --site " + one + "=50 --extra-point 0"))
                .endsWith("\n  v3 from 2090-05: site " + one + " 50; charged without asking up to 3\n");
        assertThat(billing("end " + number + " --months 12"))
                .startsWith(head + " until 2091-01-14T23:00:00Z\n  v1 from ");
        assertThat(refused("end " + number + " --months 13"))
                .contains("Contract " + number + " ends after 12 months already; make a new contract to go on.");
    }

    @Test
    void p14PointsGoToSitesOfTheContractsOwnCustomer() {
        String mine = customer();
        String others = site(customer(), "other.example");
        String own = site(mine, "shop.example");
        String line = "new-points P-" + ++made + " --customer " + mine + " --from 2090-01-15 --zone Europe/Berlin";
        assertThat(usage(line + " --site " + others + "=40"))
                .contains("names site " + others + ", which is not one of customer " + mine + "'s: " + own
                        + " (shop.example).");
        String number = "P-" + made;
        assertThat(billing(line + " --site " + own + "=40")).contains("site " + own + " 40");
        assertThat(usage("amend " + number + " --from 2090-05 --site " + others + "=50"))
                .contains("names site " + others);
    }

    @Test
    void h09APackageHasAnAccountManagerOfTheDesk() {
        String number = "H-" + ++made;
        String line = "new-hours " + number + " --customer " + customer()
                + " --from 2090-01-31 --months 12 --zone Europe/Berlin --minutes 600 --fee 100000 --per-hour 12000"
                + " --currency USD --work troubleshooting,training";
        assertThat(refused(line))
                .contains("Contract " + number + " has no account manager; assign one, then activate it.");
        assertThat(usage(line + " --manager nobody")).contains("Nobody at the desk has the log-in ‘nobody’");
        assertThat(billing(line + " --manager morgan"))
                .contains(", managed by morgan\n  v1 from 2090-01: 600 minutes for 1000.00 USD; beyond 120.00 USD an "
                        + "hour in steps of 15 minutes; training, troubleshooting\n");
        assertThat(billing("manager " + number + " --login agent")).contains(", managed by agent\n");
    }

    @Test
    void h15OnlyTheAccountManagerGroupsAndDiscounts() {
        String number = hours();
        String group = "group " + number + " --first 2090-03 --requested-by alice@customer.example"
                + " --request mail-1 --note telephone-1";
        assertThat(refused(group)).contains("Billing is not the account manager of contract " + number);
        assertThat(run(manager, group))
                .contains("\nGrouped: 2090-03 and 2090-04, asked by alice@customer.example, agreed by morgan\n");
        assertThat(run(manager, "discount " + number + " --note telephone-2")).contains("\nDiscount: 10 percent\n");
        assertThat(billing("amend " + number + " --from 2090-05 --minutes 900 --cap 60 --ask-first"))
                .contains("\n  v2 from 2090-05: 900 minutes for 1000.00 USD; beyond 120.00 USD an hour in steps of "
                        + "15 minutes, at most 60 minutes, after asking; ");
        assertThat(billing("amend " + number + " --from 2090-06 --cap -1 --no-ask-first"))
                .contains("\n  v3 from 2090-06: 900 minutes for 1000.00 USD; beyond 120.00 USD an hour in steps of "
                        + "15 minutes; ");
        TicketReads reads = desk.demo().bot().part(TicketReads.class);
        assertThat(reads.audit(Demo.DESK, "contract " + number, 9))
                .extracting(AuditLine::what)
                .contains("grouped from 2090-03", "discount of 10 percent: telephone-2");
    }

    @Test
    void contractsAreListedByNumber() {
        String number = hours();
        assertThat(billing("list --max 200")).contains(number + "  HOURS of customer ");
        assertThat(billing("list --after zzz")).isEqualTo("No contracts.\n");
        assertThat(billing("show " + number)).startsWith(number + "  HOURS");
        assertThat(refused("show NONE")).contains("There is no contract NONE.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --zone Moon                      | ‘zone’ is ‘Moon’; give one such as Europe/Berlin.
        --zone UTC --anchor 32           | anchor day 32 is not 1 to 31
        --zone UTC --work juggling       | There is no kind of work ‘juggling’; give one of monitoring,
        --zone UTC --currency dollars    | ‘currency’ is ‘dollars’; give one such as USD.
        --zone UTC --months 0            | a term of 0 months is not 1 to 120
        --zone UTC --cap 5 --step 90     | in steps of 90 minutes
        """)
    void whatIsWrongIsSaidInWords(String options, String words) {
        String currency = options.contains("--currency") ? "" : " --currency USD";
        assertThat(usage(
                        "new-hours X --customer " + customer() + " --from 2090-01-31 --minutes 600 --fee 1 --per-hour 1"
                                + " --manager morgan " + options + currency))
                .contains(words);
    }

    @Test
    void p23WhoIsNotOfBillingMakesNoContract() {
        assertThat(failed(
                        manager, "new-points X --customer 1 --from 2090-01-01 --zone UTC --site 1=4", ExitCode.REFUSED))
                .contains("morgan does not have the role billing that this needs.");
        assertThat(failed(manager, "amend X --from 2090-01 --site 1=4", ExitCode.REFUSED))
                .contains("role billing");
        assertThat(failed(manager, "end X --months 1", ExitCode.REFUSED)).contains("role billing");
        assertThat(failed(manager, "manager X --login morgan", ExitCode.REFUSED))
                .contains("role billing");
    }

    // ---- how

    private String hours() {
        String number = "H-" + ++made;
        billing("new-hours " + number + " --customer " + customer() + " --from 2090-01-31 --months 24 --anchor 15"
                + " --zone Europe/Berlin --minutes 600 --fee 100000 --per-hour 12000 --currency USD --manager morgan");
        return number;
    }

    private static String customer() {
        return Long.toString(desk.client("contract-" + ++made, 0).number());
    }

    private String site(String customer, String name) {
        assertThat(shell.ask(desk.demo().url(), desk.token("billing"), "customer", "site", customer, "--name", name))
                .as(shell.err())
                .isEqualTo(ExitCode.OK);
        Matcher number = Pattern.compile("\\d+").matcher(shell.out());
        assertThat(number.find()).as(shell.out()).isTrue();
        return number.group();
    }

    private String billing(String line) {
        return run(desk.token("billing"), line);
    }

    private String refused(String line) {
        return failed(desk.token("billing"), line, ExitCode.REFUSED);
    }

    private String usage(String line) {
        return failed(desk.token("billing"), line, ExitCode.USAGE);
    }

    private String run(String token, String line) {
        ExitCode code = shell.ask(desk.demo().url(), token, ("contract " + line).split(" "));
        assertThat(code).as("%s: %s", line, shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }

    private String failed(String token, String line, ExitCode expected) {
        ExitCode code = shell.ask(desk.demo().url(), token, ("contract " + line).split(" +"));
        assertThat(code).as("%s: %s", line, shell.out()).isEqualTo(expected);
        return shell.err();
    }
}
