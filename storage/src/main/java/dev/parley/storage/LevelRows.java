package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Levels;
import dev.parley.core.standing.History;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.standing.History.Cover;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** What deadlines are derived from, and who was told of them. */
final class LevelRows implements Levels {
    private static final int REASON_LENGTH_MAX = 4000;
    private static final int KEY_LENGTH_MAX = 400;
    private static final int TOLD_LENGTH_MAX = 500;
    private static final String NEVER = "infinity";

    private final Statements statements;

    LevelRows(Statements statements) {
        this.statements = statements;
    }

    @Override
    public History history(TicketId id) {
        Ticket ticket = new TicketRows(statements)
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + id));
        return histories(id.desk(), List.of(ticket)).getFirst();
    }

    @Override
    public void classify(TicketId ticket, Classified found, Actor by) {
        statements.later(
                """
                insert into ticket_classification (desk, ticket, type, severity, reason, actor_kind, actor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ticket.desk(),
                ticket.number(),
                found.type().name(),
                found.severity(),
                Columns.cut(found.reason(), REASON_LENGTH_MAX),
                Columns.actorKind(by),
                Columns.actorName(by),
                Columns.time(found.at()));
        statements.later(
                "update ticket set look_at = '-infinity', look_leased_until = '-infinity' "
                        + "where desk = ? and number = ?",
                ticket.desk(),
                ticket.number());
    }

    @Override
    public boolean told(TicketId ticket, Told told) {
        return !statements
                .query(
                        """
                        insert into level_notice (desk, ticket, key, told, due_at, silent, at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning key
                        """,
                        (row, _) -> row.getString("key"),
                        ticket.desk(),
                        ticket.number(),
                        Columns.cut(told.key(), KEY_LENGTH_MAX),
                        Columns.cut(told.to(), TOLD_LENGTH_MAX),
                        Columns.time(told.dueAt()),
                        told.silent(),
                        Columns.time(told.at()))
                .isEmpty();
    }

    @Override
    public void lookAgain(TicketId ticket, @Nullable Instant next) {
        statements.later(
                "update ticket set look_at = ?::timestamptz, look_leased_until = '-infinity' "
                        + "where desk = ? and number = ?",
                next == null ? NEVER : Columns.time(next).toString(),
                ticket.desk(),
                ticket.number());
    }

    /** Those of these tickets of one desk, in their order. */
    List<History> histories(String desk, List<Ticket> tickets) {
        Long[] numbers = tickets.stream().map(ticket -> ticket.id().number()).toArray(Long[]::new);
        Map<Long, List<History.Step>> steps =
                by("""
                    select ticket, state_data, at from ticket_event
                     where desk = ? and ticket = any (?) and kind = 'TRANSITION' order by id
                    """, (row, _) -> Map.entry(row.getLong("ticket"), step(row)), desk, numbers);
        Map<Long, List<Classified>> classified =
                by("""
                    select ticket, type, severity, reason, at from ticket_classification
                     where desk = ? and ticket = any (?) order by id
                    """, (row, _) -> Map.entry(row.getLong("ticket"), classified(row)), desk, numbers);
        Map<Long, List<String>> calendars = by(
                """
                select t.number, (select c.calendar from customer_calendar c
                                   where c.desk = t.desk and c.customer = t.customer and c.since <= t.created_at
                                   order by c.nth desc limit 1) as calendar
                  from ticket t where t.desk = ? and t.number = any (?)
                """,
                (row, _) -> Map.entry(row.getLong("number"), Objects.requireNonNullElse(row.getString("calendar"), "")),
                desk,
                numbers);
        Map<CustomerId, List<Cover>> packages = packages(desk, tickets);
        return tickets.stream()
                .map(ticket -> new History(
                        ticket,
                        steps.getOrDefault(ticket.id().number(), List.of()),
                        classified.getOrDefault(ticket.id().number(), List.of()),
                        packages.getOrDefault(ticket.customer(), List.of()),
                        calendars
                                .getOrDefault(ticket.id().number(), List.of(""))
                                .getFirst()))
                .toList();
    }

    private Map<CustomerId, List<Cover>> packages(String desk, List<Ticket> tickets) {
        Long[] customers = tickets.stream()
                .map(ticket -> ticket.customer().number())
                .distinct()
                .toArray(Long[]::new);
        return new ContractRows(statements)
                .hoursOf(desk, customers)
                .sorted(Comparator.comparing(hours -> hours.contract().start()))
                .collect(Collectors.groupingBy(
                        hours -> hours.contract().customer(),
                        Collectors.mapping(LevelRows::cover, Collectors.toList())));
    }

    private static Cover cover(HoursContract hours) {
        return new Cover(hours.contract().start(), hours.contract().end().orElse(null), hours.manager());
    }

    private <T> Map<Long, List<T>> by(String sql, RowMapper<Map.Entry<Long, T>> mapper, String desk, Long[] of) {
        return statements.query(sql, mapper, desk, of).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static History.Step step(ResultSet row) throws SQLException {
        return new History.Step(Columns.instant(row, "at"), Json.read(Columns.string(row, "state_data")));
    }

    private static Classified classified(ResultSet row) throws SQLException {
        return new Classified(
                Columns.instant(row, "at"),
                RequestType.valueOf(Columns.string(row, "type")),
                row.getString("severity"),
                Columns.string(row, "reason"));
    }
}
