package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresFixtureTest {
    private final PostgresFixture.TestDatabase database = PostgresFixture.freshDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void whatDurabilityRestsOnIsOn(String setting) {
        assertThat(read(database, "show " + setting)).isEqualTo("on");
    }

    @Test
    void aFreshDatabaseHasTheMigrationsAndNobodyElsesRows() {
        new JdbcTemplate(database.owner()).execute("select ledger.register_desk('mine', now())");

        var other = PostgresFixture.freshDatabase();

        assertThat(read(other, "select count(*)::text from ledger.desk")).isEqualTo("0");
        assertThat(read(database, "select count(*)::text from ledger.desk")).isEqualTo("1");
    }

    @Test
    void aConnectionMayHaveTheRightsOfARole() {
        assertThat(new JdbcTemplate(database.as("parley_bot")).queryForObject("select current_user", String.class))
                .isEqualTo("parley_bot");
    }

    private static String read(PostgresFixture.TestDatabase database, String sql) {
        return String.valueOf(new JdbcTemplate(database.owner()).queryForObject(sql, String.class));
    }
}
