package dev.parley.storage;

import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.Tries;
import dev.parley.storage.PostgresFixture.TestDatabase;
import dev.parley.testkit.Desks;
import dev.parley.testkit.Ports;
import dev.parley.testkit.SettableClock;
import dev.parley.testkit.StorageContract;
import org.springframework.jdbc.core.JdbcTemplate;

/** Storages for tests. */
final class Storages {
    private static final int CONNECTIONS_MAX = 12;

    private Storages() {}

    /** The storage all tests of a JVM share, emptied: much faster than a database for each test. */
    static PostgresStorage emptied() {
        new JdbcTemplate(Shared.DATABASE.owner()).execute("""
            do $$
            declare t record;
            begin
              set local session_replication_role = replica;
              for t in select schemaname, tablename from pg_tables
                        where schemaname in ('public', 'ledger') and tablename <> 'flyway_schema_history' loop
                execute format('delete from %I.%I', t.schemaname, t.tablename);
              end loop;
            end $$
            """);
        register(Shared.STORAGE);
        return Shared.STORAGE;
    }

    /** A storage on a database of its own, with the desks of the contracts. */
    static PostgresStorage fresh() {
        return on(PostgresFixture.freshDatabase());
    }

    /** Another process on this database. */
    static PostgresStorage on(TestDatabase database) {
        PostgresStorage storage = PostgresStorage.open(settings(database), SettableClock.onAMonday());
        register(storage);
        return storage;
    }

    private static void register(PostgresStorage storage) {
        storage.register(desk(Desks.SUPPORT), StorageContract.NOW);
        storage.register(desk(Desks.SALES), StorageContract.NOW);
    }

    static PostgresSettings settings(TestDatabase database) {
        String url = "jdbc:postgresql://localhost:" + database.port() + "/" + database.name();
        return PostgresSettings.of(url, "postgres", "postgres").withConnections(CONNECTIONS_MAX);
    }

    static Ports ports(PostgresStorage s) {
        return new Ports(
                s.store(),
                s.inbox(),
                s.keptFiles(),
                s.missedMail(),
                s.outbox(),
                s.dueWork(),
                s.levelWork(),
                s.histories(),
                s.leases(),
                s.checkpoints(),
                s.customers(),
                s.contracts(),
                s.contractClocks(),
                s.standingWork(),
                s.staff(),
                s.tickets(),
                s.features(),
                s.wallets(),
                Tries.DEFAULT);
    }

    private static DeskPolicy desk(String name) {
        DeskPolicy p = Desks.proSupport();
        return new DeskPolicy(
                name,
                p.name(),
                Unit.CREDIT,
                p.zone(),
                p.categories(),
                p.quotes(),
                p.closing(),
                p.preAgreementCap(),
                p.customerSupport());
    }

    /** Opened when first asked for; ends with the JVM. */
    private static final class Shared {
        static final TestDatabase DATABASE = PostgresFixture.freshDatabase();
        static final PostgresStorage STORAGE = on(DATABASE);
    }
}
