package dev.parley.storage;

import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.StaleTicket;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code ticket}. */
final class TicketRows {
    static final String COLUMNS =
            "desk, number, customer, requester, subject, unit, site, type, mode, cap, state_data, quotes, "
                    + "disputed, created_at, first_response_at, due_at, version";

    private static final int SUBJECT_LENGTH_MAX = 1000;

    private final Statements statements;
    private final Map<TicketId, Statements.Change> inserted = new HashMap<>();

    TicketRows(Statements statements) {
        this.statements = statements;
    }

    Optional<Ticket> find(TicketId id) {
        return one("select " + COLUMNS + " from ticket where desk = ? and number = ?", id);
    }

    Optional<Ticket> lock(TicketId id) {
        return one("select " + COLUMNS + " from ticket where desk = ? and number = ? for no key update", id);
    }

    private Optional<Ticket> one(String sql, TicketId id) {
        return statements.query(sql, (row, _) -> ticket(row), id.desk(), id.number()).stream()
                .findFirst();
    }

    List<TicketId> waitingForFunds(WalletKey wallet) {
        return statements.query(
                """
                select desk, number from ticket
                 where desk = ? and customer = ? and agreed_at is not null and unit = ? and site is not distinct from ?
                 order by agreed_at, number
                """,
                (row, _) -> id(row),
                wallet.customer().desk(),
                wallet.customer().number(),
                wallet.unit().name(),
                wallet.site());
    }

    List<TicketId> open(CustomerId customer) {
        return statements.query("""
            select desk, number from ticket
             where desk = ? and customer = ? and state not in ('CLOSED', 'CLOSED_UNPAID', 'MERGED') order by number
            """, (row, _) -> id(row), customer.desk(), customer.number());
    }

    void insert(Ticket ticket) {
        Statements.Change insert = statements.later("""
            insert into ticket (desk, number, customer, requester, subject, unit, site, type, mode, cap, state,
              state_data, agreed_at, quotes, disputed, created_at, first_response_at, due_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
            """, row(ticket, ticket.version()));
        inserted.put(ticket.id(), insert);
    }

    private static @Nullable Object[] row(Ticket t, long version) {
        return new @Nullable Object[] {
            t.id().desk(),
            t.id().number(),
            t.customer().number(),
            t.requester().number(),
            subject(t),
            t.payer().unit().name(),
            t.payer().site(),
            t.type().name(),
            mode(t.mode()),
            cap(t.mode()),
            StateName.of(t.state()).name(),
            Json.write(t.state()),
            Columns.timeOrNull(t.agreedAt()),
            t.quotes(),
            t.disputed(),
            Columns.time(t.createdAt()),
            Columns.timeOrNull(t.firstResponseAt()),
            Columns.timeOrNull(t.dueAt()),
            version
        };
    }

    /** Saves {@code next} over the version that was decided on; fails, maybe later, if that is no longer there. */
    void update(Ticket next, long version) {
        Statements.Change insert = inserted.get(next.id());
        if (insert != null && insert.instead(row(next, version + 1))) {
            return;
        }
        statements.later(
                changed -> {
                    if (changed != 1) {
                        throw new StaleTicket(next.id(), version);
                    }
                },
                """
                update ticket set subject = ?, unit = ?, site = ?, type = ?, mode = ?, cap = ?, state = ?,
                  state_data = ?::jsonb, agreed_at = ?, quotes = ?, disputed = ?, first_response_at = ?, due_at = ?,
                  due_leased_until = '-infinity', look_at = '-infinity', look_leased_until = '-infinity',
                  version = version + 1
                where desk = ? and number = ? and version = ?
                """,
                subject(next),
                next.payer().unit().name(),
                next.payer().site(),
                next.type().name(),
                mode(next.mode()),
                cap(next.mode()),
                StateName.of(next.state()).name(),
                Json.write(next.state()),
                Columns.timeOrNull(next.agreedAt()),
                next.quotes(),
                next.disputed(),
                Columns.timeOrNull(next.firstResponseAt()),
                Columns.timeOrNull(next.dueAt()),
                next.id().desk(),
                next.id().number(),
                version);
    }

    void link(TicketId child, TicketId parent) {
        statements.later(
                "update ticket set parent = ? where desk = ? and number = ?",
                parent.number(),
                child.desk(),
                child.number());
    }

    static TicketId id(ResultSet row) throws SQLException {
        return new TicketId(Columns.string(row, "desk"), row.getLong("number"));
    }

    static Ticket ticket(ResultSet row) throws SQLException {
        TicketId id = id(row);
        return new Ticket(
                id,
                new CustomerId(id.desk(), row.getLong("customer")),
                new ContactId(id.desk(), row.getLong("requester")),
                Columns.string(row, "subject"),
                new Payer(Unit.valueOf(Columns.string(row, "unit")), Columns.longOrNull(row, "site")),
                RequestType.valueOf(Columns.string(row, "type")),
                mode(Columns.string(row, "mode"), row.getLong("cap")),
                Json.read(Columns.string(row, "state_data")),
                row.getInt("quotes"),
                row.getBoolean("disputed"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "first_response_at"),
                Columns.instantOrNull(row, "due_at"),
                row.getLong("version"));
    }

    private static String subject(Ticket ticket) {
        return Columns.cut(ticket.subject(), SUBJECT_LENGTH_MAX);
    }

    private static String mode(Mode mode) {
        return switch (mode) {
            case Mode.Ask _ -> "ASK";
            case Mode.AskAlways _ -> "ASK_ALWAYS";
            case Mode.PreAgreed _ -> "PRE_AGREED";
        };
    }

    private static @Nullable Long cap(Mode mode) {
        return mode instanceof Mode.PreAgreed agreed ? agreed.cap() : null;
    }

    private static Mode mode(String name, long cap) {
        return switch (name) {
            case "ASK" -> new Mode.Ask();
            case "ASK_ALWAYS" -> new Mode.AskAlways();
            case "PRE_AGREED" -> new Mode.PreAgreed(cap);
            default -> throw new IllegalStateException("ticket of mode " + name);
        };
    }
}
