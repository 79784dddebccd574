package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Ports;
import dev.parley.testkit.StorageContract;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A desk may have any number of tickets: none is left out of the queue or a report. */
class ManyHistoriesTest implements StorageContract {
    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final PostgresStorage storage = Storages.on(database);
    private final Ports ports = Storages.ports(storage);

    @Override
    public Ports ports() {
        return ports;
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {PostgresHistories.PAGE - 1, PostgresHistories.PAGE, 2 * PostgresHistories.PAGE + 1})
    void allAreReadInOrderAndOnce(int many) {
        long first = created(approver("alice@customer.example")).id().number();
        new JdbcTemplate(database.owner()).update("""
            insert into ticket select (jsonb_populate_record(t, jsonb_build_object('number', number + i))).*
              from ticket t, generate_series(1, ?) i where desk = ?
            """, many - 1, Desks.SUPPORT);
        Stream.of(
                        ports.histories().open(Desks.SUPPORT),
                        ports.histories().between(Desks.SUPPORT, NOW, NOW.plusSeconds(1)))
                .forEach(histories -> assertThat(
                                histories.map(history -> history.ticket().id().number()))
                        .containsExactlyElementsOf(
                                LongStream.range(first, first + many).boxed().toList()));
    }
}
