package dev.parley.storage;

import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.port.Features.Filter;
import dev.parley.core.port.Features.Line;
import dev.parley.core.port.Features.Step;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table {@code feature_step}. */
final class FeatureRows {
    private static final int REASON_LENGTH_MAX = 1000;

    private static final String LINE = """
        select t.desk, t.number, t.subject, c.name, s.status, s.at
          from ticket t
          join lateral (select status, at from feature_step
                         where desk = t.desk and ticket = t.number order by id desc limit 1) s on true
          join customer c on c.desk = t.desk and c.number = t.customer
        """;

    private final Statements statements;

    FeatureRows(Statements statements) {
        this.statements = statements;
    }

    Optional<FeatureStatus> status(TicketId ticket) {
        return statements
                .query(
                        "select status from feature_step where desk = ? and ticket = ? order by id desc limit 1",
                        (row, _) -> status(row),
                        ticket.desk(),
                        ticket.number())
                .stream()
                .findFirst();
    }

    void keep(TicketId ticket, Step step) {
        statements.later(
                """
                insert into feature_step (desk, ticket, status, reason, actor_kind, actor, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                ticket.desk(),
                ticket.number(),
                step.status().name(),
                Columns.cut(step.reason(), REASON_LENGTH_MAX),
                Columns.actorKind(step.by()),
                Columns.actorName(step.by()),
                Columns.time(step.at()));
    }

    List<Line> list(Filter filter) {
        return statements.query(
                LINE + " where t.desk = ? and t.number < ? and s.status = any (?) order by t.number desc limit ?",
                (row, _) -> line(row),
                filter.desk(),
                filter.before(),
                filter.statuses().stream().map(FeatureStatus::name).toArray(String[]::new),
                filter.max());
    }

    Optional<Line> line(TicketId ticket) {
        return statements
                .query(
                        LINE + " where t.desk = ? and t.number = ?",
                        (row, _) -> line(row),
                        ticket.desk(),
                        ticket.number())
                .stream()
                .findFirst();
    }

    List<Step> steps(TicketId ticket) {
        return statements.query(
                "select * from feature_step where desk = ? and ticket = ? order by id",
                (row, _) -> new Step(
                        status(row), Columns.string(row, "reason"), Columns.actor(row), Columns.instant(row, "at")),
                ticket.desk(),
                ticket.number());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new TicketId(Columns.string(row, "desk"), row.getLong("number")),
                Columns.string(row, "subject"),
                Columns.string(row, "name"),
                status(row),
                Columns.instant(row, "at"));
    }

    private static FeatureStatus status(ResultSet row) throws SQLException {
        return FeatureStatus.valueOf(Columns.string(row, "status"));
    }
}
