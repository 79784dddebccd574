package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.Demo;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./parley feature} against a running bot, and who may not do what. */
@ExtendWith(LiveDesk.Shared.class)
class FeatureCommandsTest {
    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static int asked;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aCustomer(LiveDesk shared) {
        desk = shared;
        client = desk.client("wishes", 0);
    }

    @Test
    void p05p08AWishIsFollowedFromTheAssessmentOn() {
        long ticket = wish();
        String product = desk.enroll("pim", Role.PRODUCT);
        assertThat(run(product, "feature", "list", "--max", "1"))
                .isEqualTo("%6d  received     wishes               A longer list %d\n".formatted(ticket, asked));
        assertThat(say(product, ticket, "under-review", "Many ask for it."))
                .isEqualTo("ticket " + ticket + ": under-review\n");
        assertThat(say(desk.token("agent"), ticket, "planned", "It fits."))
                .isEqualTo("ticket " + ticket + ": planned\n");
        assertThat(run(product, "feature", "show", Long.toString(ticket)).lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("planned"),
                        line -> assertThat(line).endsWith("  received"),
                        line -> assertThat(line).endsWith("  under-review  Many ask for it."),
                        line -> assertThat(line).endsWith("  planned  It fits."));
        assertThat(run(product, "feature", "list", "--status", "planned")).contains("%6d".formatted(ticket));
        assertThat(run(product, "feature", "list", "--status", "delivered")).isEqualTo("No wishes.\n");
    }

    @Test
    void p08AReasonThatSaysWhenIsRefusedAndExplained() {
        assertThat(refused(desk.token("agent"), wish(), "planned", "You have it next month."))
                .contains("‘next month’ says when")
                .contains("say it without a date");
    }

    @Test
    void p23p24WhatARoleDoesNotAllowIsRefusedAndWrittenDown() {
        String ann = desk.enroll("ann", Role.AGENT, Role.PRODUCT);
        String path = "/customers/" + client.number() + "/credits";
        var refused = desk.post(ann, path, "{\"amount\": 25, \"reference\": \"gift\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("ann does not have the role billing that this needs");
        assertThat(desk.demo().bot().part(TicketReads.class).audit(Demo.DESK, "staff ann", 1))
                .singleElement()
                .satisfies(
                        line -> assertThat(line.what() + " " + line.after()).isEqualTo("refused POST /api/v1" + path));
        assertThat(run(ann, "credits", "balance", Long.toString(client.number())))
                .startsWith("Balance 0,");
    }

    @Test
    void whoIsNeitherAgentNorOfTheProductTeamSaysNothingOfWishes() {
        assertThat(refused(desk.enroll("bill", Role.BILLING), wish(), "planned", "It fits."))
                .contains("bill does not have the role product or agent that this needs.");
    }

    private static long wish() {
        long ticket = desk.asked(client, "A longer list " + ++asked, "I would like a longer list.");
        var assessed = desk.post(desk.token("agent"), "/tickets/" + ticket + "/assess", "{\"as\": \"feature\"}");
        assertThat(assessed.body()).contains("T07");
        return ticket;
    }

    private String say(String token, long ticket, String status, String reason) {
        return run(token, "feature", "status", Long.toString(ticket), "--to", status, "--reason", reason);
    }

    private String refused(String token, long ticket, String status, String reason) {
        ExitCode code = shell.ask(
                desk.demo().url(),
                token,
                "feature",
                "status",
                Long.toString(ticket),
                "--to",
                status,
                "--reason",
                reason);
        assertThat(code).isEqualTo(ExitCode.REFUSED);
        return shell.err();
    }

    private String run(String token, String... arguments) {
        ExitCode code = shell.ask(desk.demo().url(), token, arguments);
        assertThat(code).as(shell.err()).isEqualTo(ExitCode.OK);
        return shell.out();
    }
}
