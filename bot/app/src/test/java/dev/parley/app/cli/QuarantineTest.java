package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that failed every try: shown with the reason, tried again once. */
@ExtendWith(LiveDesk.Shared.class)
class QuarantineTest {
    private static LiveDesk desk;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aDesk(LiveDesk shared) {
        desk = shared;
    }

    @Test
    void aMessageInQuarantineIsListedAndTriedAgainOnce() {
        long ticket = desk.asked(desk.client("quarantined", 10), "Order mails", "They are not sent.");
        Long found = desk.sql("parley").queryForObject("select max(id) from inbox where status = 'DONE'", Long.class);
        String message = String.valueOf(found);
        desk.sql("parley")
                .update("update inbox set status = 'QUARANTINED', tries = 5, why = 'the moon' where id = " + message);

        assertThat(ask("quarantine", "list")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).matches(" *" + message + "  \\S+Z  5 tries  the moon\\R");
        assertThat(ask("quarantine", "retry", message)).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).isEqualTo("message " + message + " is tried again\n");
        Await.until("it was tried again", () -> "DONE".equals(status(message)));
        assertThat(desk.sql("parley").queryForList("select what from audit where subject = 'message " + message + "'"))
                .hasSize(1);

        assertThat(ask("quarantine", "retry", message)).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.err()).isEqualTo("parley: There is no message " + message + " in quarantine (any more).\n");
        assertThat(ask("quarantine", "list")).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).isEqualTo("Nothing is in quarantine.\n");
        assertThat(ask("ticket", "show", Long.toString(ticket))).isEqualTo(ExitCode.OK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "retry 4711     | 4 | There is no message 4711 in quarantine (any more).",
                "retry -- -1    | 4 | There is no message -1 in quarantine (any more).",
                "retry one      | 2 | See ./parley quarantine retry --help",
                "retry          | 2 | See ./parley quarantine retry --help",
                "list --max 0   | 2 | ‘max’ is 0; give 1 to 200.",
                "list --max 201 | 2 | ‘max’ is 201; give 1 to 200.",
                "delete 1       | 2 | delete",
            })
    void whatMakesNoSenseIsRefused(String line, int code, String told) {
        String[] arguments = ("quarantine " + line).split(" ");
        assertThat(line.contains("--") ? run(line) : ask(arguments).number()).isEqualTo(code);
        assertThat(shell.err()).contains(told).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"/quarantine/one/retry,400", "/quarantine/1/delete,404", "/quarantine/1,404", "/quarantine,405"})
    void theApiKnowsNoOtherAction(String path, int status) {
        assertThat(desk.post(desk.token("agent"), path, "{}").statusCode()).isEqualTo(status);
    }

    /** With url and token before the arguments, which may begin with a dash. */
    private int run(String line) {
        String all = "quarantine --url " + desk.demo().url() + " --token " + desk.token("agent") + " " + line;
        return shell.run(all.split(" ")).number();
    }

    private ExitCode ask(String... arguments) {
        return shell.ask(desk.demo().url(), desk.token("agent"), arguments);
    }

    private static String status(String message) {
        return String.valueOf(
                desk.sql("parley").queryForObject("select status from inbox where id = " + message, String.class));
    }
}
