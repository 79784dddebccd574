package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.QUOTE_END;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.id;
import static dev.parley.storage.ledger.TryLedger.next;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.ledger.Lot.Cost;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nobody rewrites the ledger: neither the bot nor billing, nor its owner. Every table and column is tried. */
class LedgerAppendOnlyTest {
    private static final PostgresFixture.TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private static final String FORBIDDEN = "42501";
    private static final Set<String> BOT_MAY_CALL = Set.of(
            "register_desk",
            "register_unit",
            "open_wallet",
            "offer_quote",
            "decide_quote",
            "set_quote_status",
            "extend_quote",
            "hold_quote",
            "resolve_hold",
            "refund_ticket",
            "expire_due",
            "expire_lot",
            "use_minutes",
            "give_back_time",
            "shift_time",
            "balance",
            "lock_funds",
            "balance_as_of",
            "ticket_net_charge",
            "wallet_is_blocked",
            "seal",
            "line",
            "agreed_json",
            "moved_json",
            "no_hash",
            "chain_faults",
            "verify_chain",
            "find_violations");

    @BeforeAll
    static void somethingOfEverything() throws SQLException {
        try (var at = TryLedger.on(DATABASE.owner())) {
            long wallet = at.emptyWallet();
            id(at.ledger.grant(anew(), new Lot(wallet, 100, "order", null, null, new Cost(100, "USD"))));
            at.charged(wallet, 10);
            at.held(next(), wallet, 10);
            id(at.ledger.extendQuote(anew(), at.offer(next(), wallet, 10), QUOTE_END.plusSeconds(1)));
            id(at.ledger.refundMoney(anew(), "order", 5));
            id(at.ledger.chargeBack(anew(), "order"));
            at.ledger.setPrice(DESK, "USD", new PriceRange("fixed", 5, 5L), "billing:1", NOW);
            at.jdbc.queryForList("select ledger.seal(?, 1000)", DESK);
            at.jdbc.queryForList("select * from ledger.verify_chain('0')");
            at.commit();
        }
    }

    static List<String> tables() {
        return ask("select tablename from pg_tables where schemaname = 'ledger' order by 1");
    }

    private static List<String> columns(String table) {
        return ask("select attname from pg_attribute where attrelid = 'ledger." + table + "'::regclass"
                + " and attnum > 0 and attgenerated = '' and attidentity = ''");
    }

    private static List<String> ask(String sql) {
        return new JdbcTemplate(DATABASE.owner()).query(sql, (row, _) -> row.getString(1));
    }

    @Test
    void everyTableHasARowToTryItOn() {
        assertThat(tables())
                .hasSize(18)
                .allSatisfy(table ->
                        assertThat(ask("select count(*) from ledger." + table)).isNotEqualTo(List.of("0")));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void c21cTheOwnerRewritesNothing(String table) throws SQLException {
        for (var column : columns(table)) {
            assertThat(stateAfter("postgres", "update ledger.%s set %s = %s".formatted(table, column, column)))
                    .as("%s.%s", table, column)
                    .isEqualTo(FORBIDDEN);
        }
        assertThat(stateAfter("postgres", "delete from ledger." + table)).isEqualTo(FORBIDDEN);
        assertThat(stateAfter("postgres", "truncate ledger." + table + " cascade"))
                .isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theRolesWriteToNoTable(String table) throws SQLException {
        for (var role : List.of("parley_bot", "parley_billing")) {
            for (var column : columns(table)) {
                assertThat(stateAfter(role, "update ledger.%s set %s = null".formatted(table, column)))
                        .isEqualTo(FORBIDDEN);
            }
            assertThat(stateAfter(role, "insert into ledger." + table + " default values"))
                    .isEqualTo(FORBIDDEN);
            assertThat(stateAfter(role, "delete from ledger." + table)).isEqualTo(FORBIDDEN);
            assertThat(stateAfter(role, "truncate ledger." + table)).isEqualTo(FORBIDDEN);
        }
    }

    @Test
    void randomNonsenseByTheBotChangesNothing() throws SQLException {
        var random = new Random(42);
        var before = checksums();
        for (int i = 0; i < 300; i++) {
            var table = "ledger." + tables().get(random.nextInt(18));
            var nonsense = List.of(
                    "insert into %s default values",
                    "delete from %s where random() < 0.5",
                    "alter table %s disable trigger all",
                    "drop table %s cascade",
                    "lock table %s in exclusive mode",
                    "alter table %s owner to parley_bot",
                    "create trigger evil before insert on %s for each row execute function ledger.guard_entry()",
                    "grant all on %s to public",
                    "merge into %s t using (select 1 as one) s on true when matched then delete",
                    "copy %s from program 'echo 1'");
            var sql = nonsense.get(random.nextInt(nonsense.size())).formatted(table);
            // A grant without the right to give is a warning in PostgreSQL, and gives nothing.
            assertThat(stateAfter("parley_bot", sql)).as(sql).isIn(FORBIDDEN, sql.startsWith("grant") ? "00000" : "");
        }
        assertThat(stateAfter("parley_bot", "set session_replication_role = replica"))
                .isEqualTo(FORBIDDEN);
        assertThat(checksums()).isEqualTo(before);
        try (var at = TryLedger.on(DATABASE.owner())) {
            assertThat(at.ledger.violations()).isEmpty();
        }
    }

    private static List<String> checksums() {
        return tables().stream()
                .flatMap(table ->
                        ask("select md5(string_agg(t::text, '|' order by t::text)) from ledger." + table + " t")
                                .stream())
                .toList();
    }

    @Test
    void theOwnerWritesNoBalanceAndNoEntryByHand() throws SQLException {
        var rich = "insert into ledger.account (desk, kind, unit, wallet_id, source_ref, posted_in)"
                + " select desk, kind, unit, wallet_id, 'rich', 1000 from ledger.account where kind = 'GRANT'";
        var entry = "insert into ledger.entry select desk, account_id, account_version + 100, transfer_id, 1, 0, 1, 1,"
                + " effective_at, created_at from ledger.entry";
        var agreed = "insert into ledger.quote select (q).* from (select jsonb_populate_record(quote, '{\"version\": 9,"
                + " \"status\": \"ACCEPTED\"}') q from ledger.quote limit 1) x";

        assertThat(stateAfter("postgres", rich)).isEqualTo(FORBIDDEN);
        assertThat(stateAfter("postgres", entry)).isEqualTo(FORBIDDEN);
        assertThat(stateAfter(
                        "postgres",
                        agreed.replace("insert into ledger.quote", "insert into ledger.quote overriding system value")))
                .isEqualTo(FORBIDDEN);
    }

    @Test
    void eachRoleCallsItsFunctionsAndNoOther() {
        var all = ask("select proname from pg_proc where pronamespace = 'ledger'::regnamespace");
        var money = Set.of("grant_units", "regroup_lot", "charge_back", "refund_money", "block_wallet", "set_price");

        assertThat(all).containsAll(BOT_MAY_CALL).containsAll(money);
        assertThat(callable("parley_bot")).containsExactlyInAnyOrderElementsOf(BOT_MAY_CALL);
        assertThat(callable("parley_billing"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(BOT_MAY_CALL.stream(), money.stream()).toList());
        assertThat(callable("public")).isEmpty();
    }

    private static List<String> callable(String role) {
        return ask("select proname from pg_proc where pronamespace = 'ledger'::regnamespace"
                + " and has_function_privilege('" + role + "', oid, 'execute')");
    }

    @Test
    void whatMayChangeMoneyRunsAsTheOwnerWithAFixedSearchPath() {
        var loose = ask("select proname from pg_proc where pronamespace = 'ledger'::regnamespace and prosecdef"
                + " and not coalesce(proconfig @> array['search_path=ledger, pg_temp'], false)");
        var definers = ask("select proname from pg_proc where pronamespace = 'ledger'::regnamespace and prosecdef");

        assertThat(loose).isEmpty();
        assertThat(definers).hasSize(24).doesNotContain("transfer_units", "begin_journal");
    }

    @Test
    void anApplicationLoginThatIsAMemberHoldsAConversation() throws SQLException {
        new JdbcTemplate(DATABASE.owner()).execute("create role app_" + DATABASE.name() + " login in role parley_bot");

        try (var at = new TryLedger(DATABASE.login("app_" + DATABASE.name()))) {
            at.ledger.registerDesk("other", NOW);
            long wallet = at.ledger.openWallet(DESK, new LedgerSql.Wallet(next(), "CREDIT", null), NOW);
            assertThat(at.ledger.hold(anew(), at.agreed(wallet, 10))).isEqualTo(new LedgerRefusal.Shortfall(10));
            assertThat(at.ledger.violations()).isEmpty();
            at.rollback();
        }
    }

    private static String stateAfter(String role, String sql) throws SQLException {
        var source = role.equals("postgres") ? DATABASE.owner() : DATABASE.as(role);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
                return "00000";
            } catch (SQLException refused) {
                return String.valueOf(refused.getSQLState());
            } finally {
                connection.rollback();
            }
        }
    }

    /** Kept so that a table added later is not forgotten here. */
    @Test
    void everyTableLeadsWithTheDesk() {
        List<String> firstColumns = new ArrayList<>();
        for (var table : tables()) {
            firstColumns.addAll(ask("select attname from pg_attribute where attrelid = 'ledger." + table
                    + "'::regclass and attnum = 1"));
            firstColumns.addAll(ask("select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
                    + " and a.attnum = i.indkey[0] where i.indrelid = 'ledger." + table + "'::regclass"));
        }
        assertThat(firstColumns).hasSizeGreaterThan(40).containsOnly("desk");
    }
}
