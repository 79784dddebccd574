package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./parley customer order}, {@code orders}, {@code paid} … against a running bot. */
@ExtendWith(LiveDesk.Shared.class)
class OrderCommandsTest {
    private static LiveDesk desk;

    private final Shell shell = new Shell();

    @BeforeAll
    static void theDesk(LiveDesk shared) {
        desk = shared;
    }

    @Test
    void c01TheSevenPackagesAreOnSale() {
        assertThat(run("agent", "customer", "packages")
                        .lines()
                        .map(line -> line.strip().replaceAll(" .*", "")))
                .containsExactly("25", "50", "100", "200", "300", "400", "500");
    }

    @Test
    void c05AnOrderIsPlacedPaidOnceAndListed() {
        String customer = Long.toString(desk.client("orders", 0).number());
        String ordered = run("billing", "customer", "order", customer, "--units", "50", "--reference", "PO-1");
        String order = ordered.strip().replaceAll(" .*\n?", "");
        assertThat(ordered)
                .matches(" *\\d+  OPEN         customer " + customer
                        + ": 50 for \\d+\\.\\d\\d USD, to be paid by \\S+Z\n");
        assertThat(run("billing", "customer", "order", customer, "--units", "50", "--reference", "PO-1"))
                .isEqualTo(ordered);
        assertThat(run("agent", "customer", "orders", "--open", "--max", "200")).contains(ordered);

        assertThat(run("billing", "customer", "paid", order, "--reference", "INV-9"))
                .matches("Paid\\. " + order + "  PAID +customer " + customer
                        + ": 50 for .*, paid at \\S+Z \\(INV-9\\)\n");
        assertThat(run("billing", "customer", "paid", order, "--reference", "INV-9"))
                .startsWith("Paid before by the same; nothing changed. ");
        assertThat(run("agent", "credits", "balance", customer)).startsWith("Balance 50, ");
        assertThat(run("agent", "credits", "statement", customer)).contains("order:" + order);
        assertThat(run("agent", "customer", "orders", "--customer", customer)).contains("(INV-9)");
        assertThat(run("agent", "customer", "orders", "--open", "--max", "200"))
                .doesNotContain("customer " + customer + ":");
        assertThat(run("agent", "customer", "show-order", order))
                .contains("  paid by billing: ", "  ordered by billing: 50 for ");
        refused("paid before by INV-9", "billing", "customer", "paid", order, "--reference", "INV-10");
        refused("refund its unspent credits instead", "billing", "customer", "cancel-order", order);
    }

    @Test
    void anOrderIsCancelledBeforeItIsPaid() {
        String customer = Long.toString(desk.client("canceller", 0).number());
        String order = run("billing", "customer", "order", customer, "--units", "25")
                .strip()
                .replaceAll(" .*", "");
        assertThat(run("billing", "customer", "cancel-order", order)).contains("CANCELLED");
        assertThat(run("agent", "customer", "orders", "--customer", customer)).contains("CANCELLED");
    }

    @Test
    void onlyBillingOrdersAndSettlesAndWhatCannotBeIsSaid() {
        String customer = Long.toString(desk.client("unbilled", 0).number());
        refused("billing", "agent", "customer", "order", customer, "--units", "50");
        refused("billing", "agent", "customer", "paid", "1", "--reference", "x");
        refused("billing", "agent", "customer", "cancel-order", "1");
        refused("There is no order 999999", "billing", "customer", "paid", "999999", "--reference", "x");
        refused("There is no customer 999999", "billing", "customer", "order", "999999", "--units", "50");
        refused(ExitCode.USAGE, "there is no package of 51", "billing", "customer", "order", customer, "--units", "51");
        refused(
                ExitCode.USAGE,
                "mark that as paid",
                "billing",
                "credits",
                "grant",
                customer,
                "--amount",
                "5",
                "--order",
                "order:1");
    }

    private void refused(String why, String login, String... command) {
        refused(ExitCode.REFUSED, why, login, command);
    }

    private void refused(ExitCode code, String why, String login, String... command) {
        assertThat(shell.ask(desk.demo().url(), desk.token(login), command)).isEqualTo(code);
        assertThat(shell.err()).contains(why);
    }

    private String run(String login, String... command) {
        ExitCode code = shell.ask(desk.demo().url(), desk.token(login), command);
        assertThat(code).as("%s: %s", String.join(" ", command), shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }
}
