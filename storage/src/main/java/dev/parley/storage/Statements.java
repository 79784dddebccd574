package dev.parley.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Statements of one transaction in few round trips: what changes something waits and goes with the next query, in the
 * order in which it was said. A failure of something that waited shows up there. See
 * docs/adr/0013-writes-wait-for-the-next-read.md.
 */
final class Statements {
    /** More than these are sent without waiting for a query. */
    private static final int WAITING_MAX = 32;

    private final JdbcOperations jdbc;
    private final List<Statement> waiting = new ArrayList<>();

    Statements(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A change whose result nobody waits for. */
    Change later(String sql, @Nullable Object... arguments) {
        return later(_ -> {}, sql, arguments);
    }

    /** The same; {@code changed} is told how many rows it changed, and may throw. */
    Change later(IntConsumer changed, String sql, @Nullable Object... arguments) {
        if (waiting.size() >= WAITING_MAX) {
            flush();
        }
        Change change = new Change(sql, arguments, changed);
        waiting.add(change);
        return change;
    }

    /** Rows, after everything that waited. */
    <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        Query<T> query = new Query<>(sql, mapper, arguments);
        waiting.add(query);
        flush();
        return query.rows;
    }

    /** The only row of a query that always has one, after everything that waited. */
    <T> T one(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
        return query(sql, mapper, arguments).getFirst();
    }

    /** Runs queries that look at nothing that may be waiting. */
    void apart(Query<?>... queries) {
        send(List.of(queries));
    }

    /** For statements that are not sent from here; sends what waits. */
    JdbcOperations direct() {
        flush();
        return jdbc;
    }

    /** Sends what waits. */
    void flush() {
        if (!waiting.isEmpty()) {
            List<Statement> statements = List.copyOf(waiting);
            waiting.clear();
            send(statements);
        }
    }

    private void send(List<Statement> statements) {
        String sql = statements.stream().map(statement -> statement.sql).collect(Collectors.joining(";\n"));
        jdbc.execute(sql, (PreparedStatementCallback<Boolean>) prepared -> {
            int place = 0;
            for (Statement statement : statements) {
                for (Object argument : statement.arguments) {
                    place++;
                    StatementCreatorUtils.setParameterValue(prepared, place, SqlTypeValue.TYPE_UNKNOWN, argument);
                }
            }
            prepared.execute();
            for (Statement statement : statements) {
                statement.take(prepared);
                prepared.getMoreResults();
            }
            return true;
        });
    }

    /** SQL with its arguments, and what is done with its result. */
    abstract static class Statement {
        private final String sql;
        private @Nullable Object[] arguments;
        private boolean sent;

        private Statement(String sql, @Nullable Object[] arguments) {
            this.sql = sql.strip();
            this.arguments = arguments;
        }

        abstract void take(PreparedStatement result) throws SQLException;
    }

    /** A change that may still be waiting. */
    static final class Change extends Statement {
        private final IntConsumer changed;

        private Change(String sql, @Nullable Object[] arguments, IntConsumer changed) {
            super(sql, arguments);
            this.changed = changed;
        }

        /** Changes what it will write; false if it was sent already. */
        boolean instead(@Nullable Object... other) {
            if (!super.sent) {
                super.arguments = other;
            }
            return !super.sent;
        }

        @Override
        void take(PreparedStatement result) throws SQLException {
            super.sent = true;
            changed.accept(result.getUpdateCount());
        }
    }

    /** A query and, once it was run, its rows. */
    static final class Query<T> extends Statement {
        private final RowMapper<T> mapper;
        private final List<T> rows = new ArrayList<>();

        Query(String sql, RowMapper<T> mapper, @Nullable Object... arguments) {
            super(sql, arguments);
            this.mapper = mapper;
        }

        List<T> rows() {
            return rows;
        }

        @Override
        void take(PreparedStatement result) throws SQLException {
            try (ResultSet set = result.getResultSet()) {
                while (set.next()) {
                    rows.add(mapper.mapRow(set, rows.size()));
                }
            }
        }
    }
}
