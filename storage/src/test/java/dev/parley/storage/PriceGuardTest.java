package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Desks;
import dev.parley.testkit.StorageContract;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** P-23 and P-24 with nothing but SQL: who may not write prices, and gives nothing away. */
class PriceGuardTest {
    private static final TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private static final String PRICE = "select ledger.set_price('support', 'POINT', 'build', 1, 9, '%s', now())";

    private static PostgresStorage storage;

    @BeforeAll
    static void people() {
        storage = Storages.on(DATABASE);
        enroll("ann", Role.AGENT, Role.DISPUTE_APPROVER, Role.PRODUCT);
        enroll("pat", Role.BILLING);
    }

    private static void enroll(String login, Role... roles) {
        Person person = new Person(Desks.SUPPORT, login, login, Set.copyOf(Arrays.asList(roles)));
        storage.staff().enroll(person, new By(new Actor.Desk(), StorageContract.NOW));
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    /** What a support agent's connection may not do. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ledger.set_price('support', 'POINT', 'build', 1, 9, 'desk', now())",
                "select ledger.grant_units('support', 1, 5, 'gift', 'gift', 'desk', now())",
                "select ledger.charge_back('support', 'order', 'key', 'desk', '', now())",
                "insert into ledger.price (desk, unit, category_key, amount_min, actor, effective_at)"
                        + " values ('support', 'POINT', 'build', 1, 'desk', now())",
                "update staff set roles = array['BILLING'] where login = 'ann'",
                "insert into staff select desk, 'eve', name, array['BILLING'], sha256('x'), true, since from staff",
                "alter table ledger.price disable trigger all",
                "drop function only_by cascade"
            })
    void p23AConnectionOfSupportWritesNoPricesAndMakesNobodyWhoDoes(String sql) {
        assertThatThrownBy(() -> new JdbcTemplate(DATABASE.as("parley_bot")).execute(sql))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("ERROR: ")
                .hasStackTraceContaining(sql.startsWith("alter") || sql.startsWith("drop") ? "owner" : "permission");
    }

    @ParameterizedTest
    @CsvSource({"ann, postgres", "ann, parley_billing", "nobody, parley_billing"})
    void p23APersonWithoutTheRoleWritesNoPricesWhateverTheConnectionMay(String login, String role) {
        var connection = new JdbcTemplate(role.equals("postgres") ? DATABASE.owner() : DATABASE.as(role));
        assertThatThrownBy(() -> connection.execute(PRICE.formatted("staff:" + login)))
                .hasStackTraceContaining("staff:" + login + " may not write price: that needs the role billing");
    }

    @Test
    void p23BillingAndTheDeskItselfWritePrices() {
        for (String who : Stream.of("staff:pat", "desk").toList()) {
            new JdbcTemplate(DATABASE.as("parley_billing"))
                    .execute(PRICE.formatted(who).replace("9", "1" + who.length()));
        }
        assertThat(new JdbcTemplate(DATABASE.owner())
                        .queryForList("select actor from ledger.price order by id", String.class))
                .containsExactly("staff:pat", "desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "journal", "wallet_block"})
    void p24EveryTableOfMoneyGivenAwayHasTheGuard(String table) {
        assertThat(new JdbcTemplate(DATABASE.owner())
                        .queryForList(
                                "select tgname from pg_trigger where tgrelid = ('ledger.' || ?)::regclass and tgenabled"
                                        + " = 'O' and tgfoid = 'only_by'::regproc",
                                String.class,
                                table))
                .containsExactly("only_by_billing");
    }
}
