package dev.parley.storage;

import dev.parley.core.port.Transaction.AuditLine;
import org.springframework.jdbc.core.JdbcOperations;

/** The table {@code audit}. */
final class AuditRows {
    private static final int SUBJECT_LENGTH_MAX = 200;

    private final JdbcOperations jdbc;

    AuditRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(AuditLine line) {
        jdbc.update(
                "insert into audit (desk, actor_kind, actor, subject, what, before, after, at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                line.desk(),
                Columns.actorKind(line.actor()),
                Columns.actorName(line.actor()),
                Columns.cut(line.subject(), SUBJECT_LENGTH_MAX),
                Columns.text(line.what()),
                Columns.text(line.before()),
                Columns.text(line.after()),
                Columns.time(line.at()));
    }
}
