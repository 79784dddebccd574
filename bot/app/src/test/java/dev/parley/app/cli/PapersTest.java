package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.core.ticket.StateName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code ./parley paper} and {@code ledger} against a running bot: a charge from the mail to the auditor. */
@ExtendWith(LiveDesk.Shared.class)
class PapersTest {
    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static String ticket = "";

    @TempDir
    private Path directory;

    private final Shell shell = new Shell();

    /** Quoted at 20, agreed by mail in words among others, charged. */
    @BeforeAll
    static void aChargeThatWasAgreedByMail(LiveDesk shared) {
        desk = shared;
        client = desk.client("papers", 100);
        long number = desk.asked(client, "Why is it slow?", "Since Monday.");
        ticket = Long.toString(number);
        desk.done("/tickets/" + number + "/assess", "{\"as\": \"investigation\"}");
        desk.replied(client, number, 1, "Yes, please go ahead.\n\nKind regards\nPapa");
        Await.until("the yes was read", () -> desk.state(number) == StateName.WORKING);
        desk.done("/tickets/" + number + "/answer", "{\"text\": \"The disk was full.\"}");
    }

    @Test
    void x03TheEvidenceOfACommittedChargeIsWholeWithItsMailHeaders() throws IOException {
        does("evidence", ticket, "--out", file("evidence.txt"));
        String text = Files.readString(directory.resolve("evidence.txt")).replaceAll(" +", " ");
        assertThat(text)
                .contains("Number: Q-" + ticket + "-1\n")
                .contains("Price: 20 credits\n")
                .contains("Agreed by: papers <" + client.address() + ">\n")
                .contains("Sender proven: PASS\n")
                .contains("| Yes, please go ahead.\n")
                .contains("From: <" + client.address() + ">\n")
                .contains("Date: Mon, 23 Nov 2026 10:12:00 +0000\n")
                .contains("Message-ID: <live-")
                .contains("Authentication-Results: ")
                .contains("dmarc=pass header.from=")
                .containsPattern("(?m)^\\d+ \\S+ \\S+ Reserved .* \\+20$")
                .containsPattern("(?m)^\\d+ \\S+ \\S+ Charged .* -20 -20$");
        does("evidence", ticket, "--out", file("evidence.pdf"), "--language", "de");
        assertThat(pdf("evidence.pdf"))
                .contains("Nachweis einer Berechnung")
                .contains("Zugestimmt hat papers <" + client.address() + ">")
                .contains("Preis 20 Credits");
    }

    @Test
    void quotesAndReceiptsAreFiles() throws IOException {
        does("quote", ticket, "--quote-version", "1", "--out", file("quote.pdf"));
        assertThat(pdf("quote.pdf")).contains("Number Q-" + ticket + "-1").contains("Price 20 credits");
        does("receipt", ticket, "--out", file("receipt.pdf"));
        assertThat(pdf("receipt.pdf")).contains("Agreed by papers").contains("Charged 20 credits");
    }

    @Test
    void aStatementIsAFileInTheFormItsNameSays() throws IOException {
        String customer = Long.toString(client.number());
        does("statement", customer, "--out", file("all.csv"));
        assertThat(Files.readString(directory.resolve("all.csv")))
                .startsWith(
                        "\uFEFFline,at,kind,ticket,quote,reference,amount,reserved_change,balance,reserved\r\nopening,")
                .containsPattern("movement,[^,]+,GRANT,,,papers,100,0,100,0\r\n")
                .containsPattern("movement,[^,]+,HOLD," + ticket + ",Q-" + ticket + "-1,,0,20,100,20\r\n")
                .containsPattern("movement,[^,]+,POST," + ticket + ",Q-" + ticket + "-1,,-20,-20,80,0\r\n")
                .containsPattern("closing,[^,]+,,,,,0,0,80,0\r\n$");
        does("statement", customer, "--month", "1999-12", "--out", file("month.pdf"));
        assertThat(pdf("month.pdf"))
                .contains("Period 1999-12-01 00:00 to 2000-01-01 00:00")
                .contains("Nothing moved in this period.")
                .contains("Closing balance 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statement CUSTOMER --month x --out a.pdf             | 2 | ‘month’ is x; give one like 2026-11.",
                "statement CUSTOMER --month 999999999-12 --out a.pdf  | 2 | ‘month’ is 999999999-12",
                "statement CUSTOMER --month 2026-11 --from 2026-11-01T00:00:00Z --out a.pdf | 2 | not both",
                "statement CUSTOMER --from yesterday --out a.pdf      | 2 | ‘from’ is yesterday",
                "statement CUSTOMER --unit pound --out a.pdf          | 2 | ‘unit’ is pound",
                "statement CUSTOMER --site 3 --out a.pdf              | 2 | leave ‘site’ out",
                "statement CUSTOMER --out a.doc                       | 2 | does not end in .pdf or .csv.",
                "statement 4711 --out a.pdf                           | 4 | There is no customer 4711.",
                "quote 4711 --out a.pdf                               | 4 | There is no quote of ticket 4711.",
                "evidence TICKET --quote-version 7 --out a.txt        | 4 | There is no quote Q-TICKET-7.",
                "evidence 0 --out a.txt                               | 2 | A ticket number is 1 or more",
                "receipt TICKET --out nowhere/a.pdf                   | 2 | Cannot write the file",
            })
    void whatCannotBeWrittenIsTold(String line, int code, String told) {
        String[] words = line.replace("TICKET", ticket)
                .replace("CUSTOMER", Long.toString(client.number()))
                .replace(" a.", " " + file("a."))
                .split(" +");
        assertThat(ask("agent", prefixed("paper", words)).number())
                .as(shell.err())
                .isEqualTo(code);
        assertThat(shell.err()).contains(told.replace("TICKET", ticket));
        assertThat(directory.resolve("a.pdf")).doesNotExist();
    }

    @Test
    void whereNothingWasChargedThereIsNoReceipt() {
        long open = desk.asked(client, "And this?", "Please look.");
        desk.done("/tickets/" + open + "/assess", "{\"as\": \"investigation\"}");
        assertThat(ask("agent", "paper", "receipt", Long.toString(open), "--out", file("none.pdf")))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(shell.err()).contains("Nothing was charged for Q-" + open + "-1");
    }

    // ---- ledger

    @Test
    void anExportIsVerifiedWithoutTheBotAndComparedWithIt() throws IOException {
        assertThat(ask("billing", "ledger", "export", "--out", file("ledger.jsonl")))
                .isEqualTo(ExitCode.OK);
        assertThat(shell.out())
                .startsWith("Sealed.\nWritten: ")
                .containsPattern("Desk pro-support, positions 1 to \\d+: nothing was changed, left out or moved\\.\n"
                        + "Head: [0-9a-f]{64}\n$");
        String head = shell.out().replaceAll("(?s).*Head: (\\w+)\n", "$1");
        List<String> lines = Files.readAllLines(directory.resolve("ledger.jsonl"));
        assertThat(lines).anyMatch(line -> line.contains("\"words\": \"Yes\"") && line.contains("\"HOLD\""));

        assertThat(shell.run("ledger", "verify", file("ledger.jsonl"), "--head", head))
                .isEqualTo(ExitCode.OK);
        assertThat(shell.run("ledger", "verify", file("ledger.jsonl"), "--head", "0".repeat(64)))
                .isEqualTo(ExitCode.FOUND);
        assertThat(ask("billing", "ledger", "compare", file("ledger.jsonl")))
                .as(shell.out())
                .isEqualTo(ExitCode.OK);
        assertThat(shell.out()).startsWith("The database holds the same history.\n");

        assertThat(ask("billing", "ledger", "export", "--after", "2", "--out", file("rest.jsonl")))
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(directory.resolve("rest.jsonl")).subList(0, lines.size() - 3))
                .isEqualTo(lines.subList(2, lines.size() - 1));

        lines.set(2, lines.get(2).replaceFirst("\"actor\": \"[^\"]*\"", "\"actor\": \"nobody\""));
        Files.write(directory.resolve("ledger.jsonl"), lines, StandardCharsets.UTF_8);
        assertThat(shell.run("ledger", "verify", file("ledger.jsonl"))).isEqualTo(ExitCode.FOUND);
        assertThat(shell.out()).isEqualTo("line 3 was changed\n");
        assertThat(ask("billing", "ledger", "compare", file("ledger.jsonl"))).isEqualTo(ExitCode.FOUND);
    }

    @Test
    void historyThatWasRewrittenInTheDatabaseIsFoundByWhoeverHasAnExport() throws IOException {
        assertThat(ask("billing", "ledger", "export", "--out", file("before.jsonl")))
                .isEqualTo(ExitCode.OK);
        JdbcTemplate sql = desk.sql("parley");
        long journal = Objects.requireNonNull(
                sql.queryForObject("select journal_id from ledger.link where position = 2", Long.class));
        String actor = String.valueOf(
                sql.queryForObject("select actor from ledger.journal where id = ?", String.class, journal));
        rewrite(sql, journal, "somebody else");
        try {
            assertThat(ask("billing", "ledger", "compare", file("before.jsonl")))
                    .isEqualTo(ExitCode.FOUND);
            assertThat(shell.out()).isEqualTo("line 2 is another one in the database\n");
            assertThat(ask("billing", "ledger", "export", "--out", file("after.jsonl")))
                    .isEqualTo(ExitCode.FOUND);
            assertThat(shell.out()).endsWith("line 2 was changed\n");
        } finally {
            rewrite(sql, journal, actor);
        }
        assertThat(ask("billing", "ledger", "compare", file("before.jsonl"))).isEqualTo(ExitCode.OK);
    }

    private static void rewrite(JdbcTemplate sql, long journal, String actor) {
        sql.execute("alter table ledger.journal disable trigger append_only; update ledger.journal set actor = '"
                + actor + "' where id = " + journal + "; alter table ledger.journal enable trigger append_only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agent   | export --out FILE               | 4 | does not have the role billing",
                "billing | export --after 999999 --out FILE | 4 | There is no event sealed at position 999999.",
                "billing | export --after -1 --out FILE    | 2 | ‘after’ is -1",
                "billing | verify FILE                     | 2 | There is no file",
                "billing | compare FILE                    | 2 | There is no file",
            })
    void whatCannotBeExportedIsTold(String login, String line, int code, String told) {
        String[] words = line.replace("FILE", file("none.jsonl")).split(" +");
        assertThat(ask(login, prefixed("ledger", words)).number())
                .as(shell.err())
                .isEqualTo(code);
        assertThat(shell.err()).contains(told);
        assertThat(directory.resolve("none.jsonl")).doesNotExist();
    }

    private void does(String paper, String of, String... rest) {
        String[] words = new String[rest.length + 2];
        words[0] = paper;
        words[1] = of;
        System.arraycopy(rest, 0, words, 2, rest.length);
        assertThat(ask("agent", prefixed("paper", words))).as(shell.err()).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).startsWith("Written: " + directory);
    }

    private ExitCode ask(String login, String... words) {
        return shell.ask(desk.demo().url(), desk.token(login), words);
    }

    private static String[] prefixed(String first, String... rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private String pdf(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(directory.resolve(name).toFile())) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }
}
