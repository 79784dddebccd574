package dev.parley.storage;

import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import dev.parley.testkit.StorageContract;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each guard of orders, of agreements on automatic purchases and of who may write prices (ADR 14) is taken away once,
 * in a transaction that is rolled back: with it the misdeed of the database's owner is refused by that very guard,
 * without it the misdeed happens.
 */
class OrderGuardsTest {
    private static final GuardedDatabase GUARDED = new GuardedDatabase();

    private static PostgresStorage storage;

    @BeforeAll
    static void orders() {
        storage = Storages.on(GUARDED.database());
        By by = new By(new Actor.Desk(), StorageContract.NOW);
        var customer = storage.customers().create("support", "Customer Ltd", by);
        storage.staff().enroll(new Person("support", "ann", "Ann", Set.of(Role.AGENT)), by);
        storage.store().transact(tx -> tx.introduce("support", "alice@customer.example", "Alice", "en"));
        GUARDED.owner().update("""
            insert into purchase (desk, number, customer, units, price_minor, currency, ordered_at, key, how, pay_by,
                ticket, automatic, state, paid_how, payment, paid_at, ended_at)
              select 'support', n, ?, 50, 15000, 'USD', now(), 'k-' || n, 'SAVED', now(), 7, n, s,
                     case when s = 'PAID' then 'SAVED' end, case when s = 'PAID' then 'pi_' || n end,
                     case when s = 'PAID' then now() end, case when s = 'CANCELLED' then now() end
                from (values (1, 'OPEN'), (2, 'PAID'), (3, 'CANCELLED')) o (n, s)
            """, customer.number());
        GUARDED.owner().update("""
            insert into standing_order (desk, number, customer, below, units, price_minor, currency, per_day, per_month,
                contact, address, words, agreed_at, ticket, state, why, since, saved_customer, saved_method)
              select 'support', n, ?, 20, 50, 15000, 'USD', 2, 10, (select min(number) from contact), 'a@b.example',
                     'I agree.', now(), 7, s, w, t, c, c
                from (values (1, 'OFF', 'x', now(), null), (2, 'ON', '', now(), 'cus_1'), (3, 'ASKED', '', null, null))
                  o (n, s, w, t, c)
            """, customer.number());
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/order-guards.csv", delimiter = '|')
    void withoutItWhatWasAgreedAndPaidIsNotWhatItWas(String guard, String sabotage, String misdeed) {
        GUARDED.seenRed(guard, sabotage, misdeed);
    }

    @ParameterizedTest
    @CsvSource({"price", "wallet_block", "journal"})
    void p23p24WithoutItAnAgentWritesPricesAndGivesMoneyAway(String table) {
        String misdeed = switch (table) {
            case "price" ->
                "insert into ledger.price (desk, unit, category_key, amount_min, actor, effective_at)"
                        + " values ('support', 'CREDIT', 'build', 1, 'staff:ann', now())";
            case "journal" ->
                "insert into ledger.journal (desk, idempotency_key, request_hash, kind, actor, effective_at)"
                        + " values ('support', 'rogue', '', 'GRANT', 'staff:ann', now())";
            default ->
                "insert into ledger.wallet_block (desk, wallet_id, blocked, actor, reason, effective_at)"
                        + " select 'support', ledger.open_wallet('support', 1, 'CREDIT', now(), null, false),"
                        + " false, 'staff:ann', 'why not', now()";
        };
        GUARDED.seenRed("needs the role billing", "drop trigger only_by_billing on ledger." + table, misdeed);
    }
}
