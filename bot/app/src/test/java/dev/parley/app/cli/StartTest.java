package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.bot.Stage;
import dev.parley.app.command.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./parley run} that cannot start says what is wrong, where, and what would be right, and no more. */
@ExtendWith(LiveDesk.Shared.class)
class StartTest {
    private static LiveDesk desk;

    @TempDir
    private Path directory;

    private final Shell shell = new Shell();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeAll
    static void servers(LiveDesk shared) {
        desk = shared;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is right, what it becomes, exit code, and what is told
                "signing-key: | worker:      | 2 | parley.signing-key is missing ~ docs/operating.md",
                "pool: 2      | pol: 2       | 2 | parley.database.pol (settings.yaml:2) is no ~ has url, user",
                "pool: 2      | pool: {x: 2} | 2 | parley.database.pool.x (settings.yaml:2) is no ~ is a single value",
                "lease: 45s   | leese: 45s   | 2 | .mailbox.leese (settings.yaml:8) is no ~ oauth, dkim, intake (docs",
                "lease: 45s   | oauth: {client-id: x} | 2 | oauth.token-url is missing ~ or a provider: google or"
                        + " microsoft",
                "lease: 45s   | oauth: {provider: google} | 2 | oauth.client-id is missing ~ the provider's console",
                "lease: 45s   | oauth: {provider: google, client-id: x} | 2 | oauth.refresh-token is missing ~"
                        + " authorise",
                "lease: 45s   | oauth: {provider: gogle} | 2 | .oauth.provider (settings.yaml:8) is ‘gogle’; give",
                "lease: 45s   | oauth: {client-id: x, token-url: 'http://t.example'} | 2 | has to begin with https://",
                "lease: 45s   | dkim: {domain: desk.example} | 2 | dkim needs a domain, a selector and a key ~ openssl",
                "lease: 45s   | dkim: {domain: desk.example, selector: a, key: none.pem} | 2 | dkim.key: none.pem"
                        + " cannot be read",
                "lease: 45s   | dkim: {domain: other.example, selector: a, key: none.pem} | 2 | proves nothing; give",
                "`  desks:`   | `  dns: {servers: [x y]}\n  desks:` | 2 | dns.servers has \"x y\"; give the address",
                "port: 1,     | port: 1, trusst: x, | 2 | .imap.trusst (settings.yaml:9) is no ~ timeout, trust (docs",
                "imap:        | imp:         | 2 | [0].mailbox.imp (settings.yaml:9) is no ~ has name, imap, pop3",
                "smtp: {host  | smtp: {hots  | 2 | [0].mailbox.smtp.hots (settings.yaml:10) is no ~ has host, port",
                "- file:      | - fill:      | 2 | parley.desks[0].fill (settings.yaml:5) is no ~ has file, mailbox",
                "signing-key: | singing-kei: | 2 | parley.singing-kei (settings.yaml:3) is no ~ signing-key, worker",
                "pool: 2      | pool: many   | 2 | parley.database.pool (settings.yaml:2) is ‘many’; give a whole",
                "lease: 45s   | lease: soon  | 2 | .lease (settings.yaml:8) is ‘soon’; give a time such as 45s",
                "lease: 45s   | lease: 10ms  | 2 | parley.desks[n].mailbox.lease is 10 ms ~ give 1s or more",
                "name: unread | size-max: xl | 2 | .size-max (settings.yaml:7) is ‘xl’; give a size such",
                "security: none | security: tsl | 2 | .security (settings.yaml:9) is ‘tsl’; give tls or",
                "signing-key: | signing-key: short # | 2 | parley.signing-key is not 32 bytes ~ openssl rand",
                "signing-key: | signing-key: ‘%’ #   | 2 | parley.signing-key is not 32 bytes ~ openssl rand",
                "`  desks:`   | desks:       | 2 | parley.desks is missing",
                "url:         | #             | 2 | The settings file is no YAML: ",
                "pro-support.yaml | missing.yaml | 2 | missing.yaml:1:1: there is no such file; check the",
                "/parley\" | /nowhere\" | 3 | The database (parley.database.url) ~ \"nowhere\" does not ~ createdb",
                "user: postgres | user: nobody | 3 | role \"nobody\" does not exist; mend parley.database.user",
            })
    void aWrongSettingIsTold(String right, String wrong, int code, String told) throws IOException {
        refused(settings(right, wrong), code, told.split(" ~ "));
    }

    @Test
    void everyProblemOfADeskFileIsALine() throws IOException {
        Path broken = Path.of("src/test/resources/desk/broken/everything-at-once.yaml")
                .toAbsolutePath();
        assertThat(run(settings(Stage.DESK_FILE.toString(), broken.toString()))).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err().lines().count()).isGreaterThan(1);
        assertThat(shell.err().lines()).allMatch(line -> line.contains("everything-at-once.yaml:"));
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("\tat ");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        refused(
                directory.resolve("none.yaml"),
                2,
                "Cannot read the settings file",
                "none.yaml",
                "there is no such file");
        refused(directory, 2, "Cannot read the settings file", directory.toString(), "it may not be read");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() throws IOException {
        String elsewhere = desk.url("parley").replaceAll(":\\d+/", ":1/");
        refused(
                settings(desk.url("parley"), elsewhere),
                3,
                "The database (parley.database.url)",
                "refused",
                "is it running");
    }

    @Test
    void aWrongDatabasePasswordIsTold() throws IOException {
        desk.lock("locked", "right");
        refused(
                settings("user: postgres", "user: locked, password: wrong"),
                3,
                "password authentication failed for user \"locked\"",
                "mend parley.database.user or PARLEY_DATABASE_PASSWORD",
                "cannot be used");
    }

    @Test
    void aPortInUseIsTold() throws IOException {
        int port = URI.create(desk.demo().url()).getPort();
        refused(
                settings("port: 0", "port: " + port).toAbsolutePath(),
                75,
                "Port " + port + " is in use",
                "perhaps another Parley",
                "give another server.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp", "lmtp"})
    void aPortForMailInUseIsTold(String door) throws IOException {
        int port = URI.create(desk.demo().url()).getPort();
        refused(
                settings("desks:", door + ": {port: " + port + "}\n  desks:").toAbsolutePath(),
                75,
                "Nothing can listen at port " + port + " of 127.0.0.1",
                "stop the program that has the port",
                "mend parley." + door + ".port");
    }

    private void refused(Path settings, int code, String... told) {
        assertThat(run(settings).number()).as(shell.err()).isEqualTo(code);
        assertThat(shell.err()).startsWith("parley: ").contains(told);
        assertThat(shell.err().lines()).hasSize(1);
        assertThat(shell.err() + log.toString(StandardCharsets.UTF_8))
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    private ExitCode run(Path settings) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            return shell.run("run", "--config", settings.toString());
        } finally {
            System.setOut(before);
        }
    }

    /** Good settings but for one thing. */
    private Path settings(String right, String wrong) throws IOException {
        String good = """
            parley:
              database: {url: "%s", user: postgres, pool: 2}
              signing-key: "c2lnbmluZy1rZXktb2YtdGhlLXN0YXJ0LXRlc3RzLTAwMDE="
              desks:
                - file: "%s"
                  mailbox:
                    name: unread
                    lease: 45s
                    imap: {host: 127.0.0.1, port: 1, user: support@desk.example, security: none, password: desk}
                    smtp: {host: 127.0.0.1, port: 1, user: support@desk.example, security: none, password: desk}
            server:
              port: 0
            """.formatted(desk.url("parley"), Stage.DESK_FILE);
        assertThat(good).contains(right);
        int at = good.indexOf(right);
        String bad = good.substring(0, at) + wrong + good.substring(at + right.length());
        return Files.writeString(directory.resolve("settings.yaml"), bad);
    }
}
