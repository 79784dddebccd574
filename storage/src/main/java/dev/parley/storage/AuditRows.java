package dev.parley.storage;

import dev.parley.core.port.Transaction.AuditLine;
import org.springframework.jdbc.core.JdbcOperations;

/** The table {@code audit}. */
final class AuditRows {
    private static final int SUBJECT_LENGTH_MAX = 200;

    private static final String INSERT =
            "insert into audit (desk, actor_kind, actor, subject, what, before, after, at) "
                    + "values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Statements statements;

    AuditRows(Statements statements) {
        this.statements = statements;
    }

    void write(AuditLine line) {
        statements.later(INSERT, row(line));
    }

    static void write(JdbcOperations jdbc, AuditLine line) {
        jdbc.update(INSERT, row(line));
    }

    private static Object[] row(AuditLine line) {
        return new Object[] {
            line.desk(),
            Columns.actorKind(line.actor()),
            Columns.actorName(line.actor()),
            Columns.cut(line.subject(), SUBJECT_LENGTH_MAX),
            Columns.text(line.what()),
            Columns.text(line.before()),
            Columns.text(line.after()),
            Columns.time(line.at())
        };
    }
}
