package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.storage.PostgresSettings;
import dev.parley.storage.PostgresStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code ./parley check} and {@code ./parley staff add}, which work on the database itself. */
@ExtendWith(LiveDesk.Shared.class)
class DatabaseCommandsTest {
    private static LiveDesk desk;

    @TempDir
    private Path directory;

    private final Shell shell = new Shell();

    @BeforeAll
    static void aDatabase(LiveDesk shared) {
        desk = shared;
    }

    // ---- check

    @Test
    void whenAllInvariantsHoldACheckIsSilent() throws IOException {
        assertThat(shell.run("check", "--config", config(desk.url("parley")))).isEqualTo(ExitCode.OK);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void aBrokenInvariantIsALineAndAnExitCode() throws IOException {
        JdbcTemplate sql = migrated("broken");
        sql.execute("create view ledger.i99_seven_is_eight as select 'pro-support' as desk, 'seven' as subject");
        assertThat(shell.run("check", "--config", config(desk.url("broken")))).isEqualTo(ExitCode.FOUND);
        assertThat(shell.out()).isEqualTo("I99 desk pro-support: i99_seven_is_eight: seven (1)\n");
    }

    @Test
    void whatWasRewrittenBeforeTheLastCheckIsFoundByAWholeOne() throws IOException {
        JdbcTemplate sql = migrated("rewritten");
        String config = config(desk.url("rewritten"));
        sql.execute("""
            select ledger.register_desk('acme', now());
            select ledger.grant_units('acme', ledger.open_wallet('acme', 1, 'CREDIT', now()), 5, 'gift', 'gift', 'x',
                                      now());
            select ledger.seal('acme', 9);
            """);
        assertThat(shell.run("check", "--config", config)).isEqualTo(ExitCode.OK);
        sql.execute("""
            alter table ledger.journal disable trigger append_only;
            update ledger.journal set actor = 'somebody else';
            """);
        assertThat(shell.run("check", "--config", config)).isEqualTo(ExitCode.OK);
        assertThat(shell.run("check", "--all", "--config", config)).isEqualTo(ExitCode.FOUND);
        assertThat(shell.out())
                .matches("I33 desk acme: sealed history was changed afterwards: journal \\d+ at position 1 \\(1\\)\n");
        sql.execute("""
            alter table ledger.chain_check disable trigger append_only;
            update ledger.chain_check set checked_at = now() - interval '7 days';
            """);
        assertThat(shell.run("check", "--config", config))
                .as("whole by itself, a week after the last whole one")
                .isEqualTo(ExitCode.FOUND);
    }

    @Test
    void aDatabaseWithoutTablesIsLeftWithoutThem() throws IOException {
        JdbcTemplate sql = desk.database("empty");
        otherVersion("empty", "holds no tables of Parley, which expects version " + version() + "; ./parley run makes");
        assertThat(sql.queryForObject(
                        "select count(*) from pg_tables where schemaname !~ '^(pg_|information)'", Long.class))
                .isZero();
    }

    @Test
    void anOlderDatabaseIsNotMigrated() throws IOException {
        JdbcTemplate sql = migrated("older");
        sql.update("delete from flyway_schema_history where version = ?", version());
        String left = newest(sql);
        otherVersion("older", "has version " + left + ", this Parley expects " + version() + "; ./parley run brings");
        assertThat(newest(sql)).isEqualTo(left);
    }

    @Test
    void aNewerDatabaseIsLeftToTheParleyThatMadeIt() throws IOException {
        JdbcTemplate sql = migrated("newer");
        sql.update(
                "insert into flyway_schema_history select installed_rank + 1, '999', 'later', type, 'V999__later.sql',"
                        + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
                        + " order by installed_rank desc limit 1");
        otherVersion("newer", "has version 999, this Parley expects " + version() + " and is too old for it");
    }

    private void otherVersion(String database, String told) throws IOException {
        for (List<String> command : List.of(List.of("check"), staffAdd("pro-support", "new", "agent"))) {
            assertThat(run(command, config(desk.url(database)))).isEqualTo(ExitCode.OTHER_VERSION);
            assertThat(shell.err()).startsWith("parley: The database ").contains(told);
            assertThat(shell.err().lines()).hasSize(1);
            assertThat(shell.out()).isEmpty();
        }
    }

    // ---- staff add

    @Test
    void aTokenIsPrintedOnceAndOpensTheApi() throws IOException {
        assertThat(run(staffAdd("pro-support", "first.one", "agent,dispute-approver"), config(desk.url("parley"))))
                .isEqualTo(ExitCode.OK);
        assertThat(shell.out()).matches("parley_[A-Za-z0-9_-]{43}\\R");
        String token = shell.out().strip();
        assertThat(shell.ask(desk.demo().url(), token, "ticket", "list")).isEqualTo(ExitCode.OK);
        assertThat(shell.ask(desk.demo().url(), token, "customer", "add", "--name", "x"))
                .isEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere     | new      | agent    | There is no desk ‘nowhere’; give one of pro-support.",
                "pro-support | new one  | agent    | letters, digits, dots, dashes or underscores",
                "pro-support | new      | boss     | ‘boss’ is no role; give agent, billing, dispute-approver"
                        + " or product.",
                "pro-support | new      | ''       | is no role",
            })
    void aPersonThatCannotBeMadeIsTold(String where, String login, String roles, String told) throws IOException {
        assertThat(run(staffAdd(where, login, roles), config(desk.url("parley"))))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).startsWith("parley: ").contains(told);
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void whereSomebodyIsKnownInSlackIsCheckedBeforeTheyAreMade() throws IOException {
        String config = config(desk.url("parley"));
        assertThat(run(staffAdd("pro-support", "ann", "agent", "--email", "Ann@desk.example"), config))
                .isEqualTo(ExitCode.OK);
        assertThat(run(staffAdd("pro-support", "ben", "agent", "--email", "ann@desk.example"), config))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(shell.err()).contains("is the address of ann already");
        assertThat(run(staffAdd("pro-support", "ben", "agent", "--email", "nowhere"), config))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("‘nowhere’ is no mail address");
        assertThat(run(staffAdd("pro-support", "ben", "agent", "--slack", "ben"), config))
                .isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("/parley who");
        assertThat(run(staffAdd("pro-support", "ben", "agent", "--slack", "T1 UBEN"), config))
                .isEqualTo(ExitCode.OK);
    }

    // ---- which database

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://127.0.0.1:1/parley?password=secret | 3 | (jdbc:postgresql://127.0.0.1:1/parley)",
                "jdbc:postgresql://127.0.0.1:1/parley                 | 3 | is it running",
                "NOWHERE                                              | 3 | make it with createdb",
                "jdbc:mysql://127.0.0.1:1/parley                      | 3 | jdbc:mysql",
            })
    void aDatabaseThatCannotBeUsedIsTold(String url, int code, String told) throws IOException {
        String there = url.replace("NOWHERE", desk.url("nowhere"));
        assertThat(shell.run("check", "--config", config(there)).number())
                .as(shell.err())
                .isEqualTo(code);
        assertThat(shell.err()).contains(told).doesNotContain("secret");
        assertThat(shell.err().lines()).hasSize(1);
    }

    @Test
    void withoutADatabaseInTheFileItIsToldWhatToGive() throws IOException {
        String file = Files.writeString(directory.resolve("none.yaml"), "server: {port: 0}\n")
                .toString();
        assertThat(shell.run("check", "--config", file)).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).contains("parley.database.url").contains("PARLEY_DATABASE_URL");
        assertThat(shell.run("check", "--config", file + "x")).isEqualTo(ExitCode.USAGE);
        assertThat(shell.err()).isEqualTo("parley: There is no settings file " + file + "x.\n");
    }

    private ExitCode run(List<String> command, String config) {
        String[] line = new String[command.size() + 2];
        for (int i = 0; i < command.size(); i++) {
            line[i] = command.get(i);
        }
        line[command.size()] = "--config";
        line[command.size() + 1] = config;
        return shell.run(line);
    }

    private static List<String> staffAdd(String where, String login, String roles) {
        return List.of("staff", "add", "--desk", where, "--login", login, "--name", "Somebody", "--roles", roles);
    }

    private static List<String> staffAdd(String where, String login, String roles, String option, String value) {
        List<String> all = new ArrayList<>(staffAdd(where, login, roles));
        all.addAll(List.of(option, value));
        return all;
    }

    private String config(String url) throws IOException {
        String text = "parley: {database: {url: \"" + url + "\", user: postgres}}\n";
        return Files.writeString(directory.resolve("settings.yaml"), text).toString();
    }

    private static JdbcTemplate migrated(String database) {
        JdbcTemplate sql = desk.database(database);
        PostgresSettings settings =
                PostgresSettings.of(desk.url(database), "postgres", "").withConnections(2);
        PostgresStorage.open(settings, Clock.systemUTC()).close();
        return sql;
    }

    /** The newest migration this Parley has. */
    private static String version() {
        return newest(desk.sql("parley"));
    }

    private static String newest(JdbcTemplate sql) {
        return String.valueOf(sql.queryForObject("select max(version::int) from flyway_schema_history", String.class));
    }
}
