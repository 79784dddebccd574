package dev.parley.storage;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.port.Evidence;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.ticket.TicketId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the ledger's quotes and decisions beside the messages and the raw mail that made them. */
final class PostgresEvidence implements Evidence {
    private final Transactions transactions;

    PostgresEvidence(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Sheet> of(TicketId ticket, int version) {
        return transactions.run(jdbc ->
                jdbc.query("""
                        select q.id, q.version, q.unit, q.amount, q.offered_by, q.reason, q.status, t.subject, t.cap,
                               t.customer, c.name, p.language
                          from ledger.quote q
                          join ticket t on t.desk = q.desk and t.number = q.ticket
                          join customer c on c.desk = t.desk and c.number = t.customer
                          join contact p on p.desk = t.desk and p.number = t.requester
                         where q.desk = ? and q.ticket = ? and ? in (0, q.version)
                         order by ledger.is_held(q.desk, q.id) desc, q.version desc limit 1
                        """, (row, _) -> sheet(jdbc, ticket, row), ticket.desk(), ticket.number(), version).stream()
                        .findFirst());
    }

    private static Sheet sheet(JdbcTemplate jdbc, TicketId ticket, ResultSet row) throws SQLException {
        int version = row.getInt("version");
        Offer quote = QuoteRows.offers(jdbc, ticket).stream()
                .filter(offer -> offer.version() == version)
                .findFirst()
                .orElseThrow();
        return new Sheet(
                ticket,
                Columns.string(row, "subject"),
                new CustomerId(ticket.desk(), row.getLong("customer")),
                Columns.string(row, "name"),
                Locale.forLanguageTag(Columns.string(row, "language")),
                Columns.longOrNull(row, "cap"),
                Unit.valueOf(Columns.string(row, "unit")),
                quote,
                Columns.string(row, "offered_by"),
                Columns.string(row, "reason"),
                consent(jdbc, ticket, row),
                entries(jdbc, ticket.desk(), row.getLong("id")));
    }

    /** To this version; for one that needed no yes of its own, to an earlier one of no lower price, or in advance. */
    private static @Nullable Consent consent(JdbcTemplate jdbc, TicketId ticket, ResultSet row) throws SQLException {
        Optional<Consent> given = given(jdbc, ticket, row.getInt("version"), row.getLong("amount"));
        boolean inAdvance = given.isEmpty()
                && Columns.string(row, "status").equals("AUTO")
                && Columns.longOrNull(row, "cap") != null;
        return inAdvance ? first(jdbc, ticket).orElse(null) : given.orElse(null);
    }

    private static Optional<Consent> given(JdbcTemplate jdbc, TicketId ticket, int version, long amount) {
        return jdbc
                .query("""
                        select q.version, c.name, c.address, a.since, d.channel, d.message_ref, d.reading_rule, d.words,
                               d.auth, d.decided_at, d.recorded_at, m.reply, i.raw
                          from ledger.quote q
                          join ledger.quote_decision d on d.desk = q.desk and d.quote_id = q.id
                          join contact c on c.desk = d.desk and c.number = d.contact_id
                          left join approver a on a.desk = d.desk and a.contact = d.contact_id
                           and a.since <= d.recorded_at and coalesce(a.until, 'infinity') >= d.recorded_at
                          left join message m on m.desk = d.desk and m.evidence = d.message_ref
                          left join inbox i on i.desk = d.desk and i.key = d.message_ref
                         where q.desk = ? and q.ticket = ? and d.decision = 'ACCEPT'
                           and (q.version = ? or q.version < ? and q.amount >= ?)
                         order by q.version desc, a.since limit 1
                        """, (row, _) -> consent(row), ticket.desk(), ticket.number(), version, version, amount)
                .stream()
                .findFirst();
    }

    /** The message that opened the ticket: in it, or before it by staff's note, the customer agreed in advance. */
    private static Optional<Consent> first(JdbcTemplate jdbc, TicketId ticket) {
        return jdbc.query("""
                        select 0 as version, coalesce(c.name, m.from_name, '') as name,
                               coalesce(m.from_address, '') as address, a.since, coalesce(i.channel, '') as channel,
                               m.evidence as message_ref, 'agreed-in-advance' as reading_rule, '' as words, m.auth,
                               m.at as decided_at, m.at as recorded_at, m.reply, i.raw
                          from message m
                          left join contact c on c.desk = m.desk and c.address = m.from_address
                          left join approver a on a.desk = m.desk and a.contact = c.number
                           and a.since <= m.at and coalesce(a.until, 'infinity') >= m.at
                          left join inbox i on i.desk = m.desk and i.key = m.evidence
                         where m.desk = ? and m.ticket = ? and m.direction = 'IN' order by m.id limit 1
                        """, (row, _) -> consent(row), ticket.desk(), ticket.number()).stream()
                .findFirst();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getInt("version"),
                Columns.string(row, "name"),
                Columns.string(row, "address"),
                Columns.instantOrNull(row, "since"),
                Columns.string(row, "channel"),
                Columns.string(row, "message_ref"),
                Columns.string(row, "reading_rule"),
                Columns.string(row, "words"),
                Columns.string(row, "auth"),
                Columns.instant(row, "decided_at"),
                Columns.instant(row, "recorded_at"),
                row.getString("reply"),
                row.getBytes("raw"));
    }

    private static List<Entry> entries(JdbcTemplate jdbc, String desk, long quote) {
        return jdbc.query("""
                select j.id, j.kind, j.effective_at, j.created_at, j.actor, coalesce(j.reason, '') as reason,
                       sum(e.posted) as amount, -sum(e.pending) as reserved,
                       coalesce(string_agg(distinct a.source_ref, ', '), '') as lots, l.position,
                       coalesce(encode(l.hash, 'hex'), '') as hash
                  from ledger.journal j
                  join ledger.transfer t on t.desk = j.desk and t.journal_id = j.id
                  join ledger.entry e on e.desk = t.desk and e.account_id in (t.from_account, t.to_account)
                   and e.transfer_id = t.id
                  join ledger.account a on a.desk = e.desk and a.id = e.account_id
                  left join ledger.transfer r on r.desk = t.desk and r.id = t.reverses
                  left join ledger.journal o on o.desk = r.desk and o.id = r.journal_id
                  left join ledger.link l on l.desk = j.desk and l.journal_id = j.id
                 where j.desk = ? and coalesce(j.quote_id, o.quote_id) = ?
                   and j.ticket = (select q.ticket from ledger.quote q where q.desk = j.desk and q.id = ?)
                 group by j.desk, j.id, l.desk, l.position order by j.effective_at, j.id
                """, (row, _) -> entry(row), desk, quote, quote);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("id"),
                Columns.string(row, "kind"),
                Columns.instant(row, "effective_at"),
                Columns.instant(row, "created_at"),
                Columns.string(row, "actor"),
                Columns.string(row, "reason"),
                row.getLong("amount"),
                row.getLong("reserved"),
                Columns.string(row, "lots"),
                Columns.longOrNull(row, "position"),
                Columns.string(row, "hash"));
    }
}
