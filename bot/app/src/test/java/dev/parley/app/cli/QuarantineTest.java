package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that failed every try: shown with the reason, tried again once. */
@ExtendWith(LiveDesk.Shared.class)
class QuarantineTest {
    private static LiveDesk desk;

    @TempDir
    private Path directory;

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

    @Test
    void aMailThatCannotBeUnderstoodIsShownAsItCameWhenItIsReleased() throws IOException {
        desk.asked(desk.client("released", 10), "Strange mail", "Nobody understands this.");
        String message = String.valueOf(
                desk.sql("parley").queryForObject("select max(id) from inbox where status = 'DONE'", Long.class));
        desk.sql("parley")
                .update("delete from message where evidence = (select key from inbox where id = " + message
                        + ") and not exists (select from attachment a where a.message = message.id)");
        desk.sql("parley")
                .update("update inbox set status = 'QUARANTINED', tries = 5, why = 'x' where id = " + message);

        Path file = directory.resolve("raw.eml");
        assertThat(ask("quarantine", "raw", message, "--out", file.toString())).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(file))
                .startsWith("Authentication-Results: ")
                .contains("Nobody understands this.");
        assertThat(ask("quarantine", "release", message)).isEqualTo(ExitCode.OK);

        assertThat(status(message)).isEqualTo("DONE");
        String unattached = desk.got("/messages/unattached?max=1");
        assertThat(unattached)
                .contains("Released from quarantine: message " + message, "Nobody understands this.")
                .contains("\"visibility\":\"STAFF\"");
        assertThat(desk.got("/notices")).contains("STAFF_NO_TICKET");
        assertThat(ask("quarantine", "release", message)).isEqualTo(ExitCode.REFUSED);
        assertThat(ask("quarantine", "raw", message, "--out", file.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(desk.sql("parley").queryForList("select what from audit where subject = 'message " + message + "'"))
                .hasSize(1);
    }

    @Test
    void aPaymentsMessageIsNotReleasedAsIfItWereMail() {
        desk.sql("parley").update("""
            insert into inbox (desk, key, channel, native_id, received_at, recipients, raw, status, tries, why)
            values ('pro-support', 'stripe x', 'stripe', 'x', now(), '{}', 'x', 'QUARANTINED', 5, 'x')\
            """);
        String message = String.valueOf(
                desk.sql("parley").queryForObject("select id from inbox where key = 'stripe x'", Long.class));

        assertThat(ask("quarantine", "release", message)).isEqualTo(ExitCode.REFUSED);
        assertThat(shell.err()).contains("only mail can be released");
        desk.sql("parley").update("delete from inbox where key = 'stripe x'");
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
