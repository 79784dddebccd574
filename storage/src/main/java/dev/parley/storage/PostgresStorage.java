package dev.parley.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.ChatCards;
import dev.parley.core.port.ChatInstallations;
import dev.parley.core.port.ChatPeople;
import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.ContractClocks;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Customers;
import dev.parley.core.port.DueWork;
import dev.parley.core.port.Evidence;
import dev.parley.core.port.Features;
import dev.parley.core.port.Histories;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.Leases;
import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.Leftovers;
import dev.parley.core.port.LevelWork;
import dev.parley.core.port.MissedMail;
import dev.parley.core.port.Originals;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.Quarantine;
import dev.parley.core.port.Staff;
import dev.parley.core.port.StandingWork;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Turnover;
import dev.parley.core.port.Wallets;
import dev.parley.storage.ledger.LedgerSql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** All storage in one PostgreSQL. Several processes may open the same database and share its work. */
public final class PostgresStorage implements AutoCloseable {
    /** Longest a session may keep a transaction open without saying anything, in milliseconds: a stuck worker. */
    private static final int IDLE_IN_TRANSACTION_MILLIS_MAX = 60_000;

    /** Connections kept open while there is nothing to do. */
    private static final int CONNECTIONS_IDLE = 2;

    private static final int NAME_LENGTH_MAX = 200;

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final PostgresSettings settings;
    private final InstantSource clock;

    private PostgresStorage(HikariDataSource pool, PostgresSettings settings, InstantSource clock) {
        this.pool = pool;
        this.settings = settings;
        this.clock = clock;
        transactions = new Transactions(pool);
    }

    /** Connects and brings the schema up to date. Fails with the driver's words if the database cannot be reached. */
    public static PostgresStorage open(PostgresSettings settings, InstantSource clock) {
        return open(settings, clock, Flyway::migrate);
    }

    /**
     * Connects and changes nothing.
     *
     * @throws OtherSchema if the schema is missing, older or newer
     */
    public static PostgresStorage openAsItIs(PostgresSettings settings, InstantSource clock) {
        return open(settings, clock, OtherSchema::check);
    }

    private static PostgresStorage open(PostgresSettings settings, InstantSource clock, Consumer<Flyway> first) {
        HikariDataSource pool = new HikariDataSource(config(settings));
        try {
            first.accept(Flyway.configure(PostgresStorage.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load());
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
        return new PostgresStorage(pool, settings, clock);
    }

    private static HikariConfig config(PostgresSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("parley");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setMinimumIdle(CONNECTIONS_IDLE);
        config.setConnectionTimeout(settings.connectWait().toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", "parley");
        config.addDataSourceProperty("prepareThreshold", "3");
        // Else a statement that fails says all its values, and the pool logs them: mails, addresses.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=" + settings.statementTime().toMillis()
                        + " -c idle_in_transaction_session_timeout=" + IDLE_IN_TRANSACTION_MILLIS_MAX
                        + " -c timezone=UTC");
        return config;
    }

    /**
     * Makes the desk known, or renames it; to be called for every desk at every start.
     *
     * @throws IllegalArgumentException if it was registered with another unit: its tickets and wallets are in that one
     */
    public void register(DeskPolicy policy, Instant now) {
        transactions.run(jdbc -> {
            new LedgerSql(jdbc).registerDesk(policy.desk(), now);
            jdbc.queryForList("select unit from desk where desk = ?", String.class, policy.desk()).stream()
                    .filter(unit -> !policy.unit().name().equals(unit))
                    .findFirst()
                    .ifPresent(unit -> {
                        throw new IllegalArgumentException("desk ‘" + policy.desk() + "’ works in "
                                + unit.toLowerCase(Locale.ROOT) + "s since it was made, and its file says "
                                + policy.unit().name().toLowerCase(Locale.ROOT)
                                + "; put ‘unit’ back, or give the new desk another short name (‘desk’)");
                    });
            return jdbc.update(
                    """
                    insert into desk (desk, name, unit, registered_at) values (?, ?, ?, ?)
                    on conflict (desk) do update set name = excluded.name
                    """,
                    policy.desk(),
                    Columns.cut(policy.name(), NAME_LENGTH_MAX),
                    policy.unit().name(),
                    Columns.time(now));
        });
    }

    /** The desks that were ever registered, by their short names. */
    public List<String> desks() {
        return transactions.run(jdbc -> jdbc.queryForList("select desk from desk order by desk", String.class));
    }

    /** Where decisions are kept. */
    public Store store() {
        return new PostgresStore(transactions, clock);
    }

    /** What arrived. */
    public Inbox inbox() {
        return new PostgresInbox(transactions, settings.tries().inbox());
    }

    /** What failed every try. */
    public Quarantine quarantine() {
        return new PostgresInbox(transactions, settings.tries().inbox());
    }

    /** Files that were taken out of messages. */
    public KeptFiles keptFiles() {
        return new PostgresKeptFiles(transactions);
    }

    /** Files that stand in no message any more. */
    public Leftovers leftovers() {
        return new PostgresKeptFiles(transactions);
    }

    /** Messages as they came. */
    public Originals originals() {
        return new PostgresOriginals(transactions);
    }

    /** Mail its server did not hand over. */
    public MissedMail missedMail() {
        return new PostgresMissedMail(transactions);
    }

    /** What is to be sent. */
    public Outbox outbox() {
        return new PostgresOutbox(transactions, settings.tries().outbox());
    }

    /** What is due. */
    public DueWork dueWork() {
        return new PostgresDueWork(transactions);
    }

    /** Whose deadlines are to be looked at. */
    public LevelWork levelWork() {
        return new PostgresLevelWork(transactions);
    }

    /** What happened to tickets. */
    public Histories histories() {
        return new PostgresHistories(transactions);
    }

    /** Who alone does what. */
    public Leases leases() {
        return new PostgresLeases(transactions);
    }

    /** How far readers have come. */
    public Checkpoints checkpoints() {
        return new PostgresCheckpoints(transactions);
    }

    /** Customers and their contacts. */
    public Customers customers() {
        return new PostgresCustomers(transactions);
    }

    /** What customers and we agreed on. */
    public Contracts contracts() {
        return new PostgresContracts(transactions);
    }

    /** Contracts whose cycles turn. */
    public ContractClocks contractClocks() {
        return new PostgresContractClocks(transactions);
    }

    /** Standing orders to be looked at. */
    public StandingWork standingWork() {
        return new PostgresStandingWork(transactions);
    }

    /** The desk's people. */
    public Staff staff() {
        return new PostgresStaff(transactions);
    }

    /** What staff see. */
    public TicketReads tickets() {
        return new PostgresReads(transactions);
    }

    /** Wishes for the product. */
    public Features features() {
        return new PostgresFeatures(transactions);
    }

    /** What customers have. */
    public Wallets wallets() {
        return new PostgresWallets(transactions);
    }

    /** What went through wallets. */
    public Turnover turnover() {
        return new PostgresTurnover(transactions);
    }

    /** The journal as auditors get it. */
    public LedgerChain ledgerChain() {
        return new PostgresLedgerChain(transactions);
    }

    /** What proves charges. */
    public Evidence evidence() {
        return new PostgresEvidence(transactions);
    }

    /** Tickets as cards in a chat. */
    public ChatCards chatCards() {
        return new PostgresChatCards(transactions);
    }

    /** Staff as a chat knows them. */
    public ChatPeople chatPeople() {
        return new PostgresChatPeople(transactions);
    }

    /** Workspaces that installed our app. */
    public ChatInstallations chatInstallations() {
        return new PostgresChatInstallations(transactions);
    }

    /** For health checks and metrics; nobody else needs it. */
    public DataSource dataSource() {
        return pool;
    }

    /** Closes all connections; what is under way is undone by the server. */
    @Override
    public void close() {
        pool.close();
    }
}
