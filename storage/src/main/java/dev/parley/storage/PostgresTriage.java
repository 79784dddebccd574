package dev.parley.storage;

import dev.parley.core.port.Actor;
import dev.parley.core.port.TriageBook;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.InternalNote;
import dev.parley.core.triage.PublicReply;
import dev.parley.core.triage.Triage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code ticket_triage} and {@code held_reply}, and notes. */
final class PostgresTriage implements TriageBook {
    private final Statements statements;

    PostgresTriage(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Triage of(TicketId ticket) {
        return statements
                .query(
                        "select owner, owned_since, snoozed_until from ticket_triage where desk = ? and ticket = ?",
                        (row, _) -> triage(ticket, row),
                        ticket.desk(),
                        ticket.number())
                .stream()
                .findFirst()
                .orElseGet(() -> Triage.untouched(ticket));
    }

    /** From a row with the columns {@code owner}, {@code owned_since} and {@code snoozed_until}, which may be null. */
    static Triage triage(TicketId ticket, ResultSet row) throws SQLException {
        return new Triage(
                ticket,
                row.getString("owner"),
                Columns.instantOrNull(row, "owned_since"),
                Columns.instantOrNull(row, "snoozed_until"));
    }

    @Override
    public void keep(Triage triage) {
        statements.later(
                """
                insert into ticket_triage (desk, ticket, owner, owned_since, snoozed_until) values (?, ?, ?, ?, ?)
                on conflict (desk, ticket) do update set owner = excluded.owner, owned_since = excluded.owned_since,
                  snoozed_until = excluded.snoozed_until
                """,
                triage.ticket().desk(),
                triage.ticket().number(),
                triage.owner(),
                Columns.timeOrNull(triage.ownedSince()),
                Columns.timeOrNull(triage.snoozedUntil()));
    }

    @Override
    public void wake(TicketId ticket) {
        statements.later("""
            update ticket_triage set snoozed_until = null
             where desk = ? and ticket = ? and snoozed_until is not null
            """, ticket.desk(), ticket.number());
    }

    @Override
    public void note(InternalNote note) {
        new Messages(statements).note(note.ticket(), new Actor.Staff(note.author()), note.text(), note.at());
    }

    @Override
    public long lastHeard(TicketId ticket) {
        return statements.one("""
            select coalesce(max(id), 0) from message
             where desk = ? and ticket = ? and direction = 'IN' and visibility = 'PUBLIC'
            """, (row, _) -> row.getLong(1), ticket.desk(), ticket.number());
    }

    @Override
    public int reopened(TicketId ticket, Instant since) {
        return statements.one("""
            select count(*)::integer from ticket_event
             where desk = ? and ticket = ? and at >= ? and actor_kind = 'CUSTOMER' and kind = 'TRANSITION'
               and before in ('ANSWERED', 'CLOSED', 'CLOSED_UNPAID')
               and after not in ('ANSWERED', 'CLOSED', 'CLOSED_UNPAID')
            """, (row, _) -> row.getInt(1), ticket.desk(), ticket.number(), Columns.time(since));
    }

    @Override
    public Optional<HeldReply> waiting(TicketId ticket) {
        return statements
                .query(
                        "select * from held_reply where desk = ? and ticket = ? and outcome is null",
                        (row, _) -> reply(row),
                        ticket.desk(),
                        ticket.number())
                .stream()
                .findFirst();
    }

    @Override
    public long hold(HeldReply reply) {
        return statements.one(
                """
                insert into held_reply (desk, ticket, author, kind, text, heard, held_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """,
                (row, _) -> row.getLong(1),
                reply.ticket().desk(),
                reply.ticket().number(),
                reply.author(),
                reply.reply().kind().name(),
                Columns.text(reply.reply().text()),
                reply.heard(),
                Columns.time(reply.heldAt()),
                Columns.time(reply.dueAt()));
    }

    @Override
    public void settle(HeldReply reply, HeldReply.Outcome outcome, Instant now) {
        statements.later(
                changed -> {
                    if (changed != 1) {
                        throw new IllegalArgumentException("no reply " + reply.id() + " waits");
                    }
                },
                "update held_reply set outcome = ?, settled_at = ? where desk = ? and id = ? and outcome is null",
                outcome.name(),
                Columns.time(now),
                reply.ticket().desk(),
                reply.id());
    }

    @Override
    public List<HeldReply> due(int max, Instant now) {
        return statements.query(
                "select * from held_reply where outcome is null and due_at <= ? order by due_at, id limit ?",
                (row, _) -> reply(row),
                Columns.time(now),
                max);
    }

    private static HeldReply reply(ResultSet row) throws SQLException {
        return new HeldReply(
                row.getLong("id"),
                new TicketId(Columns.string(row, "desk"), row.getLong("ticket")),
                Columns.string(row, "author"),
                new PublicReply(PublicReply.Kind.valueOf(Columns.string(row, "kind")), Columns.string(row, "text")),
                row.getLong("heard"),
                Columns.instant(row, "held_at"),
                Columns.instant(row, "due_at"));
    }
}
