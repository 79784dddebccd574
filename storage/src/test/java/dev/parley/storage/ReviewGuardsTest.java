package dev.parley.storage;

import dev.parley.core.customer.Contact;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.testkit.StorageContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each guard of reviews and of who is logged in is taken away once, in a transaction that is rolled back: with it the
 * misdeed of the database's owner is refused by that very guard, without it the misdeed happens. Alice and Bob bought
 * something, Carol did not; Bob has a review, session 3 was ended.
 */
class ReviewGuardsTest {
    private static final GuardedDatabase GUARDED = new GuardedDatabase();

    private static PostgresStorage storage;

    @BeforeAll
    static void aReview() {
        storage = Storages.on(GUARDED.database());
        paid(introduced("alice"));
        paid(introduced("bob"));
        introduced("carol");
        GUARDED.owner().update("""
            insert into login_session (desk, contact, opened_at, until, ended_at)
              select 'support', c, '2026-03-02 09:00Z', '2026-03-02 10:00Z', e
                from (values (1, null::timestamptz), (2, null), (1, '2026-03-02 09:10Z'), (3, null), (2, null)) s (c, e)
            """);
        GUARDED.owner().update("""
            insert into review (desk, customer, author, session, stars, name, text, state, changes, written_at,
                changed_at)
              values ('support', 2, 2, 2, 5, 'Bob', 'Good.', 'SHOWN', 1, '2026-03-02 09:20Z', '2026-03-02 09:20Z')
            """);
        GUARDED.owner().update("update login_session set ended_at = '2026-03-02 09:21Z' where number = 2");
    }

    private static Contact introduced(String name) {
        return storage.store().transact(tx -> tx.introduce("support", name + "@customer.example", name, "en"));
    }

    private static void paid(Contact contact) {
        WalletKey wallet = WalletKey.of(contact.customer(), Unit.CREDIT);
        Grant grant = new Grant(wallet, 50, contact.name(), 150_00, new Actor.Desk(), StorageContract.NOW);
        storage.store().transact(tx -> tx.grant(grant));
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/review-guards.csv", delimiter = '|')
    void c26WithoutItSomebodyReviewsWhoMayNot(String guard, String sabotage, String misdeed) {
        GUARDED.seenRed(guard, sabotage, misdeed);
    }
}
