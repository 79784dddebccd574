package dev.parley.storage;

import dev.parley.core.port.StaleTicket;
import dev.parley.core.port.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Work in one transaction at READ COMMITTED. What lost a race or its connection is run again after a short, random
 * pause; what failed for another reason is not, and a commit whose answer was lost is not either, because it may have
 * happened.
 */
final class Transactions {
    private static final int TRIES_MAX = 5;
    private static final long PAUSE_MILLIS = 10;

    /** Serialization failure, deadlock, administrator's or crash shutdown, starting up. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "57P01", "57P02", "57P03");

    private static final String CONNECTION_LOST = "08";

    private final DataSource pool;

    Transactions(DataSource pool) {
        this.pool = pool;
    }

    <T> T run(Function<JdbcTemplate, T> work) {
        return run(work, true);
    }

    /** Runs it in the same way, and rolls it back. */
    <T> T rehearse(Function<JdbcTemplate, T> work) {
        return run(work, false);
    }

    private <T> T run(Function<JdbcTemplate, T> work, boolean kept) {
        for (int tried = 1; ; tried++) {
            try {
                return once(work, kept);
            } catch (RuntimeException | SQLException failure) {
                if (!passing(failure)) {
                    throw rethrown(failure);
                }
                if (tried == TRIES_MAX) {
                    throw new StoreUnavailable("tried " + tried + " times; the last: " + failure.getMessage(), failure);
                }
                pause(tried);
            }
        }
    }

    private <T> T once(Function<JdbcTemplate, T> work, boolean kept) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            boolean done = false;
            try {
                T result = work.apply(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
                if (kept) {
                    done = true;
                    commit(connection);
                }
                return result;
            } finally {
                if (!done) {
                    rollback(connection);
                }
            }
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException failure) {
            if (lostConnection(failure.getSQLState())) {
                throw new StoreUnavailable("the connection was lost at the commit, which may have happened", failure);
            }
            throw failure;
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // The server undoes what a lost connection began; what went wrong before is what counts.
        }
    }

    private static boolean passing(Throwable failure) {
        if (failure instanceof StaleTicket) {
            return true;
        }
        if (failure instanceof StoreUnavailable) {
            return false;
        }
        String state = sqlState(failure);
        return state != null && (PASSING.contains(state) || lostConnection(state));
    }

    private static boolean lostConnection(@Nullable String state) {
        return state != null && (state.startsWith(CONNECTION_LOST) || state.startsWith("57P"));
    }

    private static @Nullable String sqlState(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return null;
    }

    private static RuntimeException rethrown(Exception failure) {
        return failure instanceof RuntimeException unchecked
                ? unchecked
                : new StoreUnavailable("the database did not answer: " + failure.getMessage(), failure);
    }

    private static void pause(int tried) {
        long millis = ThreadLocalRandom.current().nextLong(PAUSE_MILLIS << tried) + 1;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
