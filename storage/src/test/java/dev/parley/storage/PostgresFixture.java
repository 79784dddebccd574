package dev.parley.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One durable PostgreSQL for all tests of a JVM, and a fresh, migrated database for whoever asks: a copy of a
 * template, made in a fraction of a second. The server ends with the JVM.
 */
public final class PostgresFixture {
    private static final String TEMPLATE = "parley_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PostgresFixture() {}

    /** A database with all migrations applied and nothing else in it. */
    public static TestDatabase freshDatabase() {
        var name = "test_" + NUMBER.incrementAndGet();
        new JdbcTemplate(Server.ADMIN).execute("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(Server.POSTGRES.getPort(), name);
    }

    /** Applies all migrations. */
    public static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    /** A database of the shared server. Connections are not pooled: close them. */
    public record TestDatabase(int port, String name) {
        /** Connects as the owner, who is a superuser here. */
        public DataSource owner() {
            return connectingAs("postgres", "");
        }

        /** Connects with the rights of this role. */
        public DataSource as(String role) {
            return connectingAs("postgres", "-c role=" + role);
        }

        /** Logs in as this user, without a password. */
        public DataSource login(String user) {
            return connectingAs(user, "");
        }

        private DataSource connectingAs(String user, String options) {
            var source = new PGSimpleDataSource();
            source.setServerNames(new String[] {"localhost"});
            source.setPortNumbers(new int[] {port});
            source.setDatabaseName(name);
            source.setUser(user);
            source.setOptions(options);
            return source;
        }
    }

    /** Started when first asked for. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
        static final DataSource ADMIN = POSTGRES.getPostgresDatabase();

        private static EmbeddedPostgres start() {
            try {
                var postgres = DurablePostgres.start();
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create database " + TEMPLATE);
                }
                migrate(postgres.getDatabase("postgres", TEMPLATE));
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL did not start", failure);
            } catch (SQLException failure) {
                throw new IllegalStateException("the template database could not be made", failure);
            }
        }
    }
}
