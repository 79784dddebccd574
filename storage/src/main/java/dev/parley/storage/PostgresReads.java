package dev.parley.storage;

import dev.parley.core.message.Attachment;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.storage.ledger.LedgerSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tickets as staff see them. */
final class PostgresReads implements TicketReads {
    private final Transactions transactions;

    PostgresReads(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Line> list(Filter filter) {
        return transactions.run(jdbc -> {
            List<Line> lines = lines(jdbc, filter);
            Long[] numbers = lines.stream().map(line -> line.id().number()).toArray(Long[]::new);
            Map<Long, List<Unseen>> unseen = new NoticeRows(new Statements(jdbc))
                    .unseen(filter.desk(), numbers).stream()
                            .collect(Collectors.groupingBy(u -> u.notice().ticket()));
            return lines.stream()
                    .map(line -> with(line, unseen.getOrDefault(line.id().number(), List.of())))
                    .toList();
        });
    }

    @Override
    public List<Unseen> notices(String desk, int max) {
        return transactions.run(jdbc -> new NoticeRows(new Statements(jdbc)).unseen(desk, Math.min(max, PAGE_MAX)));
    }

    private static List<Line> lines(JdbcTemplate jdbc, Filter filter) {
        Long customer = filter.customer() == null ? null : filter.customer().number();
        return jdbc.query(
                """
                select t.desk, t.number, t.subject, t.state, c.name as customer, p.address as requester, t.disputed,
                       t.created_at, t.due_at, g.owner, g.owned_since, g.snoozed_until
                  from ticket t
                  join customer c on c.desk = t.desk and c.number = t.customer
                  join contact p on p.desk = t.desk and p.number = t.requester
                  left join ticket_triage g on g.desk = t.desk and g.ticket = t.number
                  left join lateral (select n.at, n.id from notice n
                    where ? and n.desk = t.desk and n.ticket = t.number and n.seen_at is null
                    order by n.at desc, n.id desc limit 1) n on true
                 where t.desk = ? and t.number < ? and (?::bigint is null or t.customer = ?)
                   and (cardinality(?::text[]) = 0 or t.state = any (?)) and (not ? or n.id is not null)
                   and (?::text is null or coalesce(g.owner, '') = ?)
                 order by n.at desc, n.id desc, t.number desc limit ?
                """,
                (row, _) -> line(row),
                filter.attention(),
                filter.desk(),
                filter.before(),
                customer,
                customer,
                names(filter),
                names(filter),
                filter.attention(),
                filter.owner(),
                filter.owner(),
                filter.max());
    }

    private static Line with(Line l, List<Unseen> attention) {
        return new Line(
                l.id(),
                l.subject(),
                l.state(),
                l.customer(),
                l.requester(),
                l.disputed(),
                l.createdAt(),
                l.dueAt(),
                l.triage(),
                attention);
    }

    private static String[] names(Filter filter) {
        return filter.states().stream().map(StateName::name).toArray(String[]::new);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                TicketRows.id(row),
                Columns.string(row, "subject"),
                StateName.valueOf(Columns.string(row, "state")),
                Columns.string(row, "customer"),
                Columns.string(row, "requester"),
                row.getBoolean("disputed"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "due_at"),
                PostgresTriage.triage(TicketRows.id(row), row),
                List.of());
    }

    @Override
    public Optional<View> find(TicketId id) {
        return transactions.run(
                jdbc -> new TicketRows(new Statements(jdbc)).find(id).map(ticket -> view(jdbc, ticket)));
    }

    private static View view(JdbcTemplate jdbc, Ticket ticket) {
        TicketId id = ticket.id();
        People people = new People(new Statements(jdbc));
        PostgresTriage triage = new PostgresTriage(new Statements(jdbc));
        return new View(
                ticket,
                people.customer(ticket.customer()).orElseThrow(),
                people.contact(ticket.requester()).orElseThrow(),
                said(jdbc, "m.ticket = ? order by m.id", id.desk(), id.number()),
                steps(jdbc, id),
                QuoteRows.offers(jdbc, id),
                money(jdbc, id),
                related(
                                jdbc,
                                "select desk, parent as number from ticket where desk = ? and number = ? "
                                        + "and parent is not null",
                                id)
                        .stream()
                        .findFirst()
                        .orElse(null),
                related(jdbc, "select desk, number from ticket where desk = ? and parent = ? order by number", id),
                triage.of(id),
                triage.waiting(id).orElse(null));
    }

    private static List<TicketId> related(JdbcTemplate jdbc, String sql, TicketId id) {
        return jdbc.query(sql, (row, _) -> TicketRows.id(row), id.desk(), id.number());
    }

    private static Money money(JdbcTemplate jdbc, TicketId id) {
        Long held = jdbc.queryForObject(
                "select coalesce(sum(amount), 0) from ledger.hold where desk = ? and ticket = ? "
                        + "and resolved_by is null",
                Long.class,
                id.desk(),
                id.number());
        return new Money(held == null ? 0 : held, new LedgerSql(jdbc).netCharge(id.desk(), id.number()));
    }

    private static List<Step> steps(JdbcTemplate jdbc, TicketId id) {
        return jdbc.query(
                """
                select row, kind, reason, actor_kind, actor, before, after, at from ticket_event
                 where desk = ? and ticket = ? order by id
                """,
                (row, _) -> new Step(
                        Row.valueOf(Columns.string(row, "row")),
                        Step.Kind.valueOf(Columns.string(row, "kind")),
                        Columns.string(row, "reason"),
                        Columns.actor(row),
                        StateName.valueOf(Columns.string(row, "before")),
                        StateName.valueOf(Columns.string(row, "after")),
                        Columns.instant(row, "at")),
                id.desk(),
                id.number());
    }

    private static List<Said> said(JdbcTemplate jdbc, String which, Object... arguments) {
        List<MessageRow> rows = jdbc.query("""
            select m.*, o.status as out_status, o.tries as out_tries, o.why as out_why
              from message m left join outbox o on o.desk = m.desk and o.message = m.id
             where m.desk = ? and
            """ + which, (row, _) -> MessageRow.of(row), arguments);
        Map<Long, List<Attachment>> attachments = attachments(jdbc, String.valueOf(arguments[0]), rows);
        return rows.stream()
                .map(row -> row.said(attachments.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<Attachment>> attachments(JdbcTemplate jdbc, String desk, List<MessageRow> rows) {
        Long[] ids = rows.stream().map(MessageRow::id).toArray(Long[]::new);
        return jdbc
                .query(
                        "select * from attachment where desk = ? and message = any (?) order by message, place",
                        (row, _) -> Map.entry(row.getLong("message"), attachment(row)),
                        desk,
                        ids)
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                Columns.string(row, "name"),
                Columns.string(row, "type"),
                row.getLong("size"),
                Columns.string(row, "sha256"),
                row.getBoolean("inline"),
                row.getString("content_id"));
    }

    @Override
    public List<AuditLine> audit(String desk, String subject, int max) {
        return transactions.run(
                jdbc -> jdbc.query("""
                    select desk, actor_kind, actor, subject, what, before, after, at from audit
                     where desk = ? and (? = '' or subject = ?) order by id desc limit ?
                    """, (row, _) -> auditLine(row), desk, subject, subject, Math.min(max, PAGE_MAX)));
    }

    private static AuditLine auditLine(ResultSet row) throws SQLException {
        return new AuditLine(
                Columns.string(row, "desk"),
                Columns.actor(row),
                Columns.string(row, "subject"),
                Columns.string(row, "what"),
                Columns.string(row, "before"),
                Columns.string(row, "after"),
                Columns.instant(row, "at"));
    }

    @Override
    public List<Said> unattached(String desk, int max) {
        return transactions.run(
                jdbc -> said(jdbc, "m.ticket is null order by m.id desc limit ?", desk, Math.min(max, PAGE_MAX)));
    }

    /** Which enum constant a column names; null if it is null. */
    static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
