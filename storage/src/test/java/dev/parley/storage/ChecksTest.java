package dev.parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.port.Wallets.Violation;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Messages;
import dev.parley.testkit.Ports;
import dev.parley.testkit.StorageContract;
import dev.parley.testkit.Tickets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the core's records forbid is forbidden in the tables too: each check is seen red. */
class ChecksTest implements StorageContract {
    private final TestDatabase database = PostgresFixture.freshDatabase();
    private final JdbcTemplate owner = new JdbcTemplate(database.owner());
    private final PostgresStorage storage = Storages.on(database);

    @Override
    public Ports ports() {
        return Storages.ports(storage);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void fill() {
        var alice = approver("alice@customer.example");
        quoted(alice, 10);
        storage.inbox().record(List.of(Messages.raw("support", "m1", NOW)));
        storage.store().transact(tx -> {
            tx.keep(Messages.from("alice@customer.example", "q1", "Hello", NOW), null, null, visibility());
            tx.send(Messages.to("alice@customer.example", 0, "o1", true), NOW);
            return true;
        });
    }

    private static Visibility visibility() {
        return Visibility.PUBLIC;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update ticket set cap = 5                                        | cap_when_agreed_in_advance
        update ticket set mode = 'PRE_AGREED'                            | cap_when_agreed_in_advance
        update ticket set state = 'ANSWERED'                             | state_as_in_data
        update ticket set due_at = null                                  | watched_until_it_ends
        update ticket set quotes = 0                                     | priced_when_quoted
        update ticket set agreed_at = now()                              | waiting_when_agreed
        update ticket set state = 'FUNDING', state_data = '{"type": "FUNDING"}' | agreed_while_waiting
        update ticket set state = 'LOST', state_data = '{"type": "LOST"}' | ticket_state_check
        update ticket set type = 'OTHER'                                 | ticket_type_check
        update ticket set version = -1                                   | ticket_version_check
        update ticket set parent = number                                | ticket_check
        update message set auth = null where direction = 'IN'            | in_with_verdict
        update message set evidence = 'x' where direction = 'OUT'        | in_with_verdict
        update message set from_name = null                              | sender_is_whole
        update message set reading_kind = 'YES'                          | reading_is_whole
        update message set reading_amount = 5                            | amount_is_a_counter
        update message set to_names = '{}'                               | message_check
        update message set visibility = 'ALL'                            | message_visibility_check
        update inbox set status = 'DONE'                                 | worked_on_before_it_ends
        update inbox set status = 'LOST', tries = 1                      | inbox_status_check
        update outbox set status = 'SENT', provider_id = ''              | done_when_not_pending
        update outbox set status = 'SENT', done_at = now()               | provider_when_sent
        update outbox set status = 'DEAD', done_at = now()               | dead_with_a_reason
        update contact set address = 'Alice@customer.example'            | contact_address_check
        update approver set until = since - interval '1 second'          | approver_check
        update customer set pre_agreed_up_to = 0                         | customer_pre_agreed_up_to_check
        insert into approver (desk, contact, since) select desk, contact, since from approver | approver_now
        insert into checkpoint values ('c', repeat('x', 8001))           | checkpoint_value_check
        """)
    void theTablesRefuseWhatTheRecordsRefuse(String wrong, String guard) {
        fill();
        assertThatThrownBy(() -> owner.execute(wrong))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("\"" + guard + "\"");
    }

    @ParameterizedTest
    @CsvSource({"ticket_event", "audit"})
    void historyIsNotRewritten(String table) {
        fill();
        for (String wrong :
                List.of("update " + table + " set at = now()", "delete from " + table, "truncate " + table)) {
            assertThatThrownBy(() -> owner.execute(wrong)).hasStackTraceContaining("history is append-only");
        }
    }

    @Test
    void anInvariantFindsWhatAnOwnerOfTheDatabaseBrings() {
        var alice = approver("alice@customer.example");
        pay(alice.customer(), 100, "order-1");
        var ticket = quoted(alice, 10);
        act(ticket.id(), t -> Tickets.agreed(t, alice, "yes-1", NOW));
        assertThat(storage.wallets().violations()).isEmpty();
        owner.execute("update approver set until = since, since = since - interval '1 day'");
        owner.execute("update approver set until = until - interval '1 second'");
        assertFound("I20");
        owner.execute("update ticket set state = 'CLOSED', state_data = '{\"type\": \"CLOSED\"}', type = 'INCIDENT'");
        assertFound("I16");
        assertFound("I17");
    }

    private void assertFound(String code) {
        assertThat(storage.wallets().violations())
                .extracting(Violation::invariant)
                .contains(code);
    }
}
