package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Deals;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Ports;
import dev.parley.testkit.StorageContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the rules of contracts forbid, the tables forbid too; each guard is seen red. */
class ContractGuardsTest implements StorageContract {
    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final JdbcTemplate owner = new JdbcTemplate(database.owner());
    private final PostgresStorage storage = Storages.on(database);

    @Override
    public Ports ports() {
        return Storages.ports(storage);
    }

    @BeforeEach
    void aContract() {
        By by = new By(AGENT, NOW);
        CustomerId customer = storage.customers().create("support", "Customer Ltd", by);
        Deals.allowed(storage.contracts()
                .begin(Deals.onHours("H-1", customer, "2026-01-31", 12, Deals.hours(600)), new Why(by, "made")));
        owner.update("""
            insert into contract_group values ('support', 'H-1', 'HOURS', '2026-04-01', 'alice', now(), 'please',
              'morgan', now(), 'yes')
            """);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        contract_group  | {'first_month': '2026-05-01'}                 | grouped_month_pkey
        contract_group  | {'first_month': '2026-07-01', 'agreed_by': ' '}    | contract_group_agreed_by_check
        contract_group  | {'first_month': '2026-07-01', 'requested_by': ' '} | contract_group_requested_by_check
        contract_group  | {'first_month': '2026-07-02'}                 | contract_group_first_month_check
        account_manager | {'nth': 2, 'login': ' '}                      | account_manager_login_check
        hours_version   | {'version': 3}                                | does not follow
        hours_version   | {'version': 2, 'from_month': '2025-12-01'}    | does not follow
        hours_version   | {'version': 2, 'minutes': 0}                  | hours_version_minutes_check
        hours_version   | {'version': 2, 'work': ['JUGGLING']}          | hours_version_work_check
        contract        | {'number': 'H-2'}                             | no account manager
        contract        | {'number': 'P-2', 'kind': 'POINTS'}           | points_by_the_calendar
        """)
    void aWrongRowIsRefused(String table, String changed, String guard) {
        String copy = "insert into TABLE select (jsonb_populate_record(t, 'CHANGED')).* from TABLE t";
        String sql = copy.replace("TABLE", table).replace("CHANGED", changed.replace('\'', '"'));
        assertThatThrownBy(() -> owner.update(sql)).rootCause().hasMessageContaining(guard);
    }

    @Test
    void p14PointsAreGrantedToSitesThatAreThere() {
        assertThatThrownBy(() -> owner.update("""
            with made as (insert into contract select desk, 'P-1', 'POINTS', customer, zone, 1, first_day, made_by,
                                made_at
                            from contract returning desk, number),
                 terms as (insert into points_version select desk, number, 'POINTS', 1, '2026-01-01', null, null, 0,
                            'k', now() from made returning desk, number, version)
            insert into points_allowance select desk, number, version, 4711, 10 from terms
            """)).rootCause().hasMessageContaining("allowance_of_a_site");
    }

    @Test
    void aDeskIsNotRegisteredWithAnotherUnit() {
        assertThatThrownBy(() -> storage.register(Desks.paidIn(Unit.POINT), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "desk ‘support’ works in credits since it was made, and its file says point; put ‘unit’ back,"
                                + " or give the new desk another short name (‘desk’)");
        assertThat(owner.queryForObject("select unit from desk where desk = 'support'", String.class))
                .isEqualTo("CREDIT");
    }

    @Test
    void noTermsOfHoursForAContractOnPoints() {
        assertThatThrownBy(() -> owner.update("""
            insert into points_version values ('support', 'H-1', default, 1, '2026-01-01', null, null, 0, 'kim', now())
            """))
                .rootCause()
                .hasMessageContaining("points_version_desk_number_kind_fkey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update hours_version set minutes = 6000",
                "update contract set zone = 'UTC'",
                "delete from contract_group",
                "truncate contract_end"
            })
    void whatWasAgreedIsNotRewritten(String sql) {
        assertThatThrownBy(() -> owner.update(sql)).rootCause().hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into points_version values ('support', 'X', default, 1, '2026-01-01', null, null, 0, 'k',"
                        + " now())",
                "insert into points_allowance values ('support', 'X', 1, 1, 1000)",
                "insert into hours_version select * from hours_version",
                "insert into contract_discount values ('support', 'H-1', 'HOURS', 1, 100, 'kim', now())",
                "insert into contract select * from contract",
                "update hours_version set minutes = 6000"
            })
    void p23OnlyBillingWritesPointsAndPrices(String sql) {
        assertThatThrownBy(() -> owner.execute((ConnectionCallback<Boolean>) connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("set role parley_bot");
                        try {
                            return statement.execute(sql);
                        } finally {
                            statement.execute("reset role");
                        }
                    }
                }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
