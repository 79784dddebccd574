package dev.parley.storage;

import static dev.parley.testkit.Deals.allowed;
import static dev.parley.testkit.Deals.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.Group;
import dev.parley.core.port.Contracts.Why;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Levels.Told;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.ticket.RequestType;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Deals;
import dev.parley.testkit.Ports;
import dev.parley.testkit.TimeStage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Each guard of table-guards.sql is taken away once, in a transaction that is rolled back: with it the misdeed fails,
 * without it the misdeed goes through. So each is needed, and nothing else does its work.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TheTablesGuardsAreSeenRedTest implements TimeStage {
    private static final int GUARDS = 31;

    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final PostgresStorage storage = Storages.on(database);

    @Override
    public Ports ports() {
        return Storages.ports(storage);
    }

    record Guard(String name, String sabotage, String misdeed) {
        static Guard in(String block) {
            String[] parts = block.split("\n-- misdeed\n", 2);
            String[] lines = parts[0].split("\n", 2);
            return new Guard(lines[0], lines[1], parts[1]);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Guard> guards() throws IOException {
        try (var in = TheTablesGuardsAreSeenRedTest.class.getResourceAsStream("/table-guards.sql")) {
            String file = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(file.split("\n-- guard: ")).skip(1).map(Guard::in).toList();
        }
    }

    @BeforeAll
    void theScene() {
        By by = new By(AGENT, NOW);
        Covered shop = covered("H-1", hours(600));
        Group both = new Group(MARCH, new Consent("alice", NOW, "please"), new Consent(Deals.MANAGER, NOW, "yes"));
        allowed(ports().contracts()
                .changeHours(shop.contract().contract().id(), c -> c.grouped(both), new Why(by, "grouped")));
        cycles().turn(shop.contract().contract().id(), NOW.plusSeconds(7 * 86_400));
        added(shop, "2026-03-02T08:00:00Z", 30);
        CustomerId other = ports().customers().create("support", "Other Ltd", by);
        SiteId site = ports().customers().addSite(other, "news", by);
        allowed(ports().contracts()
                .begin(Deals.onPoints("P-1", other, "2026-02-01", null, Deals.points(60, site)), new Why(by, "made")));
        ports().store().transact(tx -> {
            tx.levels().classify(shop.ticket().id(), new Classified(NOW, RequestType.COVERED, "", ""), AGENT);
            return tx.levels().told(shop.ticket().id(), new Told("warning/50", "", NOW, false, NOW));
        });
        new JdbcTemplate(database.owner()).queryForObject("select ledger.seal('support', 2)", Integer.class);
        assertThat(storage.wallets().violations()).isEmpty();
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Test
    void noGuardIsForgotten() throws IOException {
        assertThat(guards()).hasSize(GUARDS);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void withItTheMisdeedFailsAndWithoutItNothingElseStopsIt(Guard guard) throws SQLException {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            assertThatThrownBy(() -> misdeed(jdbc, guard)).as("with the guard").isInstanceOf(DataAccessException.class);
            connection.rollback();
            jdbc.execute(guard.sabotage());
            misdeed(jdbc, guard);
            connection.rollback();
        }
    }

    /** Guards that wait for the end of the transaction are asked at once. */
    private static void misdeed(JdbcTemplate jdbc, Guard guard) {
        jdbc.execute(guard.misdeed() + ";\nset constraints all immediate");
    }
}
